export { outcomeOf, percent, scoreRun, type CompetencyScore, type Outcome, type Score } from './score'
export { cuesOf, debriefOf, scoreSession, type Debrief, type DebriefStep } from './debrief'

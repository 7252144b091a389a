export {
  endsRight,
  isRight,
  outcomeOf,
  percent,
  SCORING_VERSION,
  scoreRun,
  scoreSession,
  type CompetencyScore,
  type Outcome,
  type Score,
} from './score'
export { searchBetter, type Better } from './better'
export { cuesOf, debriefOf, type Debrief, type DebriefStep } from './debrief'
export { BOTS, playBot, type Bot } from './bots'
export { prove, type BotResult, type EndingProof, type Proof } from './prove'
export { proveHabits, type HabitProof } from './prove-habits'
export { runTestPlan, type PlanDifference, type PlanResult } from './testplan'
export {
  DECISIONS_FOR_ONE_PERSON,
  normalQuantile,
  sensitivity,
  sensitivityMayBeShown,
  type DetectionCounts,
  type Estimate,
  type Sensitivity,
} from './sensitivity'
export { share } from './statistics'

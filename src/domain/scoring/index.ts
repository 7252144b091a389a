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
export { cuesOf, debriefOf, earnedAll, type Debrief, type DebriefStep, type Leaving } from './debrief'
export { BOTS, playBot, type Bot } from './bots'
export { atOnce } from './at-once'
export { prove, proving, type BotResult, type EndingProof, type Proof } from './prove'
export { proveHabits, provingHabits, type HabitProof } from './prove-habits'
export { placeKey, searchWay, seenOn } from './coverage'
export {
  expectationOf,
  runPlanRun,
  checkTestPlan,
  runTestPlan,
  takenAsRight,
  type PlanDifference,
  type PlanResult,
  type PlanRun,
} from './testplan'
export {
  DECISIONS_FOR_ONE_PERSON,
  normalQuantile,
  sensitivity,
  sensitivityMayBeShown,
  type DetectionCounts,
  type Estimate,
  type Sensitivity,
} from './sensitivity'
export { hasUsefulInterval, share } from './statistics'

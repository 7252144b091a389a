export {
  COURSE_FORMAT,
  courseSchema,
  isCertified,
  type CertifiedCourse,
  type Course,
  type CourseRule,
} from './schema'
export { openCourse, storedCourseSchema } from './migrate'
export {
  courseResult,
  mostContacts,
  sequentialRuleOf,
  type CourseResult,
  type ModuleResult,
  type RuledCourse,
} from './pass-rule'
export { ATTACK_SHARE, attackNumbers, drawRound, type Draw, type PoolContact } from './draw'
export { chanceOf, ruleFacts, RULE_VERSIONS, type RuleFacts, type TruthCounts } from './rule-facts'
export { proveCourse, SHORT_PROOF, type CourseProof, type ProofEffort } from './prove'
export type { Reader } from './prove-grid'
export { MOST_TOLD } from './prove-leaks'
export { leastContacts } from './sequential'
export {
  contactTaken,
  daysLater,
  mayPractise,
  nextContact,
  nextRoundOpens,
  refreshersAfter,
  roundForNewAttempt,
  roundState,
  roundStates,
  seedOfRound,
  type NextRound,
  type NotNow,
  type RoundAttempt,
  type RoundDraw,
  type RoundModule,
  type RoundState,
} from './rounds'

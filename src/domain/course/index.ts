export { courseSchema, type Course } from './schema'
export { courseResult, type CourseResult, type ModuleResult } from './result'
export { proveCourse, type CourseProof } from './prove'
export {
  refreshersAfter,
  roundForNewAttempt,
  roundState,
  type RoundAttempt,
  type RoundModule,
  type RoundState,
} from './rounds'

export { courseSchema, type Course } from './schema'
export { courseResult, type CourseResult, type ModuleResult } from './result'

import { countRows } from './count-rows'
import { groupResults } from './group-results'

/** Every task by its name. A heavy module is imported by the task itself when it first runs. */
export const TASKS = { 'count-rows': countRows, 'group-results': groupResults } as const

export type TaskName = keyof typeof TASKS
export type TaskRequest<N extends TaskName> = Parameters<(typeof TASKS)[N]>[0]
export type TaskAnswer<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>

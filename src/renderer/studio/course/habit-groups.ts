import type { CourseProof } from '../../../domain/course'

type Result = CourseProof['grid']['best'][number]

export interface HabitGroup {
  /** The first result of the group. */
  readonly of: Result
  readonly tools: Result['habit']['tools']
  /** The second tools with which the habit gets equally far. */
  readonly seconds: readonly string[]
}

/**
 * Puts habits together that differ only in their second tool and get equally far. They are one habit to a reader.
 * @param share how far a result gets, as it is shown
 */
export function groupHabits(best: readonly Result[], share: (one: Result) => string): readonly HabitGroup[] {
  const groups = new Map<string, HabitGroup>()
  for (const one of best) {
    const { tools, mode, reply } = one.habit
    const [first, second] = tools
    const key = JSON.stringify([share(one), first, second === undefined, mode, reply])
    const group = groups.get(key) ?? { of: one, tools, seconds: [] }
    const seconds = second === undefined ? [] : [...new Set([...group.seconds, second])]
    groups.set(key, { ...group, seconds })
  }
  return [...groups.values()]
}

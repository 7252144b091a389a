import { roundState, type Course, type RoundAttempt } from '../../domain/course'

/** What somebody may see of their attempts at a course. */
export interface OpenAttempts {
  /** Those that decide where they stand, as far as they may know. */
  readonly attempts: readonly RoundAttempt[]
  /** Begun before their secret was replaced: nothing of how they went is shown. */
  readonly closed: ReadonlySet<string>
  /** Rounds that are passed over, since how they went is closed: the course is begun anew. */
  readonly rounds: number
}

/**
 * A course that is complete stays so, since that is known anyway. Any other begins anew: going on with a round, or
 * beginning another, would tell how far it was and whether it was passed.
 * @param closedBefore ISO 8601; `null` when nothing is closed
 */
export function openAttempts(
  course: Course,
  all: readonly RoundAttempt[],
  closedBefore: string | null,
): OpenAttempts {
  const hidden = closedBefore === null ? [] : all.filter(({ startedAt }) => startedAt < closedBefore)
  const closed = new Set(hidden.map(({ id }) => id))
  if (hidden.length === 0 || roundState(course, all).result.passed)
    return { attempts: all, closed, rounds: 0 }
  const attempts = all.filter(({ id }) => !closed.has(id))
  const rounds = attempts.length > 0 ? 0 : hidden.reduce((most, { round }) => Math.max(most, round), 0)
  return { attempts, closed, rounds }
}

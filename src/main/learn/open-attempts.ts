import { roundState, type Course, type RoundAttempt } from '../../domain/course'

/** The attempts at a course, as far as their person may see them. */
export interface OpenAttempts {
  /** The attempts that decide where the person stands, as far as they may know them. */
  readonly attempts: readonly RoundAttempt[]
  /** Attempts that were begun before the person's secret was replaced. Their results are not shown. */
  readonly closed: ReadonlySet<string>
  /** The number of rounds that are skipped because their results are closed. The course is begun anew after them. */
  readonly rounds: number
  /** The number of the latest round with a closed attempt; 0 if nothing is closed. */
  readonly closedRounds: number
}

/**
 * Leaves out closed attempts. A completed course stays complete, because that is known anyway. Any other course begins
 * anew, because continuing a round, or beginning the next one, would tell how far it was and whether it was passed.
 * @param closedBefore ISO 8601; `null` when nothing is closed
 */
export function openAttempts(
  course: Course,
  all: readonly RoundAttempt[],
  closedBefore: string | null,
): OpenAttempts {
  const hidden = closedBefore === null ? [] : all.filter(({ startedAt }) => startedAt < closedBefore)
  const closed = new Set(hidden.map(({ id }) => id))
  const closedRounds = hidden.reduce((most, { round }) => Math.max(most, round), 0)
  if (hidden.length === 0 || roundState(course, all).result.passed)
    return { attempts: all, closed, rounds: 0, closedRounds }
  const attempts = all.filter(({ id }) => !closed.has(id))
  const rounds = attempts.length > 0 ? 0 : closedRounds
  return { attempts, closed, rounds, closedRounds }
}

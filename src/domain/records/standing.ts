import { mostContacts, roundState, type Course, type RoundAttempt } from '../course'
import { percent, type CompetencyScore } from '../scoring'
import { COMPETENCIES, type Competency } from '../scenario/vocabulary'
import type { StandingStatus } from './filter'

/** The earned and possible points by competency of an ended attempt. */
export type CompetencyPoints = Partial<Record<Competency, readonly [earned: number, possible: number]>>

/** An assessed attempt with the facts that a standing needs. */
export interface StandingAttempt extends RoundAttempt {
  readonly endedAt: string | null
  readonly competencies: CompetencyPoints
}

/** The standing of a person in a course. Its numbers are those of the latest round. */
export interface Standing {
  readonly status: 'open' | 'in-progress' | 'failed' | 'complete'
  readonly round: number
  /** The number of contacts in a round: the deck, or those that were drawn; while it goes on, the most that may be. */
  readonly modules: number
  readonly modulesDone: number
  readonly earned: number
  readonly possible: number
  /** A whole percentage; `null` while nothing was assessed. */
  readonly score: number | null
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly falseAlarms: number
  /** The number of different critical acts. */
  readonly critical: number
  /** The time at which the last attempt of the passed round ended. */
  readonly passedAt: string | null
  /** All six competencies, in the order of the vocabulary. */
  readonly competencies: readonly CompetencyScore[]
}

/**
 * Computes a standing from attempts.
 * @param course the course with its rule
 * @param attempts the person's assessed attempts at it, in any order; practice does not belong here
 * @returns `complete` for a round that was passed, `failed` for a finished round that was not passed, as long as no new
 *   one was begun, `in-progress` if something was begun
 */
export function standingOf(course: Course, attempts: readonly StandingAttempt[]): Standing {
  const { round, modules, result } = roundState(course, attempts)
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  const counted = modules.flatMap(({ state, attempt }) =>
    state === 'done' && attempt ? [byId.get(attempt.id)!] : [],
  )
  const sum = (of: (attempt: StandingAttempt) => number) =>
    counted.reduce((total, attempt) => total + of(attempt), 0)
  const begun = modules.some(({ state }) => state !== 'open')
  const ended = counted.flatMap(({ endedAt }) => endedAt ?? [])
  return {
    status: result.passed ? 'complete' : result.complete ? 'failed' : begun ? 'in-progress' : 'open',
    round,
    // A round whose contacts are drawn has as many as were drawn once it is over.
    modules: result.complete ? counted.length : mostContacts(course),
    modulesDone: counted.length,
    earned: sum(({ result: points }) => points?.earned ?? 0),
    possible: sum(({ result: points }) => points?.possible ?? 0),
    score: percent(result.ratio),
    attacks: result.attacks,
    hits: result.hits,
    legitimate: result.legitimate,
    falseAlarms: result.falseAlarms,
    critical: result.critical.length,
    passedAt: result.passed ? ended.reduce((last, at) => (at > last ? at : last), '') || null : null,
    competencies: COMPETENCIES.map((competency) => ({
      competency,
      earned: sum(({ competencies }) => competencies[competency]?.[0] ?? 0),
      possible: sum(({ competencies }) => competencies[competency]?.[1] ?? 0),
    })),
  }
}

/** The dates and the status that decide the name of a standing at a given time. */
export interface StandingDates {
  readonly status: Standing['status']
  readonly dueAt: string | null
  readonly validUntil: string | null
  /** The time at which the certificate was revoked, if none replaced it. */
  readonly revokedAt: string | null
}

/**
 * Returns the status of a standing at a given time. Whoever holds a certificate in force is complete, whatever the
 * course or a round for the next certificate says meanwhile. `late` takes precedence over `failed`, since it matters
 * more that the course is still to be done. Nobody who has left is late: they have nothing to do any more.
 * @param now ISO date-time, like the dates
 * @param left true if the person has left
 */
export function statusAt(
  { status, dueAt, validUntil, revokedAt }: StandingDates,
  now: string,
  left = false,
): StandingStatus {
  if (revokedAt === null && validUntil !== null && validUntil > now) return 'complete'
  if (status === 'complete') {
    if (revokedAt !== null) return 'revoked'
    return validUntil === null ? 'complete' : 'expired'
  }
  return !left && dueAt !== null && dueAt < now ? 'late' : status
}

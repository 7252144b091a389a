import { mostContacts, roundState, type Course, type RoundAttempt } from '../course'
import { percent, type CompetencyScore } from '../scoring'
import { COMPETENCIES, type Competency } from '../scenario/vocabulary'
import type { StandingStatus } from './filter'

/** Points earned and possible by competency, as an ended attempt keeps them. */
export type CompetencyPoints = Partial<Record<Competency, readonly [earned: number, possible: number]>>

/** An assessed attempt, as far as a standing looks at it. */
export interface StandingAttempt extends RoundAttempt {
  readonly endedAt: string | null
  readonly competencies: CompetencyPoints
}

/** Where a person stands in a course; the numbers are those of the latest round. */
export interface Standing {
  readonly status: 'open' | 'in-progress' | 'failed' | 'complete'
  readonly round: number
  /** Contacts of a round: the whole deck, or at most so many. */
  readonly modules: number
  readonly modulesDone: number
  readonly earned: number
  readonly possible: number
  /** Whole percent; `null` while nothing was assessed. */
  readonly score: number | null
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly falseAlarms: number
  /** How many kinds of critical acts. */
  readonly critical: number
  /** When the attempt ended that completed the passed round. */
  readonly passedAt: string | null
  /** All six, in the order of the vocabulary. */
  readonly competencies: readonly CompetencyScore[]
}

/**
 * Computes a standing from the attempts.
 * @param course with the rule that passes it
 * @param attempts the person's assessed attempts at it, in any order; practice does not belong here
 * @returns `complete` for a round that passed, `failed` for a whole one that did not as long as no new one was begun,
 *   `in-progress` when something was begun
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
    modules: mostContacts(course),
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

/** What decides what a standing is called at a moment. */
export interface StandingDates {
  readonly status: Standing['status']
  readonly dueAt: string | null
  readonly validUntil: string | null
  /** When the certificate was revoked, and none took its place. */
  readonly revokedAt: string | null
}

/**
 * What a standing is called now. Being late says more than having failed: what matters is that it is still to be done.
 * @param now ISO date-time, as the dates are
 */
export function statusAt(
  { status, dueAt, validUntil, revokedAt }: StandingDates,
  now: string,
): StandingStatus {
  if (status === 'complete') {
    if (revokedAt !== null) return 'revoked'
    return validUntil !== null && validUntil <= now ? 'expired' : 'complete'
  }
  return dueAt !== null && dueAt < now ? 'late' : status
}

import { parseDate } from '@internationalized/date'
import { drawRound, type PoolContact } from './draw'
import { courseResult, mostContacts, sequentialRuleOf, type CourseResult, type ModuleResult } from './result'
import type { Course } from './schema'
import { leastContacts } from './sequential'

/** A person's assessed attempt at a contact of a course. */
export interface RoundAttempt {
  readonly id: string
  readonly scenario: string
  readonly round: number
  /** Draws the contacts of its round; `null` for the fixed rule and for attempts of before. */
  readonly roundSeed: number | null
  readonly startedAt: string
  /** Set when the attempt could not go on and was begun afresh; it is kept and never counts. */
  readonly setAside: boolean
  /** Present once the attempt has ended. */
  readonly result: Omit<ModuleResult, 'scenario'> | undefined
}

export interface RoundModule {
  readonly scenario: string
  readonly state: 'open' | 'in-progress' | 'done'
  /** The attempt that counts, or the one to continue. */
  readonly attempt: RoundAttempt | undefined
}

export interface RoundState {
  readonly round: number
  /**
   * Fixed: every contact of the deck in its order. Sequential: those that were begun, in that order, and of a round that
   * is over those that count.
   */
  readonly modules: readonly RoundModule[]
  readonly result: CourseResult
}

const byStart = (a: RoundAttempt, b: RoundAttempt): number =>
  a.startedAt.localeCompare(b.startedAt) || (a.id < b.id ? -1 : 1)

const latestRound = (attempts: readonly RoundAttempt[]): number =>
  attempts.reduce((latest, attempt) => Math.max(latest, attempt.round), 1)

/** Of the attempts at one contact the one that counts: the first that was finished, else the last that was begun. */
function moduleOf(scenario: string, own: readonly RoundAttempt[]): RoundModule {
  const finished = own.find((attempt) => attempt.result)
  if (finished) return { scenario, state: 'done', attempt: finished }
  const open = own[own.length - 1]
  return { scenario, state: open ? 'in-progress' : 'open', attempt: open }
}

/**
 * Where a person stands in a course. A course is played in rounds: in each, the first finished assessed attempt at every
 * contact counts. A round that is over and did not pass is followed by a new one.
 * @param course the course
 * @param attempts the person's assessed attempts at it, in any order
 * @returns the latest round, round 1 when there is no attempt
 */
export function roundState(
  course: Pick<Course, 'modules' | 'rule'>,
  attempts: readonly RoundAttempt[],
): RoundState {
  const round = latestRound(attempts)
  const inRound = attempts.filter((attempt) => attempt.round === round && !attempt.setAside).sort(byStart)
  const scenarios =
    course.rule.kind === 'fixed' ? course.modules : [...new Set(inRound.map(({ scenario }) => scenario))]
  const modules = scenarios.map((scenario) =>
    moduleOf(
      scenario,
      inRound.filter((attempt) => attempt.scenario === scenario),
    ),
  )
  if (course.rule.kind === 'sequential') {
    modules.sort((a, b) => byStart(a.attempt!, b.attempt!))
  }
  const done = modules.filter(({ state }) => state === 'done')
  const result = courseResult(
    course,
    done.map(({ scenario, attempt }) => ({ scenario, ...attempt!.result! })),
  )
  const over = course.rule.kind === 'sequential' && result.complete
  return { round, modules: over ? done.slice(0, result.contacts) : modules, result }
}

/**
 * Every round that a person began, the oldest first, each as `roundState` gives it. A round that another one followed
 * was not passed, whatever a rule that the course got later would make of it.
 */
export function roundStates(
  course: Pick<Course, 'modules' | 'rule'>,
  attempts: readonly RoundAttempt[],
): RoundState[] {
  const rounds = [...new Set(attempts.map(({ round }) => round))].sort((a, b) => a - b)
  const latest = rounds[rounds.length - 1]
  return rounds.map((round) => {
    const state = roundState(
      course,
      attempts.filter((attempt) => attempt.round === round),
    )
    return round === latest ? state : { ...state, result: { ...state.result, complete: true, passed: false } }
  })
}

const DAY_MS = 86_400_000

/** The same time of a later day. @param instant ISO 8601 in UTC */
const daysLater = (instant: string, days: number): string =>
  `${parseDate(instant.slice(0, 10)).add({ days }).toString()}${instant.slice(10)}`

/**
 * When the next round may begin, by the course's limit of rounds in a window of days. A round is begun with its first
 * attempt.
 * @param attempts the person's assessed attempts at the course, those set aside included
 * @param now ISO 8601
 * @returns ISO 8601; `undefined` when it may begin now
 */
export function nextRoundOpens(
  { rounds }: Pick<Course, 'rounds'>,
  attempts: readonly RoundAttempt[],
  now: string,
): string | undefined {
  const begun = new Map<number, string>()
  for (const { round, startedAt } of attempts) {
    const known = begun.get(round)
    if (known === undefined || startedAt < known) begun.set(round, startedAt)
  }
  const latest = [...begun.values()].sort().reverse()
  const oldest = latest[rounds.most - 1]
  if (oldest === undefined) return undefined
  const opens = daysLater(oldest, rounds.days)
  return opens > now ? opens : undefined
}

/** What stands in the way of an assessed attempt. */
export type NotNow =
  /** The course is passed, or this contact counts in the round already. */
  | { readonly kind: 'counts' }
  /** It was begun and goes on. */
  | { readonly kind: 'begun'; readonly attempt: string }
  /** So many rounds were begun that the next one has to wait. */
  | { readonly kind: 'waits'; readonly opens: string }

/** The round in which an assessed attempt belongs. */
export type NextRound = { readonly kind: 'round'; readonly round: number; readonly begins: boolean } | NotNow

/**
 * The round in which the next assessed attempt at a course belongs.
 * @param state of the same attempts
 * @param now ISO 8601
 */
export function roundForNewAttempt(
  course: Course,
  attempts: readonly RoundAttempt[],
  state: RoundState,
  now: string,
): NextRound {
  if (state.result.complete) {
    if (state.result.passed) return { kind: 'counts' }
    const opens = nextRoundOpens(course, attempts, now)
    return opens === undefined
      ? { kind: 'round', round: state.round + 1, begins: true }
      : { kind: 'waits', opens }
  }
  const begins = !attempts.some(({ round }) => round === state.round)
  const running = state.modules.find((entry) => entry.state === 'in-progress')
  if (course.rule.kind === 'sequential' && running?.attempt) {
    return { kind: 'begun', attempt: running.attempt.id }
  }
  return { kind: 'round', round: state.round, begins }
}

/**
 * Whether a contact of a fixed deck may be begun in the round that `roundForNewAttempt` gives.
 * @returns `undefined` when it may
 */
export function contactTaken(
  course: Course,
  state: RoundState,
  next: NextRound & { readonly kind: 'round' },
  scenario: string,
): NotNow | undefined {
  if (!course.modules.includes(scenario)) return { kind: 'counts' }
  if (next.round !== state.round) return undefined
  const own = state.modules.find((entry) => entry.scenario === scenario)
  if (own?.state === 'done') return { kind: 'counts' }
  return own?.attempt && { kind: 'begun', attempt: own.attempt.id }
}

/** What the draw of a round needs beside the course. */
export interface RoundDraw {
  readonly round: number
  /** Of the round. */
  readonly seed: number
  readonly pool: readonly PoolContact[]
  /** The attempts of this person, anywhere and in whatever mode; what was begun since this round was is not looked at. */
  readonly meetings: readonly Pick<RoundAttempt, 'id' | 'scenario' | 'startedAt'>[]
}

/**
 * The next contact of a sequential round.
 * @param attempts the person's assessed attempts at the course, in any order
 * @returns its id; `undefined` when the round has used up its contacts
 */
export function nextContact(
  course: Course,
  attempts: readonly RoundAttempt[],
  { round, seed, pool, meetings }: RoundDraw,
): string | undefined {
  const rule = sequentialRuleOf(course)
  if (!rule) return undefined
  const own = attempts.filter((attempt) => attempt.round === round)
  const began = own.reduce((first, { startedAt }) => (startedAt < first ? startedAt : first), '~')
  const ofRound = new Set(own.map(({ id }) => id))
  const lastMet = new Map<string, string>()
  for (const { id, scenario, startedAt } of meetings) {
    if (startedAt > began || ofRound.has(id)) continue
    const known = lastMet.get(scenario)
    if (known === undefined || startedAt > known) lastMet.set(scenario, startedAt)
  }
  const order = drawRound({ pool, seed, most: mostContacts(course), early: leastContacts(rule), lastMet })
  const met = new Set(own.filter(({ setAside }) => !setAside).map(({ scenario }) => scenario))
  return order.find((id) => !met.has(id))
}

/** The seed of a round that was begun; `undefined` for one that was not, or of before. */
export const seedOfRound = (attempts: readonly RoundAttempt[], round: number): number | undefined =>
  [...attempts].sort(byStart).find((attempt) => attempt.round === round && attempt.roundSeed !== null)
    ?.roundSeed ?? undefined

/**
 * Whether a contact may be practised: not while an assessed attempt at it is open, and where it is assessed not before
 * it was met in the round. Between rounds whoever met it in any round may; whoever passed may practise all.
 * @param attempts the person's assessed attempts at the course
 */
export function mayPractise(
  course: Pick<Course, 'modules' | 'rule'>,
  attempts: readonly RoundAttempt[],
  scenario: string,
): boolean {
  const own = attempts.filter((attempt) => attempt.scenario === scenario)
  if (own.some(({ result, setAside }) => !result && !setAside)) return false
  if (!course.modules.includes(scenario)) return true
  const { round, result } = roundState(course, attempts)
  if (result.passed) return true
  return own.some((attempt) => attempt.result !== undefined && (result.complete || attempt.round === round))
}

const REFRESHER_DAYS = [7, 30, 135] as const

/**
 * When refreshers of a passed course fall due: after 7 days, 30 days, and before 5 months (135 days).
 * @param passedAtMs when the course was passed, in milliseconds since 1970
 * @returns the same unit, ascending
 */
export function refreshersAfter(passedAtMs: number): number[] {
  return REFRESHER_DAYS.map((days) => passedAtMs + days * DAY_MS)
}

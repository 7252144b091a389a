import { parseDate } from '@internationalized/date'
import { drawRound, type PoolContact } from './draw'
import {
  courseResult,
  mostContacts,
  sequentialRuleOf,
  type CourseResult,
  type ModuleResult,
} from './pass-rule'
import type { Course } from './schema'
import { leastContacts } from './sequential'

/** A person's assessed attempt at a contact of a course. */
export interface RoundAttempt {
  readonly id: string
  readonly scenario: string
  readonly round: number
  /**
   * The seed that draws the contacts of its round; `null` for the fixed rule and for attempts from before rounds had
   * seeds.
   */
  readonly roundSeed: number | null
  readonly startedAt: string
  /** True if the attempt could not go on and was begun afresh. It is kept and never counts. */
  readonly setAside: boolean
  /** The result, once the attempt has ended. */
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
   * Under a fixed rule every contact of the deck in its order. Under a sequential rule the contacts that were begun, in
   * the order of their beginning; once the round is over, only those that count.
   */
  readonly modules: readonly RoundModule[]
  readonly result: CourseResult
}

const byStart = (a: RoundAttempt, b: RoundAttempt): number =>
  a.startedAt.localeCompare(b.startedAt) || (a.id < b.id ? -1 : 1)

const latestRound = (attempts: readonly RoundAttempt[]): number =>
  attempts.reduce((latest, attempt) => Math.max(latest, attempt.round), 1)

/** Chooses the attempt at a contact that counts: the first that was finished, otherwise the last that was begun. */
function moduleOf(scenario: string, own: readonly RoundAttempt[]): RoundModule {
  const finished = own.find((attempt) => attempt.result)
  if (finished) return { scenario, state: 'done', attempt: finished }
  const open = own[own.length - 1]
  return { scenario, state: open ? 'in-progress' : 'open', attempt: open }
}

/**
 * Returns a person's state in a course. A course is played in rounds. In each round the first finished assessed attempt
 * at every contact counts. A round that ended without a pass is followed by a new one.
 * @param course the course
 * @param attempts the person's assessed attempts at it, in any order
 * @returns the latest round; round 1 if there is no attempt
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
 * Returns every round that a person began, the oldest first, each as `roundState` returns it. A round with a later one
 * after it was not passed, even if a rule that the course got since would decide otherwise.
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

/** Returns the same time on a later day, or on an earlier one. @param instant ISO 8601 in UTC */
export const daysLater = (instant: string, days: number): string =>
  `${parseDate(instant.slice(0, 10)).add({ days }).toString()}${instant.slice(10)}`

/**
 * Returns the time at which the next round may begin, by the course's limit of rounds in a window of days. A round
 * begins with its first attempt.
 * @param attempts the person's assessed attempts at the course, including those set aside
 * @param now ISO 8601
 * @returns ISO 8601; `undefined` if the round may begin now
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

/** The reasons why an assessed attempt can't be begun now. */
export type NotNow =
  /** The course is passed and needs no new pass, or this contact already counts in the round. */
  | { readonly kind: 'counts' }
  /** It was begun and is not finished. */
  | { readonly kind: 'begun'; readonly attempt: string }
  /** The limit of rounds is reached; the next one may begin at `opens`. */
  | { readonly kind: 'waits'; readonly opens: string }

/** The round to which a new assessed attempt belongs, or the reason why there can be none now. */
export type NextRound = { readonly kind: 'round'; readonly round: number; readonly begins: boolean } | NotNow

/**
 * Returns the round to which the next assessed attempt at a course belongs.
 * @param state the state that `roundState` returns for the same attempts
 * @param now ISO 8601
 * @param renewsFrom the time from which the course, once passed, may be played again for a new certificate; `null` for
 *   never
 */
export function roundForNewAttempt(
  course: Course,
  attempts: readonly RoundAttempt[],
  state: RoundState,
  now: string,
  renewsFrom: string | null,
): NextRound {
  if (state.result.complete) {
    if (state.result.passed && (renewsFrom === null || now < renewsFrom)) return { kind: 'counts' }
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
 * Checks whether a contact of a fixed deck may be begun in the round that `roundForNewAttempt` returned.
 * @returns `undefined` if it may, otherwise the reason why not
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

/** The draw of a round needs these facts besides the course. */
export interface RoundDraw {
  readonly round: number
  /** The seed of the round. */
  readonly seed: number
  readonly pool: readonly PoolContact[]
  /** All attempts of this person, in any course and mode. Those that were begun after the round are ignored. */
  readonly meetings: readonly Pick<RoundAttempt, 'id' | 'scenario' | 'startedAt'>[]
}

/**
 * Returns the next contact of a sequential round.
 * @param attempts the person's assessed attempts at the course, in any order
 * @returns its id; `undefined` if the round has used up its contacts
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

/** Returns the seed of a round; `undefined` if it was not begun, or was begun before rounds had seeds. */
export const seedOfRound = (attempts: readonly RoundAttempt[], round: number): number | undefined =>
  [...attempts].sort(byStart).find((attempt) => attempt.round === round && attempt.roundSeed !== null)
    ?.roundSeed ?? undefined

/**
 * Checks whether a person may practise a contact. They may not while an assessed attempt at it is open. A contact of
 * the course itself must first have been finished in the current round, or in any round if the current one is over. A
 * person who passed may practise all contacts.
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
 * Returns the times at which refreshers of a passed course fall due: after 7 days, 30 days, and shortly before 5 months
 * (135 days).
 * @param passedAtMs the time of passing the course, in milliseconds since 1970
 * @returns milliseconds since 1970, ascending
 */
export function refreshersAfter(passedAtMs: number): number[] {
  return REFRESHER_DAYS.map((days) => passedAtMs + days * DAY_MS)
}

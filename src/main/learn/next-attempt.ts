import {
  contactTaken,
  mayPractise,
  nextContact,
  roundForNewAttempt,
  roundState,
  seedOfRound,
  type Course,
  type NotNow,
  type PoolContact,
  type RoundAttempt,
} from '../../domain/course'
import { Refused } from '../refused'
import type { Library } from '../library/library'
import type { LocalRecords } from '../store/records'

/** An assessed attempt that may begin. */
export interface NextAttempt {
  readonly scenario: string
  readonly round: number
  /** Set in a round that is drawn. */
  readonly roundSeed: number | null
}

export interface Asking {
  readonly course: Course
  /** The person's assessed attempts at the course, without those that are closed to them. */
  readonly attempts: readonly RoundAttempt[]
  /** All attempts of the person, for choosing contacts that they have not met lately. */
  readonly meetings: readonly Pick<RoundAttempt, 'id' | 'scenario' | 'startedAt'>[]
  readonly library: Pick<Library, 'scenario'>
  /** ISO 8601. */
  readonly now: string
  /** The time from which the course, once passed, may be played again; see `renewal.ts`. */
  readonly renewsFrom: string | null
  /** Draws a number for a new round. */
  readonly newSeed: () => number
}

function refusal(course: Course, why: NotNow): Refused {
  if (why.kind === 'begun') return new Refused('already-exists', 'You have begun this one. Continue it.')
  if (why.kind === 'waits') {
    return new Refused('round-waits', `The next round of ‘${course.id}’ opens at ${why.opens}.`)
  }
  return new Refused('not-allowed', 'This one already counts. You can practise it.')
}

/** Returns the contacts of a course's pool for the draw. Contacts that can't be played are left out. */
function poolOf(course: Course, library: Asking['library']): PoolContact[] {
  return course.modules.flatMap((id): PoolContact[] => {
    const found = library.scenario(id)
    if ('kind' in found) return []
    const { scenario, channel } = found
    const twin = 'twin' in scenario && typeof scenario.twin === 'string' ? scenario.twin : undefined
    return [{ id, truth: scenario.truth, channel, twin }]
  })
}

/**
 * Chooses the assessed attempt at a course that begins next.
 * @param scenario the contact that is asked for; `null` for the next one, the only choice in a course that draws its
 *   rounds
 * @param replaces the attempt that is set aside for it
 * @throws Refused `already-exists`, `round-waits`, `not-allowed`, `not-found`
 */
export function nextAttempt(asking: Asking, scenario: string | null, replaces?: string): NextAttempt {
  const { course, library, now } = asking
  const attempts = asking.attempts.map((one) => (one.id === replaces ? { ...one, setAside: true } : one))
  const state = roundState(course, attempts)
  const next = roundForNewAttempt(course, attempts, state, now, asking.renewsFrom)
  if (next.kind !== 'round') throw refusal(course, next)
  if (course.rule.kind === 'sequential') {
    if (scenario !== null) throw new Refused('not-allowed', 'The contacts of this course are drawn.')
    const roundSeed = seedOfRound(attempts, next.round) ?? asking.newSeed()
    const pool = poolOf(course, library)
    const drawn = nextContact(course, attempts, {
      round: next.round,
      seed: roundSeed,
      pool,
      meetings: asking.meetings,
    })
    if (drawn === undefined)
      throw new Refused('not-found', `The pool of ‘${course.id}’ has no other contact.`)
    return { scenario: drawn, round: next.round, roundSeed }
  }
  const wanted =
    scenario ??
    course.modules.find((id) => contactTaken(course, state, next, id) === undefined) ??
    course.modules[0]!
  if (!course.modules.includes(wanted)) {
    throw new Refused('not-found', `The course ‘${course.id}’ has no module ‘${wanted}’.`)
  }
  const taken = contactTaken(course, state, next, wanted)
  if (taken) throw refusal(course, taken)
  return { scenario: wanted, round: next.round, roundSeed: null }
}

/**
 * Tells whether somebody may practise a contact without spoiling an assessed attempt at it. Every course that was
 * assigned to them or begun by them must allow it, and so must the course from which they ask.
 */
export function practiceIsOpen(
  store: Pick<LocalRecords, 'assessedAttempts' | 'coursesOf'>,
  library: Pick<Library, 'course'>,
  person: string,
  from: Course,
  scenario: string,
): boolean {
  const ids = new Set([from.id, ...store.coursesOf(person)])
  return [...ids].every((id) => {
    const course = library.course(id)
    return !course || mayPractise(course, store.assessedAttempts(person, id), scenario)
  })
}

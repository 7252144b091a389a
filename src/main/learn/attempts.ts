import {
  commitEntry,
  openAttempt,
  pauseAttempt,
  ReplayError,
  type AttemptState,
  type LogEntry,
} from '../../domain/run'
import { SCORING_VERSION, scoreSession, type Score } from '../../domain/scoring'
import { mostContacts, roundState, type Course } from '../../domain/course'
import { LEFT_EVENT } from '../../domain/scenario/vocabulary'
import type { AttemptView } from '../../bridge/channels'
import type { EarlierResults } from '../people/earlier-results'
import { Refused } from '../refused'
import type { System } from '../system'
import { renewalOf } from './renewal'
import { nextAttempt, practiceIsOpen } from './next-attempt'
import { openAttempts } from './open-attempts'
import { refusedBecause, type Library, type LibraryScenario } from '../library/library'
import type { Person, LocalRecords, StoredAttempt } from '../store/records'

/** All facts about an attempt at the moment when it ends. */
export interface EndedAttempt {
  readonly attempt: StoredAttempt
  readonly person: Person
  readonly course: Course
  readonly found: LibraryScenario
  /** The whole log, including the last entry. */
  readonly log: readonly LogEntry[]
  readonly score: Score
}

/**
 * Runs inside the transaction that ends an attempt, so that its writes are kept together with the ending or not at all.
 */
export type AfterEnd = (ended: EndedAttempt) => void

const ALL_OPEN = { closedBefore: () => null, mustBeOpen: () => {} } as const

interface Live {
  state: AttemptState
  /** True if the clock was stopped by the lock and not by a pause. Unlocking then starts it again. */
  stoppedByLock: boolean
}

/** Returns the first name, by which texts address a trainee. */
export const firstNameOf = ({ name }: Pick<Person, 'name'>): string => name.split(/\s+/)[0] ?? name

/** Returns the version of the rules by which an attempt was scored, and the version of today; `null` while it runs. */
export function scoringOf(
  store: Pick<LocalRecords, 'attemptSummary'>,
  id: string,
): { version: number; today: number } | null {
  const summary = store.attemptSummary(id)
  return summary ? { version: summary.scoringVersion, today: SCORING_VERSION } : null
}

/**
 * Starts, resumes and commits attempts. The log in the store is authoritative; the sessions here can be rebuilt from
 * it.
 */
export class Attempts {
  readonly #live = new Map<string, Live>()

  constructor(
    private readonly store: LocalRecords,
    private readonly library: Library,
    private readonly system: System,
    private readonly organisation: () => string,
    private readonly locale: () => string,
    private readonly afterEnd: readonly AfterEnd[] = [],
    /** Called inside the transaction that starts an attempt and sets aside the one that it replaces. */
    private readonly afterStart: (attempt: StoredAttempt) => void = () => {},
    private readonly earlier: Pick<EarlierResults, 'closedBefore' | 'mustBeOpen'> = ALL_OPEN,
  ) {}

  #course(id: string): Course {
    const course = this.library.course(id)
    if (!course) throw new Refused('not-found', `There is no course ‘${id}’.`)
    return course
  }

  #scenario(id: string): LibraryScenario {
    const found = this.library.scenario(id)
    if ('kind' in found) throw new Refused('scenario-invalid', refusedBecause(found))
    return found
  }

  #own(id: string, person: Person): StoredAttempt {
    const attempt = this.store.attempt(id)
    if (!attempt || attempt.personId !== person.id)
      throw new Refused('not-found', 'There is no such attempt.')
    this.earlier.mustBeOpen(person.id, attempt.startedAt)
    return attempt
  }

  /**
   * Begins an attempt.
   * @param scenarioId `null` for the next contact of a course, the only choice in a drawn round
   */
  start(
    person: Person,
    courseId: string,
    scenarioId: string | null,
    mode: 'assessed' | 'practice',
  ): AttemptView {
    const course = this.#course(courseId)
    if (mode === 'assessed') return this.#beginAssessed(person, course, scenarioId)
    const listed = scenarioId !== null && [...course.modules, ...(course.practice ?? [])].includes(scenarioId)
    if (!listed) throw new Refused('not-found', `The course ‘${courseId}’ has no module ‘${scenarioId}’.`)
    if (!practiceIsOpen(this.store, this.library, person.id, course, scenarioId)) {
      throw new Refused('not-yet', 'This contact is assessed; it can be practised once it was met there.')
    }
    return this.#begin(person, course, this.#scenario(scenarioId), mode, { round: null, roundSeed: null })
  }

  #newSeed(): number {
    return this.system.randomBytes(4).reduce((seed, byte) => seed * 256 + byte, 0)
  }

  /** @param replaces an attempt that can't continue and is set aside */
  #beginAssessed(person: Person, course: Course, scenario: string | null, replaces?: string): AttemptView {
    const all = this.store.assessedAttempts(person.id, course.id)
    const open = openAttempts(course, all, this.earlier.closedBefore(person.id))
    const now = this.system.now().toISOString()
    const next = this.#notingRefusal(person, course, now, () =>
      nextAttempt(
        {
          course,
          attempts: open.attempts,
          meetings: this.store.meetings(person.id),
          library: this.library,
          now,
          renewsFrom: renewalOf(course, this.store.passOf(person.id, course.id)),
          newSeed: () => this.#newSeed(),
        },
        scenario,
        replaces,
      ),
    )
    const found = this.#scenario(next.scenario)
    // Attempts that were deleted by their age leave certificates behind, whose rounds are not begun again.
    const before = all.length > 0 ? open.rounds : this.store.lastCertifiedRound(person.id, course.id)
    const { roundSeed } = next
    const round = next.round + before
    return this.#begin(person, course, found, 'assessed', { round, roundSeed }, replaces)
  }

  /** Notes when a round was asked for too early, so that HR can see it. */
  #notingRefusal<T>(person: Person, course: Course, now: string, ask: () => T): T {
    try {
      return ask()
    } catch (error) {
      if (error instanceof Refused && error.code === 'round-waits') {
        this.store.noteRoundRefused(person.id, course.id, now)
      }
      throw error
    }
  }

  #begin(
    person: Person,
    course: Course,
    found: LibraryScenario,
    mode: 'assessed' | 'practice',
    round: Pick<StoredAttempt, 'round' | 'roundSeed'>,
    replaces?: string,
  ): AttemptView {
    const attempt: StoredAttempt = {
      id: this.system.uuid(),
      personId: person.id,
      course: course.id,
      ...round,
      mode,
      scenario: found.scenario.id,
      scenarioHash: found.hash,
      truth: found.scenario.truth,
      channel: found.channel,
      locale: this.locale(),
      seed: this.#newSeed(),
      startedAt: this.system.now().toISOString(),
      endedAt: null,
      setAsideAt: null,
    }
    const { hash, content, scenario } = found
    const copy = { hash, content, id: scenario.id, version: scenario.version }
    this.store.startAttempt(attempt, copy, replaces, () => this.afterStart(attempt))
    return this.#open(attempt, person, found)
  }

  #open(attempt: StoredAttempt, person: Person, found: LibraryScenario): AttemptView {
    const log = this.store.log(attempt.id)
    const known = this.#live.get(attempt.id)
    const state = this.#stateOf(attempt, found, log, known?.state)
    this.#live.set(attempt.id, {
      state,
      stoppedByLock: known?.state.clock === state.clock && known.stoppedByLock,
    })
    return {
      id: attempt.id,
      course: attempt.course,
      mode: attempt.mode,
      scenario: found.scenario,
      log,
      seed: attempt.seed,
      ended: attempt.endedAt !== null,
      scoring: scoringOf(this.store, attempt.id),
      trainee: firstNameOf(person),
      organisation: this.organisation(),
      place: this.#place(attempt),
    }
  }

  /** Returns the number of an assessed attempt's contact in its course or round, as Learn shows it. */
  #place({ id, personId, mode, course: courseId, scenario }: StoredAttempt): AttemptView['place'] {
    const course = this.library.course(courseId)
    if (mode === 'practice' || !course) return null
    if (course.rule.kind === 'fixed') {
      const index = course.modules.indexOf(scenario)
      return index < 0 ? null : { number: index + 1, of: course.modules.length, drawn: false }
    }
    const all = this.store.assessedAttempts(personId, courseId)
    const { attempts } = openAttempts(course, all, this.earlier.closedBefore(personId))
    const index = roundState(course, attempts).modules.findIndex(({ attempt }) => attempt?.id === id)
    return index < 0 ? null : { number: index + 1, of: mostContacts(course), drawn: true }
  }

  #stateOf(
    attempt: StoredAttempt,
    { compiled }: LibraryScenario,
    log: readonly LogEntry[],
    known: AttemptState | undefined,
  ): AttemptState {
    try {
      return openAttempt(
        compiled,
        log,
        attempt.startedAt,
        this.system.ticks(),
        known,
        attempt.seed ?? undefined,
      )
    } catch (error) {
      if (!(error instanceof ReplayError)) throw error
      throw new Refused(
        'log-out-of-step',
        `Attempt ${attempt.id}: ${error.message}. Start it again; the log is kept.`,
      )
    }
  }

  resume(person: Person, id: string): AttemptView {
    const attempt = this.#own(id, person)
    if (attempt.setAsideAt)
      throw new Refused('attempt-ended', 'This attempt was set aside for a fresh start.')
    const found = this.#scenario(attempt.scenario)
    if (found.hash !== attempt.scenarioHash) {
      throw new Refused(
        'scenario-changed',
        'This scenario was changed since you began it. Start it again; what you did is kept.',
      )
    }
    return this.#open(attempt, person, found)
  }

  /**
   * Begins an attempt again that can't continue, because its scenario was changed or its log no longer fits. The old
   * attempt and its log are kept and don't count. Practice can always be begun again.
   */
  restart(person: Person, id: string): AttemptView {
    const attempt = this.#own(id, person)
    if (attempt.endedAt) throw new Refused('attempt-ended', 'This attempt has ended; it counts as it is.')
    if (attempt.setAsideAt) throw new Refused('attempt-ended', 'This attempt was set aside already.')
    const course = this.#course(attempt.course)
    if (attempt.mode === 'practice') return this.start(person, course.id, attempt.scenario, 'practice')
    if (!this.#isStuck(attempt)) throw new Refused('not-allowed', 'An assessed contact is begun once.')
    this.#live.delete(id)
    return this.#beginAssessed(person, course, course.rule.kind === 'fixed' ? attempt.scenario : null, id)
  }

  /**
   * Tells whether an attempt can't continue for a reason outside the person: its scenario or its log no longer fits.
   */
  #isStuck(attempt: StoredAttempt): boolean {
    const found = this.library.scenario(attempt.scenario)
    if ('kind' in found || found.hash !== attempt.scenarioHash) return true
    try {
      this.#stateOf(attempt, found, this.store.log(attempt.id), undefined)
      return false
    } catch {
      return true
    }
  }

  /** Leaves an assessed contact. The attempt ends with that and counts as abandoned. */
  leave(person: Person, id: string): null {
    const attempt = this.#own(id, person)
    if (attempt.mode === 'practice') return null
    const live = this.#live.get(id) ?? this.#reopen(person, attempt)
    this.commit(person, id, live.state.nextSeq, 'decision', LEFT_EVENT)
    return null
  }

  pause(person: Person, id: string, paused: boolean): null {
    this.#own(id, person)
    const live = this.#live.get(id)
    if (live) live.state = pauseAttempt(live.state, paused, this.system.ticks())
    return null
  }

  /** Stops the clocks of all attempts under way, while the screen is locked. */
  stopClocks(): void {
    for (const live of this.#live.values()) {
      if (live.state.clock.pausedAt !== undefined) continue
      live.state = pauseAttempt(live.state, true, this.system.ticks())
      live.stoppedByLock = true
    }
  }

  /** Starts the clocks again that the lock had stopped. */
  resumeClocks(): void {
    for (const live of this.#live.values()) {
      if (!live.stoppedByLock) continue
      live.stoppedByLock = false
      live.state = pauseAttempt(live.state, false, this.system.ticks())
    }
  }

  /** Commits one entry. When it returns, the entry is on the disk; only then may the next scene be shown. */
  commit(
    person: Person,
    id: string,
    seq: number,
    kind: 'decision' | 'desk',
    event: string,
  ): { entry: LogEntry; ended: boolean } {
    const attempt = this.#own(id, person)
    const live = this.#live.get(id) ?? this.#reopen(person, attempt)
    const instant = { now: this.system.now().toISOString(), ticks: this.system.ticks() }
    const commit = commitEntry(live.state, { seq, kind, event }, instant)
    if (!commit.ok) throw new Refused(commit.code, commit.message)
    const { entry, ended, repeated, state } = commit
    if (!repeated) {
      const score = scoreSession(state.session)
      if (score) this.store.endAttempt(id, entry, score, () => this.#afterEnd(person, attempt, entry, score))
      else this.store.appendDecision(id, entry)
      live.state = state
    }
    return { entry, ended }
  }

  #reopen(person: Person, attempt: StoredAttempt): Live {
    this.resume(person, attempt.id)
    return this.#live.get(attempt.id)!
  }

  #afterEnd(person: Person, attempt: StoredAttempt, entry: LogEntry, score: Score): void {
    const course = this.#course(attempt.course)
    const ended: EndedAttempt = {
      attempt: { ...attempt, endedAt: entry.at },
      person,
      course,
      found: this.#scenario(attempt.scenario),
      log: this.store.log(attempt.id),
      score,
    }
    for (const act of this.afterEnd) act(ended)
  }
}

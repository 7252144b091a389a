import {
  commitEntry,
  openAttempt,
  pauseAttempt,
  ReplayError,
  type AttemptState,
  type LogEntry,
} from '../../domain/run'
import { scoreSession, type Score } from '../../domain/scoring'
import {
  contactTaken,
  roundForNewAttempt,
  roundState,
  type Course,
  type RoundAttempt,
  type RoundState,
} from '../../domain/course'
import type { AttemptView } from '../../bridge/channels'
import type { EarlierResults } from '../people/earlier-results'
import { Refused } from '../refused'
import type { System } from '../system'
import { openAttempts } from './open-attempts'
import { refusedBecause, type Library, type LibraryScenario } from '../library/library'
import type { Person, LocalRecords, StoredAttempt } from '../store/records'

/** What there is to know in the moment in which an attempt ends. */
export interface EndedAttempt {
  readonly attempt: StoredAttempt
  readonly person: Person
  readonly course: Course
  readonly found: LibraryScenario
  /** The whole log, the last entry included. */
  readonly log: readonly LogEntry[]
  readonly score: Score
}

/** Runs inside the transaction that ends an attempt: what it writes is there with the ending or not at all. */
export type AfterEnd = (ended: EndedAttempt) => void

const ALL_OPEN = { closedBefore: () => null, mustBeOpen: () => {} } as const

interface Live {
  state: AttemptState
  /** The screen was locked and nobody had paused: unlocking lets the clock run again. */
  stoppedByLock: boolean
}

/** How texts address a trainee. */
export const firstNameOf = ({ name }: Pick<Person, 'name'>): string => name.split(/\s+/)[0] ?? name

/** Starts, resumes and commits attempts. The truth is the log in the store; what is live here can be thrown away. */
export class Attempts {
  readonly #live = new Map<string, Live>()

  constructor(
    private readonly store: LocalRecords,
    private readonly library: Library,
    private readonly system: System,
    private readonly organisation: () => string,
    private readonly locale: () => string,
    private readonly afterEnd: readonly AfterEnd[] = [],
    /** Runs inside the transaction that starts an attempt, and sets aside the one that it replaces. */
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

  start(person: Person, courseId: string, scenarioId: string, mode: 'assessed' | 'practice'): AttemptView {
    const course = this.#course(courseId)
    if (!course.modules.includes(scenarioId)) {
      throw new Refused('not-found', `The course ‘${courseId}’ has no module ‘${scenarioId}’.`)
    }
    const found = this.#scenario(scenarioId)
    return this.#begin(person, course, found, mode)
  }

  #begin(
    person: Person,
    course: Course,
    found: LibraryScenario,
    mode: 'assessed' | 'practice',
    replaces?: string,
  ): AttemptView {
    const all = this.store.assessedAttempts(person.id, course.id)
    const open = openAttempts(course, all, this.earlier.closedBefore(person.id))
    const state = roundState(course, open.attempts)
    let round: number | null = null
    if (mode === 'assessed') {
      round =
        this.#roundOf(course, open.attempts, state, found.scenario.id, replaces !== undefined) + open.rounds
    }
    const attempt: StoredAttempt = {
      id: this.system.uuid(),
      personId: person.id,
      course: course.id,
      round,
      mode,
      scenario: found.scenario.id,
      scenarioHash: found.hash,
      truth: found.scenario.truth,
      channel: found.channel,
      locale: this.locale(),
      startedAt: this.system.now().toISOString(),
      endedAt: null,
      setAsideAt: null,
    }
    const { hash, content, scenario } = found
    const copy = { hash, content, id: scenario.id, version: scenario.version }
    this.store.startAttempt(attempt, copy, replaces, () => this.afterStart(attempt))
    return this.#open(attempt, person, found)
  }

  #roundOf(
    course: Course,
    attempts: readonly RoundAttempt[],
    state: RoundState,
    scenario: string,
    again: boolean,
  ): number {
    const next = roundForNewAttempt(course, attempts, state, this.system.now().toISOString())
    const refused = next.kind === 'round' ? contactTaken(course, state, next, scenario) : next
    if (next.kind === 'round' && (!refused || (refused.kind === 'begun' && again))) return next.round
    if (refused?.kind === 'begun') {
      throw new Refused('already-exists', 'You have begun this one. Continue it.')
    }
    if (refused?.kind === 'waits') {
      throw new Refused('round-waits', `The next round of ‘${course.id}’ opens at ${refused.opens}.`)
    }
    throw new Refused('not-allowed', 'This one already counts. You can practise it.')
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
      ended: attempt.endedAt !== null,
      trainee: firstNameOf(person),
      organisation: this.organisation(),
      place: this.#place(attempt),
    }
  }

  /** Which contact of its course an assessed attempt is, as Learn lists them. */
  #place({ mode, course, scenario }: StoredAttempt): AttemptView['place'] {
    const modules = this.library.course(course)?.modules ?? []
    const index = modules.indexOf(scenario)
    return mode === 'practice' || index < 0 ? null : { number: index + 1, of: modules.length }
  }

  #stateOf(
    attempt: StoredAttempt,
    { compiled }: LibraryScenario,
    log: readonly LogEntry[],
    known: AttemptState | undefined,
  ): AttemptState {
    try {
      return openAttempt(compiled, log, attempt.startedAt, this.system.ticks(), known)
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

  /** Begins the same module afresh. The old attempt and its log are kept and do not count. */
  restart(person: Person, id: string): AttemptView {
    const attempt = this.#own(id, person)
    if (attempt.endedAt) throw new Refused('attempt-ended', 'This attempt has ended; it counts as it is.')
    if (attempt.setAsideAt) throw new Refused('attempt-ended', 'This attempt was set aside already.')
    this.#live.delete(id)
    return this.#begin(
      person,
      this.#course(attempt.course),
      this.#scenario(attempt.scenario),
      attempt.mode,
      id,
    )
  }

  pause(person: Person, id: string, paused: boolean): null {
    this.#own(id, person)
    const live = this.#live.get(id)
    if (live) live.state = pauseAttempt(live.state, paused, this.system.ticks())
    return null
  }

  /** Stops the clock of whatever is being played, while the screen is locked. */
  stopClocks(): void {
    for (const live of this.#live.values()) {
      if (live.state.clock.pausedAt !== undefined) continue
      live.state = pauseAttempt(live.state, true, this.system.ticks())
      live.stoppedByLock = true
    }
  }

  /** After an unlock, for the clocks that the lock had stopped. */
  resumeClocks(): void {
    for (const live of this.#live.values()) {
      if (!live.stoppedByLock) continue
      live.stoppedByLock = false
      live.state = pauseAttempt(live.state, false, this.system.ticks())
    }
  }

  /** Commits one entry. When it returns, the entry is on disk; only then may the next scene be shown. */
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

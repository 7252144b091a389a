import type { CompiledScenario } from './compile'
import { isOnDesk, looksInScene, MOST_LOOKS } from './desk-entry'
import { decide, endingOf, replay, type LogEntry, type Session } from './session'

/** The state of an attempt for the program that keeps its log. It is immutable: each event gives a new one. */
export interface AttemptState {
  readonly session: Session
  /** The number of the next entry. */
  readonly nextSeq: number
  readonly last: LogEntry | undefined
  /** The number of looks at the desk since the scene was shown. */
  readonly looks: number
  /** The time at which the attempt began: ISO 8601, UTC. */
  readonly startedAt: string
  readonly clock: SceneClock
}

/** The time for which a scene has been on screen, in milliseconds of a monotonic clock. */
export interface SceneClock {
  readonly shownAt: number
  /** The beginning of the current pause; `undefined` while the clock goes. */
  readonly pausedAt: number | undefined
  /** The total length of earlier pauses. */
  readonly pausedFor: number
}

/** A request to keep an entry: the number that it must get, and the act. */
export type Asked = Pick<LogEntry, 'seq' | 'kind' | 'event'>

/** The time of a request. */
export interface Instant {
  /** ISO 8601, UTC. */
  readonly now: string
  /** Milliseconds of a monotonic clock. */
  readonly ticks: number
}

export type CommitRefusal = 'attempt-ended' | 'log-out-of-step' | 'not-offered' | 'looked-enough'

export type Commit =
  | {
      readonly ok: true
      readonly entry: LogEntry
      /** True if the attempt is over with this entry. */
      readonly ended: boolean
      /** True if the same entry was kept before, so that nothing has to be written. */
      readonly repeated: boolean
      /** The attempt after the entry is written. */
      readonly state: AttemptState
    }
  | { readonly ok: false; readonly code: CommitRefusal; readonly message: string }

/**
 * Opens an attempt at the end of its log.
 * @param compiled the scenario that the log belongs to
 * @param log its entries, in order of `seq`
 * @param startedAt the time at which the attempt began: ISO 8601, UTC
 * @param ticks the current time in milliseconds of a monotonic clock
 * @param known the former state of this attempt, if any. Its clock continues, so that leaving a scene and coming back
 *   gives no new time, and pauses stay deducted.
 * @param seed the seed of the attempt
 * @throws ReplayError when the log does not fit the scenario
 */
export function openAttempt(
  compiled: CompiledScenario,
  log: readonly LogEntry[],
  startedAt: string,
  ticks: number,
  known?: AttemptState,
  seed?: number,
): AttemptState {
  const sessions = replay(compiled, log, seed)
  const nextSeq = log.length + 1
  return {
    session: sessions[sessions.length - 1]!,
    nextSeq,
    last: log[log.length - 1],
    looks: looksInScene(log),
    startedAt,
    clock: known?.nextSeq === nextSeq ? known.clock : { shownAt: ticks, pausedAt: undefined, pausedFor: 0 },
  }
}

/**
 * Stops the clock of the scene, or lets it continue.
 * @param ticks the current time in milliseconds of a monotonic clock
 * @returns the same state if nothing changes
 */
export function pauseAttempt(state: AttemptState, paused: boolean, ticks: number): AttemptState {
  const { clock } = state
  if (paused === (clock.pausedAt !== undefined)) return state
  if (clock.pausedAt === undefined) return { ...state, clock: { ...clock, pausedAt: ticks } }
  const pausedFor = clock.pausedFor + ticks - clock.pausedAt
  return { ...state, clock: { ...clock, pausedAt: undefined, pausedFor } }
}

const isOver = ({ session }: AttemptState): boolean => endingOf(session) !== undefined

const refused = (code: CommitRefusal, message: string): Commit => ({ ok: false, code, message })

/**
 * Decides whether an entry is added to the log. Since the log is kept for good, an entry must have the next number, and
 * it must be a choice that the scene offers or a look at something that the desk has; looks are limited in number. If
 * the same entry comes twice, it is answered again and not added twice.
 * @param state the state of the attempt
 * @param asked the requested entry
 * @param instant the time of the request; an entry never gets an earlier time than the one before it, even if the clock
 *   was set back
 * @returns the entry and the attempt after it, to be written by the caller; or the reason for a refusal
 */
export function commitEntry(state: AttemptState, asked: Asked, instant: Instant): Commit {
  const { session, last, nextSeq, looks, clock } = state
  const { seq, kind, event } = asked
  if (last && seq === last.seq && kind === last.kind && event === last.event) {
    return { ok: true, entry: last, ended: isOver(state), repeated: true, state }
  }
  if (isOver(state)) return refused('attempt-ended', 'This attempt has ended.')
  if (seq !== nextSeq) {
    return refused('log-out-of-step', `Entry ${seq} does not follow entry ${nextSeq - 1}.`)
  }
  if (kind === 'desk' && !isOnDesk(session.compiled.scenario.desk, event)) {
    return refused('not-offered', `‘${event}’ is not on this desk.`)
  }
  if (kind === 'desk' && looks >= MOST_LOOKS) {
    return refused('looked-enough', `${MOST_LOOKS} looks are kept for a scene.`)
  }
  const next = kind === 'decision' ? decide(session, event) : session
  if (!next) return refused('not-offered', `‘${event}’ is not possible in this scene.`)
  const earlier = last?.at ?? state.startedAt
  const entry: LogEntry = {
    seq,
    kind,
    event,
    at: instant.now < earlier ? earlier : instant.now,
    // A trainee who acts is not pausing, so that a pause that still lasts counts as time.
    elapsedMs: Math.max(0, Math.round(instant.ticks - clock.shownAt - clock.pausedFor)),
  }
  const after: AttemptState = {
    ...state,
    session: next,
    nextSeq: nextSeq + 1,
    last: entry,
    looks: kind === 'desk' ? looks + 1 : 0,
    clock:
      kind === 'desk'
        ? { ...clock, pausedAt: undefined }
        : { shownAt: instant.ticks, pausedAt: undefined, pausedFor: 0 },
  }
  return { ok: true, entry, ended: isOver(after), repeated: false, state: after }
}

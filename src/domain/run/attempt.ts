import type { CompiledScenario } from './compile'
import { isOnDesk, looksInScene, MOST_LOOKS } from './desk-entry'
import { decide, replay, viewOf, type LogEntry, type Session } from './session'

/** An attempt as whoever keeps its log has it in hand. Immutable: what happens gives a new one. */
export interface AttemptState {
  readonly session: Session
  /** The number that the next entry gets. */
  readonly nextSeq: number
  readonly last: LogEntry | undefined
  /** Looks at the desk since the scene was shown. */
  readonly looks: number
  /** When the attempt began: ISO 8601, UTC. */
  readonly startedAt: string
  readonly clock: SceneClock
}

/** How long a scene has been on screen. All in milliseconds of a clock that only goes forward. */
export interface SceneClock {
  readonly shownAt: number
  /** Since when it is paused; `undefined` while it goes. */
  readonly pausedAt: number | undefined
  /** How long it stood in earlier pauses. */
  readonly pausedFor: number
}

/** What somebody asks to be kept: the number that it must get, and what was done. */
export type Asked = Pick<LogEntry, 'seq' | 'kind' | 'event'>

/** The time at which it is asked. */
export interface Instant {
  /** ISO 8601, UTC. */
  readonly now: string
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: number
}

export type CommitRefusal = 'attempt-ended' | 'log-out-of-step' | 'not-offered' | 'looked-enough'

export type Commit =
  | {
      readonly ok: true
      readonly entry: LogEntry
      /** The attempt is over with this entry. */
      readonly ended: boolean
      /** The same entry was kept before; there is nothing to write. */
      readonly repeated: boolean
      /** The attempt once the entry is written. */
      readonly state: AttemptState
    }
  | { readonly ok: false; readonly code: CommitRefusal; readonly message: string }

/**
 * Takes up an attempt at the end of its log.
 * @param compiled the scenario that the log belongs to
 * @param log its entries, in order of `seq`
 * @param startedAt when the attempt began: ISO 8601, UTC
 * @param ticks now, in milliseconds of a clock that only goes forward
 * @param known what was in hand of this attempt before: whoever leaves a scene and comes back does not begin its clock
 *   anew, and a pause that they took is still theirs
 * @param seed of the attempt
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
 * Stops the clock of the scene, or lets it go on.
 * @param ticks now, in milliseconds of a clock that only goes forward
 * @returns the same state when there is nothing to change
 */
export function pauseAttempt(state: AttemptState, paused: boolean, ticks: number): AttemptState {
  const { clock } = state
  if (paused === (clock.pausedAt !== undefined)) return state
  if (clock.pausedAt === undefined) return { ...state, clock: { ...clock, pausedAt: ticks } }
  const pausedFor = clock.pausedFor + ticks - clock.pausedAt
  return { ...state, clock: { ...clock, pausedAt: undefined, pausedFor } }
}

/** Whether an attempt is at an ending. */
const isOver = ({ session }: AttemptState): boolean => viewOf(session).ending !== undefined

const refused = (code: CommitRefusal, message: string): Commit => ({ ok: false, code, message })

/**
 * The rule of a commit. The log is kept for good, so that only what follows it comes into it: the next number, a choice
 * that the scene offers, or a look at what the desk has, and of looks not without end. The same entry asked for twice
 * is answered and not doubled.
 * @param state where the attempt stands
 * @param asked what is to be kept
 * @param instant when; an entry never gets an earlier time than the one before it, though a clock be set back
 * @returns the entry and the attempt after it, for whoever writes it; or why it is not to be written
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
    // Whoever acts is not pausing, whatever the page said: a pause that still lasts counts as time.
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

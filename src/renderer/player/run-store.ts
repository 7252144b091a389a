import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  compileScenario,
  decide,
  replay,
  ReplayError,
  viewOf,
  type Asked,
  type CompiledScenario,
  type LogEntry,
  type SceneView,
  type Session,
} from '../../domain/run'
import { withVariant } from '../../domain/scenario/variants'
import { TIMEOUT_EVENT, type Channel } from '../../domain/scenario/vocabulary'
import { extend, tick, TICK } from './clock'
import type { PlayedAttempt, PlayerHost } from './host'
import { channelOf, facedIn } from './transcript'

/** The delay before a message that has none of its own, in milliseconds. */
const USUAL_DELAY = 900

/** An act of the trainee that has no number in the log yet. */
type Act = Pick<Asked, 'kind' | 'event'>

/**
 * Acts that the host is to store, in this order; the first one is being stored. A look at the desk does not move the
 * scene, so more acts may follow it. A decision leads to another scene and is always the last.
 */
type Queue = readonly [Act, ...Act[]]

/** The phase of the player. `shown` counts the messages of the scene that are on screen. */
export type Phase =
  /** A call is coming in and has not been answered. */
  | { readonly name: 'ringing' }
  /** The messages of the scene appear one after the other. */
  | { readonly name: 'revealing'; readonly shown: number }
  /** All messages are shown; the trainee has to choose. */
  | { readonly name: 'choosing' }
  /** The host is storing the trainee's acts. */
  | { readonly name: 'committing'; readonly shown: number; readonly queue: Queue }
  /**
   * The host failed to store the first of these acts. They can be sent again, or the trainee chooses something else.
   */
  | { readonly name: 'failed'; readonly shown: number; readonly queue: Queue }
  /** The last words of an ending are on screen. */
  | { readonly name: 'ended' }

export interface RunState {
  readonly log: readonly LogEntry[]
  /** The session at the start, then one after each decision. */
  readonly sessions: readonly Session[]
  readonly phase: Phase
  /** Nothing moves on screen while this is true, whatever the phase. */
  readonly paused: boolean
  /** Messages appear without delay. */
  readonly atOnce: boolean
  /** The milliseconds left in this scene; `undefined` without a time limit. */
  readonly left: number | undefined
  /** True if the trainee has switched off time limits from here on. */
  readonly noLimit: boolean
}

/** A run on screen: its state and its acts. The promise of an act tells whether it was stored. */
export interface Run {
  readonly compiled: CompiledScenario
  readonly store: StoreApi<RunState>
  /** Starts the clocks, because the run is on screen. */
  readonly start: () => void
  /** Stops the clocks, because the run is off screen for good or for a while. */
  readonly stop: () => void
  readonly answer: () => void
  readonly showAll: () => void
  readonly pause: (paused: boolean) => void
  readonly setAtOnce: (atOnce: boolean) => void
  readonly decide: (event: string) => Promise<boolean>
  readonly look: (event: string) => Promise<boolean>
  /** Sends the acts again that were not stored. */
  readonly retry: () => Promise<boolean>
  readonly moreTime: () => void
  readonly dropLimit: () => void
}

export const sessionOf = ({ sessions }: Pick<RunState, 'sessions'>): Session => sessions[sessions.length - 1]!
export const sceneOf = (state: Pick<RunState, 'sessions'>): SceneView => viewOf(sessionOf(state))
/** Returns the channel of whoever is on screen, at the end of the contact as before it. */
export const channelNow = ({ sessions }: Pick<RunState, 'sessions'>): Channel => channelOf(facedIn(sessions))
/** Returns the id of whoever is on screen, at the end of the contact as before it. */
export const contactNow = ({ sessions }: Pick<RunState, 'sessions'>): string | undefined =>
  viewOf(facedIn(sessions)).contact
export const isRinging = ({ phase }: Pick<RunState, 'phase'>): boolean => phase.name === 'ringing'

/** Returns the number of messages of the scene on screen. */
export function shownOf({ phase, sessions }: Pick<RunState, 'phase' | 'sessions'>): number {
  if (phase.name === 'ringing') return 0
  return 'shown' in phase ? phase.shown : sceneOf({ sessions }).beats.length
}

/** Tells whether the scene has said everything, so that the replies or the way to the debrief are shown. */
export const isAllShown = (state: Pick<RunState, 'phase' | 'sessions'>): boolean =>
  !isRinging(state) && shownOf(state) >= sceneOf(state).beats.length

/** Tells whether the desk can be used: the contact has been answered and has not ended. */
export const isDeskOpen = (state: Pick<RunState, 'phase' | 'sessions'>): boolean =>
  !isRinging(state) && sceneOf(state).ending === undefined

/** Returns the phase of a scene with this many messages on screen, while nothing is being saved. */
function phaseIn(view: SceneView, shown: number): Phase {
  if (shown < view.beats.length) return { name: 'revealing', shown }
  return { name: view.ending ? 'ended' : 'choosing' }
}

/**
 * Makes the store of one attempt on screen. The host stores each act before the next scene is shown; the store only
 * shows what the log says.
 */
export function createRun(
  attempt: Pick<PlayedAttempt, 'scenario' | 'log' | 'seed'>,
  host: Pick<PlayerHost, 'commit' | 'pause'>,
): Run {
  const seed = attempt.seed ?? undefined
  const compiled = compileScenario(withVariant(attempt.scenario, seed))
  const sessions = replay(compiled, attempt.log, seed)
  const first = viewOf(sessions[sessions.length - 1]!)
  const fresh = attempt.log.length === 0
  const rings = fresh && channelNow({ sessions }) === 'call'
  const store = createStore<RunState>(() => ({
    log: attempt.log,
    sessions,
    phase: rings ? { name: 'ringing' } : phaseIn(first, fresh ? 0 : first.beats.length),
    paused: false,
    atOnce: false,
    left: first.timeLimit,
    noLimit: false,
  }))
  const get = store.getState
  const told = new Map<Act, (kept: boolean) => void>()
  let onScreen = false
  let sending = false
  let message: { readonly of: string; readonly timer: ReturnType<typeof setTimeout> } | undefined
  let limit: ReturnType<typeof setInterval> | undefined

  const change = (next: Partial<RunState>) => {
    store.setState(next)
    setClocks()
  }

  /** Starts the clocks that the state requires, and stops the others. */
  function setClocks(): void {
    const state = get()
    const moving = onScreen && !state.paused
    setMessageClock(moving && !isRinging(state) && !isAllShown(state) ? state : undefined)
    const presses = moving && state.phase.name === 'choosing' && state.left !== undefined
    if (presses && state.left === 0) {
      void decideNow(TIMEOUT_EVENT)
    } else if (presses) {
      limit ??= setInterval(() => change({ left: tick(get().left) }), TICK)
    } else {
      clearInterval(limit)
      limit = undefined
    }
  }

  function setMessageClock(state: RunState | undefined): void {
    const of = state && `${state.sessions.length}/${shownOf(state)}/${state.atOnce}`
    if (message?.of === of) return
    clearTimeout(message?.timer)
    message = undefined
    if (!state || of === undefined) return
    const delay = state.atOnce ? 0 : (sceneOf(state).beats[shownOf(state)]?.delay ?? USUAL_DELAY)
    const timer = setTimeout(() => {
      message = undefined
      show(shownOf(get()) + 1)
    }, delay)
    message = { of, timer }
  }

  function show(shown: number): void {
    const { phase } = get()
    const during = phase.name === 'committing' || phase.name === 'failed'
    change({ phase: during ? { ...phase, shown } : phaseIn(sceneOf(get()), shown) })
  }

  /** Returns the state after an entry was stored; `rest` are the acts that are still to be stored. */
  function withEntry(state: RunState, entry: LogEntry, rest: readonly Act[]): Partial<RunState> {
    const log = [...state.log, entry]
    if (entry.kind === 'desk') {
      const shown = shownOf(state)
      const [next, ...more] = rest
      const phase = next
        ? ({ name: 'committing', shown, queue: [next, ...more] } as const)
        : phaseIn(sceneOf(state), shown)
      return { log, phase }
    }
    const after = decide(sessionOf(state), entry.event)
    if (!after) throw new ReplayError(entry.seq, entry.event, sceneOf(state).path)
    const view = viewOf(after)
    return {
      log,
      sessions: [...state.sessions, after],
      phase: phaseIn(view, 0),
      left: state.noLimit ? undefined : view.timeLimit,
    }
  }

  /**
   * Asks the host to store one act.
   * @returns the entry; `undefined` if it was not stored
   */
  async function keep(act: Act): Promise<LogEntry | undefined> {
    const asked = { seq: get().log.length + 1, ...act }
    try {
      const entry = await host.commit(asked)
      const same = entry.seq === asked.seq && entry.kind === asked.kind && entry.event === asked.event
      return same ? entry : undefined
    } catch {
      return undefined
    }
  }

  /** Sends the queue, one act after the other, until everything is stored or an act fails. */
  async function send(): Promise<void> {
    if (sending) return
    sending = true
    for (let state = get(); state.phase.name === 'committing'; state = get()) {
      const entry = await keep(state.phase.queue[0])
      // More acts may have been queued meanwhile.
      const now = get()
      if (now.phase.name !== 'committing') break
      const [act, ...rest] = now.phase.queue
      change(entry ? withEntry(now, entry, rest) : { phase: { ...now.phase, name: 'failed' } })
      // An act ends a pause in the host, so the pause is set again if it still holds here.
      if (onScreen && now.paused) host.pause(true)
      settle(entry ? [act] : [act, ...rest], entry !== undefined)
    }
    sending = false
  }

  function settle(acts: readonly Act[], kept: boolean): void {
    for (const act of acts) {
      told.get(act)?.(kept)
      told.delete(act)
    }
  }

  /** Adds acts to the end of the queue. */
  function enqueue(acts: Queue): Promise<boolean> {
    const { phase } = get()
    const shown = shownOf(get())
    const [first, ...more] = acts
    const kept = new Promise<boolean>((resolve) => told.set(acts[acts.length - 1]!, resolve))
    if (phase.name === 'committing') {
      change({ phase: { ...phase, queue: [...phase.queue, first, ...more] } })
    } else {
      change({ phase: { name: 'committing', shown, queue: [first, ...more] } })
      void send()
    }
    return kept
  }

  /**
   * Tells whether an act is allowed now: the player is not paused, the contact goes on, and no decision is under way.
   */
  function isOpen(): boolean {
    const state = get()
    if (state.paused || !isDeskOpen(state)) return false
    return state.phase.name !== 'committing' || state.phase.queue.every(({ kind }) => kind === 'desk')
  }

  const act = (kind: Act['kind'], event: string): Promise<boolean> =>
    isOpen() ? enqueue([{ kind, event }]) : Promise.resolve(false)
  const decideNow = (event: string) => act('decision', event)

  return {
    compiled,
    store,
    start() {
      onScreen = true
      host.pause(get().paused)
      setClocks()
    },
    stop() {
      onScreen = false
      setClocks()
    },
    answer() {
      if (isRinging(get()) && !get().paused) change({ phase: phaseIn(first, 0) })
    },
    showAll() {
      const state = get()
      if (!isRinging(state) && !state.paused) show(sceneOf(state).beats.length)
    },
    pause(paused) {
      if (get().paused === paused) return
      host.pause(paused)
      change({ paused })
    },
    setAtOnce: (atOnce) => change({ atOnce }),
    decide: decideNow,
    look: (event) => act('desk', event),
    retry() {
      const { phase, paused } = get()
      return phase.name === 'failed' && !paused ? enqueue(phase.queue) : Promise.resolve(false)
    },
    moreTime() {
      const { left } = get()
      if (left !== undefined) change({ left: extend(left, sceneOf(get()).timeLimit) })
    },
    dropLimit: () => change({ left: undefined, noLimit: true }),
  }
}

/** Selects a part of a run. The component is rendered again when that part has changed. */
export const useRun = <T>(run: Run, select: (state: RunState) => T): T => useStore(run.store, select)

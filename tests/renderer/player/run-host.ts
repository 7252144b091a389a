import type { Asked, LogEntry } from '../../../src/domain/run'
import type { Scenario, StateNode } from '../../../src/domain/scenario/schema'
import { TICK } from '../../../src/renderer/player/clock'
import type { PlayerHost } from '../../../src/renderer/player/host'
import { createRun, sceneOf, shownOf, type Run } from '../../../src/renderer/player/run-store'
import { ending, reply, scenarioOf, scene } from '../../domain/helpers'

interface Pending {
  readonly asked: Asked
  readonly resolve: (entry: LogEntry) => void
  readonly reject: (error: unknown) => void
}

/** Returns the entry that a host makes of an act. */
export const kept = (asked: Asked): LogEntry => ({ ...asked, at: '2026-01-05T09:00:00.000Z', elapsedMs: 0 })

/** A host that answers when the test says so, and records its calls. */
export class SlowHost implements Pick<PlayerHost, 'commit' | 'pause'> {
  readonly asked: Asked[] = []
  readonly pauses: boolean[] = []
  pending: Pending[] = []

  readonly commit = (asked: Asked): Promise<LogEntry> => {
    this.asked.push(asked)
    return new Promise((resolve, reject) => this.pending.push({ asked, resolve, reject }))
  }

  readonly pause = (paused: boolean): void => {
    this.pauses.push(paused)
  }

  #next(): Pending {
    const next = this.pending.shift()
    if (!next) throw new Error('Nothing was asked')
    return next
  }

  /** Stores the first waiting act, or answers with another entry instead. */
  async keep(instead: Partial<LogEntry> = {}): Promise<void> {
    const { asked, resolve } = this.#next()
    resolve({ ...kept(asked), ...instead })
    await settled()
  }

  async refuse(): Promise<void> {
    this.#next().reject(new Error('not kept'))
    await settled()
  }
}

/** Lets everything run that waits for a promise, but no timer. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve()
}

const beats = (...ids: string[]) =>
  ids.map((id, i) => ({ id, from: 'mara', text: { en: id }, ...(i === 0 ? { delay: 100 } : {}) }))
const saying = (ids: string[], rest: Omit<StateNode, 'meta'>): StateNode => ({
  meta: { title: { en: 'A scene' }, beats: beats(...ids) },
  ...rest,
})

/** The limit of the scene `s1`, in milliseconds. */
export const LIMIT = 4 * TICK
/** A scene with two messages, one with a time limit, one more, and an ending. */
export const small = scenarioOf({
  s0: saying(['one', 'two'], {
    on: {
      ask: reply('Who are you?', { target: 's1' }),
      end: reply('Goodbye.', { target: 'end' }),
    },
  }),
  s1: scene({
    on: { stay: reply('Wait.', { target: 's1', reenter: true }), end: reply('Goodbye.', { target: 'end' }) },
    after: { [LIMIT]: { target: 's2' } },
  }),
  s2: scene({ on: { end: reply('Goodbye.', { target: 'end' }) } }),
  end: ending('refused'),
})
export const call: Scenario = { ...small, cast: { mara: { name: 'Mara', channel: 'call' } } }

/** Begins a run on screen, after decisions that were stored earlier. */
export function begin(host: SlowHost, scenario: Scenario = small, events: readonly string[] = []): Run {
  const log = events.map((event, i) => kept({ seq: i + 1, kind: 'decision', event }))
  const run = createRun({ scenario, log, seed: null }, host)
  run.start()
  return run
}
export const phase = (run: Run) => run.store.getState().phase
export const left = (run: Run) => run.store.getState().left
export const path = (run: Run) => sceneOf(run.store.getState()).path
export const shown = (run: Run) => shownOf(run.store.getState())

/** Keeps the test plan of an open scenario: its saved runs, and acts on them. Without React. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StudioPlan, StudioSavedPlan } from '../../bridge'
import type { PlanRun } from '../../domain/scoring'

type Runs = readonly PlanRun[]

/** The acts on a plan. Each names its run as it looked to the person who acts. */
export type PlanAct =
  /** The run is inserted before this number, or at the end without it. */
  | { readonly act: 'add'; readonly run: PlanRun; readonly at?: number }
  | { readonly act: 'replace'; readonly run: PlanRun; readonly by: PlanRun }
  | { readonly act: 'remove'; readonly run: PlanRun }

export interface PlanState {
  readonly status: 'waiting' | 'ready' | 'failed'
  readonly runs: Runs
  readonly readOnly: boolean
  readonly broken: StudioPlan['broken']
  /** Tells why the last act failed: the disk refused it, or somebody else has changed the run meanwhile. */
  readonly refused: 'not-kept' | 'gone' | undefined
}

export interface PlanHost {
  readonly read: () => Promise<StudioPlan>
  readonly save: (runs: Runs, seen: string) => Promise<StudioSavedPlan>
}

export interface OpenPlan {
  readonly store: StoreApi<PlanState>
  readonly reload: () => Promise<void>
  /** @returns whether the act was saved */
  readonly act: (act: PlanAct) => Promise<boolean>
}

const same = (a: PlanRun) => {
  const text = JSON.stringify(a)
  return (b: PlanRun): boolean => JSON.stringify(b) === text
}

/** Returns the runs after an act; `undefined` if the act's run is no longer as it was seen. */
export function afterAct(runs: Runs, act: PlanAct): Runs | undefined {
  if (act.act === 'add') {
    return act.at === undefined ? [...runs, act.run] : runs.toSpliced(act.at, 0, act.run)
  }
  const at = runs.findIndex(same(act.run))
  if (at < 0) return undefined
  return act.act === 'remove' ? runs.toSpliced(at, 1) : runs.toSpliced(at, 1, act.by)
}

/** After this many tries somebody else is writing all the time, and waiting is in vain. */
const TRIES = 20

export function openPlan(host: PlanHost): OpenPlan {
  const store = createStore<PlanState>(() => ({
    status: 'waiting',
    runs: [],
    readOnly: true,
    broken: null,
    refused: undefined,
  }))
  let hash: string | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const own = queue.catch(() => undefined).then(work)
    queue = own
    return own
  }

  async function look(): Promise<void> {
    const { runs, readOnly, broken, hash: now } = await host.read()
    if (now === hash && store.getState().status === 'ready') return
    hash = now
    store.setState({ status: 'ready', runs, readOnly, broken })
  }

  async function carryOut(act: PlanAct): Promise<boolean> {
    if (hash === undefined) await look()
    for (let i = 0; i < TRIES; i += 1) {
      const runs = afterAct(store.getState().runs, act)
      if (!runs) {
        store.setState({ refused: 'gone' })
        return false
      }
      const saved = await host.save(runs, hash!)
      if (saved.outcome === 'saved') {
        hash = saved.hash
        store.setState({ runs, broken: null, refused: undefined })
        return true
      }
      // Somebody else has written the plan meanwhile. Their change stays, and this act is added to it.
      await look()
    }
    throw new Error('stale')
  }

  return {
    store,
    reload: () =>
      inTurn(look).catch(() => {
        if (store.getState().status === 'waiting') store.setState({ status: 'failed' })
      }),
    act: (act) =>
      inTurn(() => carryOut(act)).catch(() => {
        store.setState({ refused: 'not-kept' })
        return false
      }),
  }
}

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { startSession, type CompiledScenario } from '../../domain/run'
import { runPlanRun, seenOn, type PlanResult, type PlanRun } from '../../domain/scoring'
import { unwrap } from '../api'
import { useMainEvent } from '../ui/use-main-event'
import { inSlices } from './in-slices'
import { openPlan, type OpenPlan, type PlanState } from './plan-store'

type Runs = readonly PlanRun[]

interface Checked {
  readonly compiled: CompiledScenario
  readonly runs: Runs
  readonly results: ReadonlyMap<PlanRun, PlanResult>
  /** Keys of the parts that any of the runs has seen. */
  readonly seen: ReadonlySet<string>
  /** The time that running the plan took, in milliseconds. */
  readonly cost: number
}

export interface Plan extends PlanState, Pick<OpenPlan, 'act' | 'reload'> {
  /** The results of the runs. A run that was not played yet has none. */
  readonly results: ReadonlyMap<PlanRun, PlanResult>
  readonly seen: ReadonlySet<string>
  /** True if the results belong to the scenario as it is now. */
  readonly upToDate: boolean
  readonly runAll: () => void
  /** Asks where to save the plan as a file. Returns the file's name. */
  readonly saveAs: () => Promise<string>
}

/** The plan is run after each edit as long as that takes no more milliseconds than this. */
const BY_ITSELF = 1000
/** Waits for a pause in typing before a plan is run, in milliseconds. */
const QUIET = 250

function* played(compiled: CompiledScenario, runs: Runs): Generator<undefined, Omit<Checked, 'cost'>> {
  const results = new Map<PlanRun, PlanResult>()
  const seen = new Set<string>()
  for (const run of runs) {
    results.set(run, runPlanRun(compiled, run))
    for (const key of seenOn(startSession(compiled), run.choices)) seen.add(key)
    yield undefined
  }
  return { compiled, runs, results, seen }
}

const NO_RESULTS: ReadonlyMap<PlanRun, PlanResult> = new Map()
const NOTHING_SEEN: ReadonlySet<string> = new Set()

/**
 * Runs the test plan of a scenario again after each edit.
 * @param compiled the scenario to play; `undefined` if nothing can be played
 */
export function usePlan(
  { kind, id }: { readonly kind: string; readonly id: string },
  compiled: CompiledScenario | undefined,
): Plan {
  const isScenario = kind === 'scenario'
  const [plan] = useState(() =>
    openPlan({
      read: () => unwrap(window.api.studio.plan({ id })),
      save: (runs, seen) =>
        unwrap(window.api.studio.savePlan({ id, runs: structuredClone([...runs]), seen })),
    }),
  )
  const state = useStore(plan.store)
  const { runs } = state
  const [checked, setChecked] = useState<Checked>()
  const [asked, setAsked] = useState(0)
  const [answered, setAnswered] = useState(0)
  const look = () => {
    if (isScenario) void plan.reload()
  }
  useMainEvent('studio.changed', look, look)
  const upToDate =
    runs.length === 0 || (checked?.compiled === compiled && checked?.runs === runs && asked === answered)
  const cost = checked?.cost ?? 0
  useEffect(() => {
    if (!compiled || upToDate || (cost > BY_ITSELF && asked === answered)) return undefined
    let end = () => {}
    const timer = setTimeout(
      () => {
        end = inSlices(played(compiled, runs), (found, took) => {
          setChecked({ ...found, cost: took })
          setAnswered(asked)
        })
      },
      asked === answered ? QUIET : 0,
    )
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [compiled, runs, upToDate, cost, asked, answered])
  return {
    ...state,
    act: plan.act,
    reload: plan.reload,
    results: checked?.results ?? NO_RESULTS,
    seen: runs.length === 0 ? NOTHING_SEEN : (checked?.seen ?? NOTHING_SEEN),
    upToDate,
    runAll: () => setAsked((n) => n + 1),
    saveAs: async () => (await unwrap(window.api.studio.exportPlan({ id }))).file,
  }
}

import { compileScenario } from '../../domain/run'
import { hasErrors, type Issue } from '../../domain/scenario/issue'
import { openScenario } from '../../domain/scenario/open'
import type { Scenario } from '../../domain/scenario/schema'
import { checkTwin } from '../../domain/scenario/twins'
import { proving, provingHabits, type HabitProof, type Proof } from '../../domain/scoring'
import type { TaskContext } from '../store/task'
import { floorOf } from './check'

/** A scenario and the floors that it may need, as they are written. */
export interface Written {
  readonly text: string
  /** Texts of floors by id. */
  readonly floors: Readonly<Record<string, string>>
}

export interface ProveRequest extends Written {
  /** The scenario's twin; `null` if it has none. */
  readonly twin: Written | null
}

/** The proof of a scenario as `htl prove` gives it, and the result of comparing the scenario with its twin. */
export interface ScenarioProof {
  readonly proof: Proof
  readonly habits: HabitProof
  readonly twin: {
    readonly id: string
    readonly title: Scenario['title']
    readonly issues: readonly Issue[]
  } | null
}

/** The task looks this often, in milliseconds, whether somebody wants it to stop. */
const BETWEEN = 40
/** The length of the walk is not known beforehand, so the progress shows it as this share of the whole. */
const WALK = 10

const opened = ({ text, floors }: Written): Scenario | undefined => {
  const { scenario, issues } = openScenario(text, {
    ending: '.scenario.json',
    floors: (id) => floorOf(Object.hasOwn(floors, id) ? floors[id] : undefined, id),
  })
  return hasErrors(issues) ? undefined : scenario
}

/** @returns `null` for a scenario with errors, which can't be proved */
export async function proveScenario(
  request: ProveRequest,
  { breathe, progress }: TaskContext,
): Promise<ScenarioProof | null> {
  const scenario = opened(request)
  if (!scenario) return null
  const compiled = compileScenario(scenario)
  const stepwise = async <S, T>(steps: Iterator<S, T>, told: (step: S) => void): Promise<T> => {
    let last = performance.now()
    let step = steps.next()
    while (step.done !== true) {
      if (performance.now() - last > BETWEEN) {
        told(step.value)
        await breathe()
        last = performance.now()
      }
      step = steps.next()
    }
    return step.value
  }
  const proof = await stepwise(proving(compiled), () => progress(0, 100))
  const habits = await stepwise(provingHabits(compiled), ({ done, total }) =>
    progress(WALK + ((100 - WALK) * done) / total, 100),
  )
  const other = request.twin ? opened(request.twin) : undefined
  const twin =
    scenario.twin === undefined
      ? null
      : { id: scenario.twin, title: other?.title ?? {}, issues: checkTwin(scenario, other) }
  return { proof, habits, twin }
}

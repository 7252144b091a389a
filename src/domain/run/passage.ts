/** What a decision passes on its way: the branches that it takes and the scenes that it comes into. */
import { getInitialMicrosteps, getMicrosteps, type AnyMachineSnapshot } from 'xstate'
import type { StateNode, Transition } from '../scenario/schema'
import { TIMEOUT_EVENT } from '../scenario/vocabulary'
import type { CompiledScenario } from './compile'
import { holds, type RunContext } from './context'
import { keysOf, moveFor, scenePath, type Session } from './session'

/** Where something stands in the document of a scenario. */
export type Place = readonly (string | number)[]

const placeOfNode = (keys: readonly string[]): Place => ['machine', ...keys.flatMap((key) => ['states', key])]

/** The nodes from the root to a scene, each with its keys. */
function nodesTo(
  compiled: CompiledScenario,
  keys: readonly string[],
): { readonly node: StateNode; readonly keys: readonly string[] }[] {
  let node: StateNode = compiled.scenario.machine
  const nodes = [{ node, keys: [] as readonly string[] }]
  for (const [i, key] of keys.entries()) {
    node = node.states![key]!
    nodes.push({ node, keys: keys.slice(0, i + 1) })
  }
  return nodes
}

/** A branch among those of one choice; one that stands alone is no list in the document. */
function placeOfBranch(at: Place, written: Transition | readonly Transition[], branch: Transition): Place {
  return Array.isArray(written) ? [...at, written.indexOf(branch)] : at
}

/** The step that is taken by itself from a scene: the first that is open, of the scene before its groups. */
function alwaysFrom(compiled: CompiledScenario, { value, context }: AnyMachineSnapshot): Place | undefined {
  for (const { node, keys } of nodesTo(compiled, keysOf(value)).toReversed()) {
    const written = node.always
    if (written === undefined) continue
    const branches = Array.isArray(written) ? written : [written]
    const open = branches.find(({ guard }) => !guard || holds(guard.params, context as RunContext))
    if (open) return placeOfBranch([...placeOfNode(keys), 'always'], written, open)
  }
  return undefined
}

/** The scenes of some steps, with the groups around them, and what was taken by itself between them. */
function through(compiled: CompiledScenario, snapshots: readonly AnyMachineSnapshot[]): Place[] {
  return snapshots.flatMap((snapshot, i) => {
    const [, ...nodes] = nodesTo(compiled, keysOf(snapshot.value))
    const always = i < snapshots.length - 1 ? alwaysFrom(compiled, snapshot) : undefined
    return [...nodes.map(({ keys }) => placeOfNode(keys)), ...(always ? [always] : [])]
  })
}

/**
 * The places that a decision passes: the branch that it takes, and each scene that it comes into or stays in, with its
 * groups; scenes that show nothing and what leads on from them by itself among them.
 * @param event a choice's event, or `timeout`
 * @returns nothing when the scene does not offer this event now
 */
export function passageOf(session: Session, event: string): Place[] {
  const move = moveFor(session, event)
  if (!move) return []
  const { compiled, snapshot } = session
  const { from, source, transition } = move
  const node = placeOfNode(source)
  const limit = Object.keys(from.after ?? {})[0]
  const [at, written] =
    event === TIMEOUT_EVENT && limit !== undefined
      ? [[...node, 'after', limit], from.after![limit]!]
      : [[...node, 'on', event], from.on![event]!]
  const steps = getMicrosteps(compiled.machine, snapshot, { type: event }) as [AnyMachineSnapshot, unknown][]
  return [
    placeOfBranch(at, written, transition),
    ...through(
      compiled,
      steps.map(([next]) => next),
    ),
  ]
}

/** The places that a run has seen before its first decision. */
export function placesAtStart(session: Session): Place[] {
  const { compiled, snapshot } = session
  const steps = getInitialMicrosteps(compiled.machine) as [AnyMachineSnapshot, unknown][]
  const begun = steps.map(([next]) => next)
  const last = begun.at(-1)
  // One that begins in the middle has seen the scene in which it stands.
  const here = last && keysOf(last.value).join('.') === scenePath(session)
  return through(compiled, here ? begun : [snapshot as AnyMachineSnapshot])
}

/** Finds what a decision passes: the branches that it takes and the scenes that it enters. */
import { getInitialMicrosteps, getMicrosteps, type AnyMachineSnapshot } from 'xstate'
import type { StateNode, Transition } from '../scenario/schema'
import { TIMEOUT_EVENT } from '../scenario/vocabulary'
import type { CompiledScenario } from './compile'
import { holds, type RunContext } from './context'
import { keysOf, moveFor, scenePath, type Session } from './session'

/** A path in the document of a scenario. */
export type Place = readonly (string | number)[]

const placeOfNode = (keys: readonly string[]): Place => ['machine', ...keys.flatMap((key) => ['states', key])]

/** Returns the nodes from the root to a scene, each with its keys. */
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

/** Returns the path of a branch. The only branch of a choice may stand in the document without a list. */
function placeOfBranch(at: Place, written: Transition | readonly Transition[], branch: Transition): Place {
  return Array.isArray(written) ? [...at, written.indexOf(branch)] : at
}

/**
 * Returns the `always` transition that a scene takes: the first that is open, those of the scene before those of its
 * groups.
 */
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

/** Returns the scenes of some steps, the groups around them, and the `always` transitions between them. */
function through(compiled: CompiledScenario, snapshots: readonly AnyMachineSnapshot[]): Place[] {
  return snapshots.flatMap((snapshot, i) => {
    const [, ...nodes] = nodesTo(compiled, keysOf(snapshot.value))
    const always = i < snapshots.length - 1 ? alwaysFrom(compiled, snapshot) : undefined
    return [...nodes.map(({ keys }) => placeOfNode(keys)), ...(always ? [always] : [])]
  })
}

/**
 * Returns the places that a decision passes: the branch that it takes, and each scene that it enters or stays in, with
 * its groups. Scenes that show nothing and the steps that lead on from them are included.
 * @param event a choice's event, or `timeout`
 * @returns an empty list if the scene does not offer this event now
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

/** Returns the places that a run passes before its first decision. */
export function placesAtStart(session: Session): Place[] {
  const { compiled, snapshot } = session
  const steps = getInitialMicrosteps(compiled.machine) as [AnyMachineSnapshot, unknown][]
  const begun = steps.map(([next]) => next)
  const last = begun.at(-1)
  // A session that was started in the middle has passed only the scene in which it stands.
  const here = last && keysOf(last.value).join('.') === scenePath(session)
  return through(compiled, here ? begun : [snapshot as AnyMachineSnapshot])
}

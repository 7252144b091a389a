import type { Action, Scenario, StateNode, Transition } from './schema'
import { TIMEOUT_EVENT } from './vocabulary'

/** A scene, a group of scenes, or the machine itself, with where it stands. */
export interface PlacedNode {
  /** Keys from the root joined by dots; empty for the machine. */
  readonly path: string
  readonly node: StateNode
  readonly keys: readonly PropertyKey[]
  readonly parent: PlacedNode | undefined
}

/** One branch of a transition with where it stands. */
export interface PlacedTransition {
  readonly from: PlacedNode
  /** A choice's event, `timeout`, or `undefined` for `always`. */
  readonly event: string | undefined
  readonly transition: Transition
  readonly keys: readonly PropertyKey[]
}

/** Every node of a scenario, the machine first, parents before children. */
export function listNodes(scenario: Pick<Scenario, 'machine'>): PlacedNode[] {
  const root: PlacedNode = { path: '', node: scenario.machine, keys: ['machine'], parent: undefined }
  const nodes = [root]
  for (let i = 0; i < nodes.length; i++) {
    const parent = nodes[i]!
    for (const [key, node] of Object.entries(parent.node.states ?? {})) {
      const path = parent.path ? `${parent.path}.${key}` : key
      nodes.push({ path, node, keys: [...parent.keys, 'states', key], parent })
    }
  }
  return nodes
}

/** Several checks ask for the same node; on a large scenario listing its branches anew each time is what costs. */
const listed = new WeakMap<PlacedNode, readonly PlacedTransition[]>()

/** Every branch that leaves a node by itself, in the order in which XState looks at them. */
export function transitionsOf(from: PlacedNode): readonly PlacedTransition[] {
  const known = listed.get(from)
  if (known) return known
  const placed: PlacedTransition[] = []
  const add = (event: string | undefined, on: Transition | Transition[], keys: readonly PropertyKey[]) => {
    if (Array.isArray(on))
      on.forEach((transition, i) => placed.push({ from, event, transition, keys: [...keys, i] }))
    else placed.push({ from, event, transition: on, keys })
  }
  const { on, after, always } = from.node
  for (const event in on) add(event, on[event]!, [...from.keys, 'on', event])
  for (const delay in after) add(TIMEOUT_EVENT, after[delay]!, [...from.keys, 'after', delay])
  if (always) add(undefined, always, [...from.keys, 'always'])
  listed.set(from, placed)
  return placed
}

/** Every action of a scenario with where it stands; the place is worked out only when asked for. */
export function listActions(
  nodes: readonly PlacedNode[],
): { action: Action; keys: () => PropertyKey[]; from: PlacedNode }[] {
  const found: { action: Action; keys: () => PropertyKey[]; from: PlacedNode }[] = []
  const add = (from: PlacedNode, actions: readonly Action[] | undefined, to: () => PropertyKey[]) =>
    actions?.forEach((action, i) => found.push({ action, from, keys: () => [...to(), i] }))
  for (const from of nodes) {
    add(from, from.node.entry, () => [...from.keys, 'entry'])
    add(from, from.node.exit, () => [...from.keys, 'exit'])
    for (const { transition, keys } of transitionsOf(from)) {
      add(from, transition.actions, () => [...keys, 'actions'])
    }
  }
  return found
}

/**
 * The node that a target names: a sibling, `.child` of the own scene, or `#<scenario id>.<path>`.
 * @returns `undefined` when there is none
 */
export function resolveTarget(
  from: PlacedNode,
  target: string,
  byPath: ReadonlyMap<string, PlacedNode>,
  scenarioId: string,
): PlacedNode | undefined {
  if (target.startsWith('#')) {
    const rest = target.slice(1)
    return rest.startsWith(`${scenarioId}.`) ? byPath.get(rest.slice(scenarioId.length + 1)) : undefined
  }
  const base = target.startsWith('.') ? from.path : (from.parent ?? from).path
  const path = target.startsWith('.') ? target.slice(1) : target
  return byPath.get(base ? `${base}.${path}` : path)
}

import type { Action, Beat, Scenario, StateNode, Transition } from './schema'
import { TIMEOUT_EVENT } from './vocabulary'

/** A scene, a group of scenes, or the machine itself, with its path. */
export class PlacedNode {
  private listed: readonly PlacedTransition[] | undefined

  constructor(
    /** Keys from the root joined by dots; empty for the machine. */
    readonly path: string,
    readonly node: StateNode,
    readonly keys: readonly PropertyKey[],
    readonly parent: PlacedNode | undefined,
  ) {}

  /** Returns every branch that leaves this node itself, in the order in which XState tries them. */
  get transitions(): readonly PlacedTransition[] {
    return (this.listed ??= transitionsOf(this))
  }
}

/** One branch of a transition with its path. The path is computed on demand, because there are very many branches. */
export class PlacedTransition {
  constructor(
    readonly from: PlacedNode,
    /** A choice's event, `timeout`, or `undefined` for `always`. */
    readonly event: string | undefined,
    readonly transition: Transition,
    readonly kind: 'on' | 'after' | 'always',
    /** The choice's event or the delay. */
    readonly name: string,
    private readonly branch: number | undefined,
  ) {}

  get keys(): readonly PropertyKey[] {
    return [
      ...this.from.keys,
      this.kind,
      ...(this.kind === 'always' ? [] : [this.name]),
      ...(this.branch === undefined ? [] : [this.branch]),
    ]
  }
}

/** Lists every node of a scenario, the machine first, parents before children. */
export function listNodes(scenario: Pick<Scenario, 'machine'>): PlacedNode[] {
  const root = new PlacedNode('', scenario.machine, ['machine'], undefined)
  const nodes = [root]
  for (let i = 0; i < nodes.length; i++) {
    const parent = nodes[i]!
    const { states } = parent.node
    for (const key in states) {
      const path = parent.path ? `${parent.path}.${key}` : key
      nodes.push(new PlacedNode(path, states[key]!, [...parent.keys, 'states', key], parent))
    }
  }
  return nodes
}

function place(
  placed: PlacedTransition[],
  from: PlacedNode,
  event: string | undefined,
  on: Transition | Transition[],
  kind: 'on' | 'after' | 'always',
  name: string,
): void {
  if (!Array.isArray(on)) placed.push(new PlacedTransition(from, event, on, kind, name, undefined))
  else on.forEach((branch, i) => placed.push(new PlacedTransition(from, event, branch, kind, name, i)))
}

function transitionsOf(from: PlacedNode): readonly PlacedTransition[] {
  const placed: PlacedTransition[] = []
  const { on, after, always } = from.node
  for (const event in on) place(placed, from, event, on[event]!, 'on', event)
  for (const delay in after) place(placed, from, TIMEOUT_EVENT, after[delay]!, 'after', delay)
  if (always) place(placed, from, undefined, always, 'always', '')
  return placed
}

/** Visits every beat of a scenario with its path: the beats of scenes, then the answers to choices. */
export function eachBeat(
  nodes: readonly PlacedNode[],
  visit: (beat: Beat, keys: () => PropertyKey[]) => void,
): void {
  for (const at of nodes) {
    at.node.meta?.beats?.forEach((beat, i) => visit(beat, () => [...at.keys, 'meta', 'beats', i]))
    for (const move of at.transitions) {
      move.transition.meta?.answer?.forEach((beat, i) =>
        visit(beat, () => [...move.keys, 'meta', 'answer', i]),
      )
    }
  }
}

/** Returns the ids of the cues that any beat shows. */
export function cuesShown(nodes: readonly PlacedNode[]): Set<string> {
  const shown = new Set<string>()
  eachBeat(nodes, (beat) => {
    for (const mark of beat.cues ?? []) shown.add(typeof mark === 'string' ? mark : mark.cue)
  })
  return shown
}

type VisitAction = (action: Action, from: PlacedNode, keys: () => PropertyKey[]) => void

function visitActions(
  actions: readonly Action[] | undefined,
  from: PlacedNode,
  owner: PlacedNode | PlacedTransition,
  slot: 'entry' | 'exit' | 'actions',
  visit: VisitAction,
): void {
  actions?.forEach((action, i) => visit(action, from, () => [...owner.keys, slot, i]))
}

/** Visits every action of a scenario. Its path is computed on demand. */
export function eachAction(nodes: readonly PlacedNode[], visit: VisitAction): void {
  for (const from of nodes) {
    visitActions(from.node.entry, from, from, 'entry', visit)
    visitActions(from.node.exit, from, from, 'exit', visit)
    for (const move of from.transitions) visitActions(move.transition.actions, from, move, 'actions', visit)
  }
}

/**
 * Finds the node that a target names: a sibling, `.child` of the own scene, or `#<scenario id>.<path>`.
 * @returns `undefined` if there is none
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
  // XState knows no sibling of the machine itself.
  if (!from.parent && !target.startsWith('.')) return undefined
  const base = target.startsWith('.') ? from.path : (from.parent ?? from).path
  const path = target.startsWith('.') ? target.slice(1) : target
  return byPath.get(base ? `${base}.${path}` : path)
}

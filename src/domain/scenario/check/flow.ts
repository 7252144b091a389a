import { resolveTarget, type PlacedNode, type PlacedTransition } from '../nodes'
import type { Action, Scenario } from '../schema'

export interface Edge {
  /** Number of the scene it leads to. */
  readonly to: number
  readonly move: PlacedTransition
  /** What the target names, which may be a group; `undefined` for a move that stays. */
  readonly target: PlacedNode | undefined
}

/** Scenes without scenes inside, by number, and what leads where, guards left out. */
export interface Flow {
  readonly start: number | undefined
  readonly leaves: readonly PlacedNode[]
  readonly edges: readonly (readonly Edge[])[]
}

/** The scene in which a run stands after entering a node. */
function leafOf(node: PlacedNode, byPath: ReadonlyMap<string, PlacedNode>): PlacedNode | undefined {
  let at = node
  while (at.node.states) {
    const { initial, states } = at.node
    // A child, so that the walk goes down whatever the document says.
    if (initial === undefined || !Object.hasOwn(states!, initial)) return undefined
    const next = byPath.get(at.path ? `${at.path}.${initial}` : initial)
    if (!next) return undefined
    at = next
  }
  return at
}

/** What leads where. A scene offers what its groups offer too, and a move without a target stays. */
export function flowOf(
  scenario: Scenario,
  nodes: readonly PlacedNode[],
  byPath: ReadonlyMap<string, PlacedNode>,
): Flow {
  const leaves = nodes.filter(({ node, path }) => path && !node.states)
  const numbers = new Map(leaves.map((leaf, number) => [leaf, number]))
  const numberOf = (node: PlacedNode): number | undefined => {
    const leaf = leafOf(node, byPath)
    return leaf && numbers.get(leaf)
  }
  const edges = leaves.map((leaf, number) => {
    const own: Edge[] = []
    if (leaf.node.type === 'final') return own
    for (let at: PlacedNode | undefined = leaf; at; at = at.parent) {
      for (const move of at.transitions) {
        const name = move.transition.target
        const target = name === undefined ? undefined : resolveTarget(at, name, byPath, scenario.id)
        const to = name === undefined ? number : target && numberOf(target)
        if (to !== undefined) own.push({ to, move, target })
      }
    }
    return own
  })
  const root = nodes[0]
  return { start: root && numberOf(root), leaves, edges }
}

const isWithin = (node: PlacedNode, outer: PlacedNode): boolean => {
  for (let at: PlacedNode | undefined = node.parent; at; at = at.parent) if (at === outer) return true
  return false
}

/** What a move neither leaves nor enters, with all that is around it: the transition domain of SCXML, as XState has it. */
function domainOf(source: PlacedNode, target: PlacedNode, reenter: boolean): PlacedNode | undefined {
  if (!reenter && (target === source || isWithin(target, source))) return source
  let at = target.parent
  while (at && !isWithin(source, at)) at = at.parent
  return at
}

function* entriesTo(leaf: PlacedNode, domain: PlacedNode | undefined): Generator<Action> {
  if (leaf === domain) return
  if (leaf.parent) yield* entriesTo(leaf.parent, domain)
  yield* leaf.node.entry ?? []
}

/** What happens as a run begins. */
export const actionsAtStart = ({ start, leaves }: Flow): readonly Action[] =>
  start === undefined ? [] : [...entriesTo(leaves[start]!, undefined)]

/** What a step does: leaving scenes and groups, going, entering. A step that stays in its scene only goes. */
export function actionsAlong({ leaves }: Flow, from: number, edge: Edge): readonly Action[] {
  const { move, target } = edge
  const own = move.transition.actions ?? []
  if (!target) return own
  const domain = domainOf(move.from, target, move.transition.reenter ?? false)
  const actions: Action[] = []
  for (let at: PlacedNode | undefined = leaves[from]; at && at !== domain; at = at.parent) {
    if (at.node.exit) actions.push(...at.node.exit)
  }
  actions.push(...own, ...entriesTo(leaves[edge.to]!, domain))
  return actions
}

import { resolveTarget, type PlacedNode, type PlacedTransition } from '../nodes'
import type { Action, Scenario } from '../schema'

export interface Edge {
  /** The number of the scene to which the edge leads. */
  readonly to: number
  readonly move: PlacedTransition
  /** The node that the target names, which may be a group; `undefined` for a transition without a target. */
  readonly target: PlacedNode | undefined
}

/** The scenes without inner scenes, by number, and the edges between them. Guards are ignored. */
export interface Flow {
  readonly start: number | undefined
  readonly leaves: readonly PlacedNode[]
  readonly edges: readonly (readonly Edge[])[]
}

/** Returns the scene that is active after a node is entered. */
function leafOf(node: PlacedNode, byPath: ReadonlyMap<string, PlacedNode>): PlacedNode | undefined {
  let at = node
  while (at.node.states) {
    const { initial, states } = at.node
    // The initial scene must be a child, so that this walk ends whatever the document says.
    if (initial === undefined || !Object.hasOwn(states!, initial)) return undefined
    const next = byPath.get(at.path ? `${at.path}.${initial}` : initial)
    if (!next) return undefined
    at = next
  }
  return at
}

/**
 * Builds the flow of a scenario. A scene also offers what its groups offer, and a transition without a target stays in
 * its scene.
 */
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

/**
 * Returns the innermost group that a transition neither leaves nor enters: the transition domain of SCXML, as XState
 * computes it.
 */
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

/** Returns the actions at the beginning of a run. */
export const actionsAtStart = ({ start, leaves }: Flow): readonly Action[] =>
  start === undefined ? [] : [...entriesTo(leaves[start]!, undefined)]

/**
 * Returns the actions of a step in their order: leaving scenes and groups, the transition, entering. A step without a
 * target has only its own.
 */
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

import { error, type Issue } from '../issue'
import { resolveTarget, transitionsOf, type PlacedNode, type PlacedTransition } from '../nodes'
import type { Action, Scenario } from '../schema'
import { TIMEOUT_EVENT, type Disposition, type Stance, type Tool } from '../vocabulary'

interface Edge {
  readonly to: string
  readonly move: PlacedTransition
}

/** Leaf scenes and what leads where, guards left out. */
export interface Flow {
  readonly start: string | undefined
  readonly leaves: ReadonlyMap<string, PlacedNode>
  readonly edges: ReadonlyMap<string, readonly Edge[]>
}

/** The leaf in which a run stands after entering a node. */
function leafOf(node: PlacedNode, byPath: ReadonlyMap<string, PlacedNode>): string | undefined {
  let at = node
  while (at.node.states) {
    const initial = at.node.initial
    const next = initial === undefined ? undefined : byPath.get(at.path ? `${at.path}.${initial}` : initial)
    if (!next) return undefined
    at = next
  }
  return at.path
}

/** What leads where. A scene offers what its groups offer too, and a move without a target stays. */
export function flowOf(
  scenario: Scenario,
  nodes: readonly PlacedNode[],
  byPath: ReadonlyMap<string, PlacedNode>,
): Flow {
  const leaves = new Map(
    nodes.filter(({ node, path }) => path && !node.states).map((leaf) => [leaf.path, leaf]),
  )
  const edges = new Map<string, Edge[]>()
  for (const leaf of leaves.values()) {
    const own: Edge[] = []
    edges.set(leaf.path, own)
    if (leaf.node.type === 'final') continue
    for (let at: PlacedNode | undefined = leaf; at; at = at.parent) {
      for (const move of transitionsOf(at)) {
        const { target } = move.transition
        const node = target === undefined ? undefined : resolveTarget(at, target, byPath, scenario.id)
        const to = target === undefined ? leaf.path : node && leafOf(node, byPath)
        if (to !== undefined) own.push({ to, move })
      }
    }
  }
  const root = nodes[0]
  return { start: root && leafOf(root, byPath), leaves, edges }
}

function reachedFrom(start: readonly string[], next: (path: string) => Iterable<string>): Set<string> {
  const seen = new Set(start)
  const open = [...start]
  while (open.length > 0) {
    for (const to of next(open.pop()!)) {
      if (seen.has(to)) continue
      seen.add(to)
      open.push(to)
    }
  }
  return seen
}

const backwards = (flow: Flow): Map<string, string[]> => {
  const back = new Map<string, string[]>()
  for (const [from, own] of flow.edges) {
    for (const { to } of own) {
      const list = back.get(to)
      if (list) list.push(from)
      else back.set(to, [from])
    }
  }
  return back
}

/** Every scene can be reached, and from every scene an ending. */
export function checkReach(flow: Flow): Issue[] {
  if (flow.start === undefined) return []
  const reached = reachedFrom([flow.start], (path) => (flow.edges.get(path) ?? []).map((edge) => edge.to))
  const back = backwards(flow)
  const endings = [...flow.leaves.values()]
    .filter(({ node }) => node.type === 'final')
    .map(({ path }) => path)
  const ending = reachedFrom(endings, (path) => back.get(path) ?? [])
  const issues: Issue[] = []
  for (const { path, keys } of flow.leaves.values()) {
    if (!reached.has(path))
      issues.push(error('unreachable-scene', keys, `Scene ‘${path}’: no way leads here.`))
    else if (!ending.has(path))
      issues.push(error('no-way-out', keys, `Scene ‘${path}’: no way leads from here to an ending.`))
  }
  return issues
}

const SAFE_TOOLS: ReadonlySet<Tool> = new Set([
  'report',
  'hang-up',
  'call-back',
  'escalate',
  'verify-identity',
  'preserve',
])
const SAFE_STANCES: ReadonlySet<Stance> = new Set(['refuse', 'verify'])
const STOPPED: ReadonlySet<Disposition> = new Set(['reported', 'refused', 'verified'])

const showsWarning = (scenario: Scenario, leaf: PlacedNode): boolean =>
  (leaf.node.meta?.beats ?? []).some((beat) =>
    (beat.cues ?? []).some(
      (mark) => scenario.cues[typeof mark === 'string' ? mark : mark.cue]?.kind === 'warning',
    ),
  )

/**
 * In an attack, the trainee can end it well from the first scene on which a warning cue is shown: some refusal,
 * report or check there leads on to a good ending without a critical act.
 * @returns an issue for each scene where that is not so
 */
export function checkSafeExit(scenario: Scenario, flow: Flow): Issue[] {
  if (scenario.truth !== 'attack' || flow.start === undefined) return []
  const critical = new Set(scenario.scoring.critical)
  const isCritical = (action: Action) => action.type === 'raise' && critical.has(action.params.flag)
  const clean = ({ move, to }: Edge) =>
    !move.transition.actions?.some(isCritical) && !flow.leaves.get(to)?.node.entry?.some(isCritical)
  const good = new Set(
    [...flow.leaves.values()]
      .filter(({ node }) => node.meta?.disposition && STOPPED.has(node.meta.disposition))
      .map(({ path }) => path),
  )
  const back = new Map<string, string[]>()
  for (const [from, own] of flow.edges) {
    for (const edge of own.filter(clean)) {
      const list = back.get(edge.to)
      if (list) list.push(from)
      else back.set(edge.to, [from])
    }
  }
  const leadsWell = reachedFrom([...good], (path) => back.get(path) ?? [])
  const warned = [...flow.leaves.values()]
    .filter((leaf) => showsWarning(scenario, leaf))
    .map(({ path }) => path)
  const after = reachedFrom(warned, (path) => (flow.edges.get(path) ?? []).map((edge) => edge.to))
  return [...after].flatMap((path) => {
    const leaf = flow.leaves.get(path)
    if (!leaf || leaf.node.type === 'final' || leaf.node.always) return []
    const exits = (flow.edges.get(path) ?? []).filter((edge) => {
      const { event, transition } = edge.move
      if (event === undefined || event === TIMEOUT_EVENT) return false
      const { tool, stance } = transition.meta ?? {}
      return (
        clean(edge) &&
        leadsWell.has(edge.to) &&
        ((tool && SAFE_TOOLS.has(tool)) || (stance && SAFE_STANCES.has(stance)))
      )
    })
    return exits.length > 0
      ? []
      : [
          error(
            'no-safe-exit',
            leaf.keys,
            `Scene ‘${path}’: the attack shows, and nothing here lets the trainee end it well (report, verify, refuse).`,
          ),
        ]
  })
}

/** Groups of scenes that lead back to one another: Tarjan's strongly connected components, without recursion. */
export function loopsOf(flow: Flow): Map<string, number> {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const group = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  let counter = 0
  let groups = 0
  for (const root of flow.leaves.keys()) {
    if (index.has(root)) continue
    const work: { path: string; next: number }[] = [{ path: root, next: 0 }]
    while (work.length > 0) {
      const frame = work[work.length - 1]!
      const { path } = frame
      if (frame.next === 0) {
        index.set(path, counter)
        low.set(path, counter)
        counter += 1
        stack.push(path)
        onStack.add(path)
      }
      const own = flow.edges.get(path) ?? []
      let descended = false
      while (frame.next < own.length) {
        const { to } = own[frame.next++]!
        if (!index.has(to)) {
          work.push({ path: to, next: 0 })
          descended = true
          break
        }
        if (onStack.has(to)) low.set(path, Math.min(low.get(path)!, index.get(to)!))
      }
      if (descended) continue
      if (frame.next === 0) frame.next = 1
      work.pop()
      const parent = work[work.length - 1]
      if (parent) low.set(parent.path, Math.min(low.get(parent.path)!, low.get(path)!))
      if (low.get(path) === index.get(path)) {
        for (let member = stack.pop()!; ; member = stack.pop()!) {
          onStack.delete(member)
          group.set(member, groups)
          if (member === path) break
        }
        groups += 1
      }
    }
  }
  return group
}

/** What a step does: leaving, going, entering. A step that stays in its scene neither leaves nor enters it. */
export function actionsAlong(
  flow: Flow,
  from: string,
  { to, move: { transition } }: Edge,
): readonly Action[] {
  const own = transition.actions ?? []
  if (transition.target === undefined || (from === to && !transition.reenter)) return own
  return [...(flow.leaves.get(from)?.node.exit ?? []), ...own, ...(flow.leaves.get(to)?.node.entry ?? [])]
}

/**
 * Edges that give points and lie in a loop. Whether a guard bounds the loop is for the caller to find out.
 */
export function assessingLoopEdges(flow: Flow): PlacedTransition[] {
  const group = loopsOf(flow)
  const found = new Set<PlacedTransition>()
  for (const [from, own] of flow.edges) {
    for (const { to, move } of own) {
      if (group.get(from) !== group.get(to)) continue
      if (actionsAlong(flow, from, { to, move }).some((action) => action.type === 'assess')) found.add(move)
    }
  }
  return [...found]
}

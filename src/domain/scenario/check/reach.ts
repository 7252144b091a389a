import { error, type Fault } from '../issue'
import type { PlacedNode } from '../nodes'
import type { Action, Scenario } from '../schema'
import { toolRow } from '../tools'
import { TIMEOUT_EVENT, type Disposition, type Stance } from '../vocabulary'
import { actionsAlong, type Edge, type Flow } from './flow'

/** @returns an array with 1 for each place that can be reached from the first ones */
function reachedFrom<Step>(
  start: readonly number[],
  next: readonly (readonly Step[])[],
  leadsTo: (step: Step) => number,
): Uint8Array {
  const seen = new Uint8Array(next.length)
  for (const at of start) seen[at] = 1
  const open = [...start]
  while (open.length > 0) {
    for (const step of next[open.pop()!]!) {
      const to = leadsTo(step)
      if (seen[to]) continue
      seen[to] = 1
      open.push(to)
    }
  }
  return seen
}

const forwards = ({ edges }: Flow, start: readonly number[]): Uint8Array =>
  reachedFrom(start, edges, ({ to }) => to)

function backwards(
  { edges }: Flow,
  start: readonly number[],
  keep: (edge: Edge, from: number) => boolean = () => true,
): Uint8Array {
  const back: number[][] = edges.map(() => [])
  edges.forEach((own, from) => {
    for (const edge of own) if (keep(edge, from)) back[edge.to]!.push(from)
  })
  return reachedFrom(start, back, (from) => from)
}

const numbersOf = ({ leaves }: Flow, which: (leaf: PlacedNode) => boolean): number[] =>
  leaves.flatMap((leaf, number) => (which(leaf) ? [number] : []))

/** Checks that every scene can be reached, and that an ending can be reached from every scene. */
export function checkReach(flow: Flow): Fault[] {
  if (flow.start === undefined) return []
  const reached = forwards(flow, [flow.start])
  const endings = numbersOf(flow, ({ node }) => node.type === 'final')
  const ending = backwards(flow, endings)
  const faults: Fault[] = []
  flow.leaves.forEach(({ keys }, number) => {
    if (!reached[number]) faults.push(error('unreachable-scene', keys, { what: 'no-way' }))
    else if (!ending[number]) faults.push(error('no-way-out', keys, { what: 'no-ending' }))
  })
  return faults
}

const SAFE_STANCES: ReadonlySet<Stance> = new Set(['refuse', 'verify'])
const STOPPED: ReadonlySet<Disposition> = new Set(['reported', 'refused', 'verified'])

function showsWarning(scenario: Scenario, { node }: PlacedNode): boolean {
  for (const beat of node.meta?.beats ?? []) {
    for (const mark of beat.cues ?? []) {
      if (scenario.cues[typeof mark === 'string' ? mark : mark.cue]?.kind === 'warning') return true
    }
  }
  return false
}

/**
 * Checks that the trainee can end an attack well from the first scene with a warning cue on: some refusal, report or
 * verification there leads to a good ending without a critical act.
 * @returns an issue for each scene in which that is impossible
 */
export function checkSafeExit(scenario: Scenario, flow: Flow): Fault[] {
  if (scenario.truth !== 'attack' || flow.start === undefined) return []
  const critical = new Set(scenario.scoring.critical)
  const isCritical = (action: Action) => action.type === 'raise' && critical.has(action.params.flag)
  // Hardly any scenario has actions on entering or leaving. Without them, only the transition's own actions count.
  const passing = flow.leaves.some((leaf) => {
    for (let at: PlacedNode | undefined = leaf; at; at = at.parent) {
      if (at.node.entry?.some(isCritical) || at.node.exit?.some(isCritical)) return true
    }
    return false
  })
  const clean = (edge: Edge, from: number): boolean =>
    !(passing ? actionsAlong(flow, from, edge) : edge.move.transition.actions)?.some(isCritical)
  const good = numbersOf(flow, ({ node }) => STOPPED.has(node.meta?.disposition as Disposition))
  const leadsWell = backwards(flow, good, clean)
  const warned = numbersOf(flow, (leaf) => showsWarning(scenario, leaf))
  const after = forwards(flow, warned)
  const isExit = (edge: Edge, from: number): boolean => {
    const { event, transition } = edge.move
    if (event === undefined || event === TIMEOUT_EVENT || !leadsWell[edge.to]) return false
    const { tool, stance } = transition.meta ?? {}
    const safe = (tool && SAFE_STANCES.has(toolRow(tool).stance)) || (stance && SAFE_STANCES.has(stance))
    return Boolean(safe) && clean(edge, from)
  }
  const faults: Fault[] = []
  flow.leaves.forEach((leaf, number) => {
    if (!after[number] || leaf.node.type === 'final' || leaf.node.always) return
    if (flow.edges[number]!.some((edge) => isExit(edge, number))) return
    faults.push(error('no-safe-exit', leaf.keys))
  })
  return faults
}

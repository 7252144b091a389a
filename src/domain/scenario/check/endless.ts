import { error, warning, type Fault } from '../issue'
import type { PlacedTransition } from '../nodes'
import type { Scenario } from '../schema'
import { actionsAlong, actionsAtStart, type Edge, type Flow } from './flow'
import { resolveGuardState, type GuardReader, type GuardState } from './guard-state'
import { componentsOf, inLoop } from './loops'

/**
 * The most situations that are walked. Scenarios are checked while an author waits. Those written for people have some
 * hundreds of situations; this many take well below a second.
 */
const LIMIT = 5000

interface Step {
  readonly to: number
  readonly edge: Edge
}

const isAutomatic = ({ move }: Edge): boolean => move.event === undefined

/** Returns the transitions that give points and lie in a loop. Only the walk can tell whether a guard ends the loop. */
function assessingLoopEdges(flow: Flow): Set<PlacedTransition> {
  const components = componentsOf(flow.edges)
  const found = new Set<PlacedTransition>()
  flow.edges.forEach((own, from) => {
    for (const edge of own) {
      if (!inLoop(components, from, edge.to)) continue
      if (actionsAlong(flow, from, edge).some((action) => action.type === 'assess')) found.add(edge.move)
    }
  })
  return found
}

/** Returns true if automatic steps alone could lead in a circle. Guards are ignored. */
function automaticLoop({ edges }: Flow): boolean {
  if (!edges.some((own) => own.some(isAutomatic))) return false
  const automatic = edges.map((own) => own.filter(isAutomatic))
  const components = componentsOf(automatic)
  return automatic.some((own, from) => own.some(({ to }) => inLoop(components, from, to)))
}

/** Returns the open moves of a scene: only the automatic step if one is open, otherwise one for each choice. */
function openMoves(edges: readonly Edge[], guards: GuardReader, state: GuardState): Edge[] {
  const taken = new Set<string>()
  const open: Edge[] = []
  for (const edge of edges) {
    const { event = '', transition } = edge.move
    if (taken.has(event) || (transition.guard && !guards.holds(transition.guard.params, state))) continue
    taken.add(event)
    open.push(edge)
  }
  const automatic = open.find(isAutomatic)
  return automatic ? [automatic] : open
}

/**
 * Walks the situations of a scenario: its scenes with the flags and counters that guards read. Each counter counts up
 * to its largest threshold, so that the walk ends.
 */
function walk(scenario: Scenario, flow: Flow, start: number): { steps: Step[][]; whole: boolean } {
  const guards = resolveGuardState(scenario)
  const key = (scene: number, state: GuardState) => `${scene}|${guards.key(state)}`
  const first = guards.after(guards.initial(), actionsAtStart(flow))
  const ids = new Map<string, number>([[key(start, first), 0]])
  const open: { scene: number; state: GuardState }[] = [{ scene: start, state: first }]
  const steps: Step[][] = []
  for (let i = 0; i < open.length && i < LIMIT; i++) {
    const { scene, state } = open[i]!
    steps.push(
      openMoves(flow.edges[scene]!, guards, state).map((edge) => {
        const next = guards.after(state, actionsAlong(flow, scene, edge))
        const id = key(edge.to, next)
        let to = ids.get(id)
        if (to === undefined) {
          to = ids.size
          ids.set(id, to)
          open.push({ scene: edge.to, state: next })
        }
        return { to, edge }
      }),
    )
  }
  return { steps, whole: steps.length === open.length }
}

/** Returns the moves of those steps that lie in a loop of `steps`. */
function movesInLoops(
  steps: readonly (readonly Step[])[],
  which: (edge: Edge) => boolean,
): PlacedTransition[] {
  const components = componentsOf(steps)
  const found = new Set<PlacedTransition>()
  steps.forEach((own, from) => {
    for (const { to, edge } of own) if (which(edge) && inLoop(components, from, to)) found.add(edge.move)
  })
  return [...found]
}

/**
 * Finds loops that earn points without end, and automatic steps that never come to rest. Situations are walked only if
 * the flow has a loop that could be one of these.
 */
export function checkEndless(scenario: Scenario, flow: Flow): Fault[] {
  const suspects = assessingLoopEdges(flow)
  if (flow.start === undefined || (suspects.size === 0 && !automaticLoop(flow))) return []
  const { steps, whole } = walk(scenario, flow, flow.start)
  const restless = movesInLoops(
    steps.map((own) => own.filter(({ edge }) => isAutomatic(edge))),
    () => true,
  )
  const guilty = movesInLoops(steps, ({ move }) => suspects.has(move))
  return [
    ...restless.map((move) => error('endless-steps', move.keys)),
    ...guilty.map((move) => error('endless-points', move.keys)),
    ...(whole
      ? []
      : [
          // It must be certain that automatic steps end before a run takes them, because nothing could stop them.
          (automaticLoop(flow) ? error : warning)('too-many-situations', ['machine'], {
            what: 'for-loops',
            most: LIMIT,
          }),
        ]),
  ]
}

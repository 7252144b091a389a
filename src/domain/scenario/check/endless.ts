import { error, type Issue } from '../issue'
import type { Condition, Scenario } from '../schema'
import { resolveGuardState, type GuardState } from './guard-state'
import { actionsAlong, assessingLoopEdges, type Flow } from './flow'

const LIMIT = 20_000

/**
 * Loops that earn points without end. Only where a loop gives points at all are the guards walked: over scene,
 * flags and counters that guards read, each counter up to the largest threshold, so that the walk ends.
 */
export function checkEndlessPoints(scenario: Scenario, flow: Flow): Issue[] {
  const suspects = assessingLoopEdges(flow)
  if (suspects.length === 0 || flow.start === undefined) return []
  const guards = resolveGuardState(scenario)
  const key = (path: string, state: GuardState) => `${path}|${guards.key(state)}`
  const first = guards.after(guards.initial(), flow.leaves.get(flow.start)?.node.entry ?? [])
  const ids = new Map<string, number>([[key(flow.start, first), 0]])
  const open: { path: string; state: GuardState }[] = [{ path: flow.start, state: first }]
  const edges: { to: number; suspect: (typeof suspects)[number] | undefined }[][] = []
  for (let i = 0; i < open.length && i < LIMIT; i++) {
    const { path, state } = open[i]!
    const out: (typeof edges)[number] = []
    edges.push(out)
    const taken = new Set<string>()
    for (const { to, move } of flow.edges.get(path) ?? []) {
      const name = move.event ?? ''
      const condition: Condition | undefined = move.transition.guard?.params
      if (taken.has(name) || (condition && !guards.holds(condition, state))) continue
      taken.add(name)
      const next = guards.after(state, actionsAlong(flow, path, { to, move }))
      const id = key(to, next)
      let number = ids.get(id)
      if (number === undefined) {
        number = ids.size
        ids.set(id, number)
        open.push({ path: to, state: next })
      }
      out.push({ to: number, suspect: suspects.includes(move) ? move : undefined })
    }
  }
  const within = reachesItself(edges)
  const guilty = new Set(
    edges.flatMap((out, from) =>
      out.flatMap(({ to, suspect }) => (suspect && within(from, to) ? [suspect] : [])),
    ),
  )
  return [...guilty].map((move) =>
    error(
      'endless-points',
      move.keys,
      `Scene ‘${move.from.path}’: ‘${move.event ?? 'the automatic step'}’ gives points and can be taken without end. Count it and add a limit, or give the points once.`,
    ),
  )
}

/** Whether `from` can be reached again from `to`, by a plain search that remembers its answers for each target. */
function reachesItself(edges: readonly (readonly { to: number }[])[]): (from: number, to: number) => boolean {
  const known = new Map<number, Set<number>>()
  return (from, to) => {
    let seen = known.get(to)
    if (!seen) {
      seen = new Set([to])
      const open = [to]
      while (open.length > 0) {
        for (const next of edges[open.pop()!] ?? []) {
          if (!seen.has(next.to)) {
            seen.add(next.to)
            open.push(next.to)
          }
        }
      }
      known.set(to, seen)
    }
    return seen.has(from)
  }
}

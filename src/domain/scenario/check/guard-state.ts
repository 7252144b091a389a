import { evaluate } from '../condition'
import { listNodes } from '../nodes'
import type { Action, Condition, Scenario } from '../schema'

/** The part of a run's state that guards can see. */
export interface GuardState {
  readonly flags: ReadonlySet<string>
  readonly counters: ReadonlyMap<string, number>
}

export interface GuardReader {
  initial(): GuardState
  after(state: GuardState, actions: readonly Action[]): GuardState
  holds(condition: Condition, state: GuardState): boolean
  key(state: GuardState): string
  /** The flags that some guard reads. */
  readonly flags: ReadonlySet<string>
  /**
   * The counters that some guard reads, each with its largest threshold. Beyond that value no guard changes any more.
   */
  readonly ceilings: ReadonlyMap<string, number>
}

function read(condition: Condition, flags: Set<string>, ceilings: Map<string, number>): void {
  if ('all' in condition) condition.all.forEach((part) => read(part, flags, ceilings))
  else if ('any' in condition) condition.any.forEach((part) => read(part, flags, ceilings))
  else if ('not' in condition) read(condition.not, flags, ceilings)
  else if ('flag' in condition) flags.add(condition.flag)
  else {
    const threshold = 'atLeast' in condition ? condition.atLeast : condition.below
    ceilings.set(condition.counter, Math.max(ceilings.get(condition.counter) ?? 0, threshold))
  }
}

/**
 * Returns what the guards of a scenario can tell apart. A counter above its largest threshold looks like the threshold,
 * so that a loop which only counts does not make a walk endless.
 */
export function resolveGuardState(scenario: Pick<Scenario, 'machine'>): GuardReader {
  const flags = new Set<string>()
  const ceilings = new Map<string, number>()
  for (const node of listNodes(scenario)) {
    for (const { transition } of node.transitions) {
      if (transition.guard) read(transition.guard.params, flags, ceilings)
    }
  }
  const holds = (condition: Condition, state: GuardState): boolean =>
    evaluate(condition, {
      has: (flag) => state.flags.has(flag),
      count: (counter) => state.counters.get(counter) ?? 0,
    })
  return {
    flags,
    ceilings,
    holds,
    initial: () => ({ flags: new Set(), counters: new Map() }),
    after: (state, actions) => {
      const nextFlags = new Set(state.flags)
      const counters = new Map(state.counters)
      for (const action of actions) {
        if (action.type === 'raise' && flags.has(action.params.flag)) nextFlags.add(action.params.flag)
        else if (action.type === 'lower') nextFlags.delete(action.params.flag)
        else if (action.type === 'count') {
          const { counter, by = 1 } = action.params
          const ceiling = ceilings.get(counter)
          if (ceiling !== undefined)
            counters.set(counter, Math.min(ceiling, (counters.get(counter) ?? 0) + by))
        }
      }
      return { flags: nextFlags, counters }
    },
    key: (state) =>
      `${[...state.flags].sort().join(',')};${[...state.counters]
        .sort()
        .map(([name, value]) => `${name}=${value}`)
        .join(',')}`,
  }
}

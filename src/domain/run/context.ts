import { evaluate } from '../scenario/condition'
import type { AssessParams, Condition, SpendParams } from '../scenario/schema'

/** What a run has gathered on its way. Plain data, so that XState can carry it and a replay can compare it. */
export interface RunContext {
  /** Raised flags, in the order in which they were raised. */
  readonly flags: readonly string[]
  readonly counters: Readonly<Record<string, number>>
  /** Flags that the scenario calls critical and that were raised at any time; lowering does not take them back. */
  readonly critical: readonly string[]
  readonly assessments: readonly AssessParams[]
  readonly disclosures: readonly Disclosure[]
  /** What the moves so far cost, in order. */
  readonly spent: readonly SpendParams[]
}

export interface Disclosure {
  readonly customer: string
  readonly field: string
}

export const EMPTY_CONTEXT: RunContext = {
  flags: [],
  counters: {},
  critical: [],
  assessments: [],
  disclosures: [],
  spent: [],
}

/**
 * Evaluates the condition of a `when` guard.
 * @param condition the guard's params
 * @param context flags and counters of the run; a counter that was never counted is 0
 * @returns whether the condition holds
 */
export function holds(condition: Condition, context: Pick<RunContext, 'flags' | 'counters'>): boolean {
  return evaluate(condition, {
    has: (flag) => context.flags.includes(flag),
    count: (counter) => context.counters[counter] ?? 0,
  })
}

import { evaluate } from '../scenario/condition'
import type { AssessParams, Condition, SpendParams } from '../scenario/schema'

/** The data that a run collects. It is plain data, so that XState can hold it and a replay can compare it. */
export interface RunContext {
  /** The raised flags, in the order in which they were raised. */
  readonly flags: readonly string[]
  readonly counters: Readonly<Record<string, number>>
  /** Critical flags of the scenario that were raised at any time. Lowering a flag does not remove it here. */
  readonly critical: readonly string[]
  readonly assessments: readonly AssessParams[]
  readonly disclosures: readonly Disclosure[]
  /** The prices of the moves so far, in order. */
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
 * @returns true if the condition holds
 */
export function holds(condition: Condition, context: Pick<RunContext, 'flags' | 'counters'>): boolean {
  return evaluate(condition, {
    has: (flag) => context.flags.includes(flag),
    count: (counter) => context.counters[counter] ?? 0,
  })
}

import type { Condition } from './schema'

/** The part of a run's state that a condition can read. */
export interface Readable {
  has(flag: string): boolean
  /** Returns 0 for a counter that was never counted. */
  count(counter: string): number
}

/**
 * Evaluates the condition of a `when` guard.
 * @returns true if it holds
 */
export function evaluate(condition: Condition, run: Readable): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluate(part, run))
  if ('any' in condition) return condition.any.some((part) => evaluate(part, run))
  if ('not' in condition) return !evaluate(condition.not, run)
  if ('flag' in condition) return run.has(condition.flag)
  const value = run.count(condition.counter)
  return 'atLeast' in condition ? value >= condition.atLeast : value < condition.below
}

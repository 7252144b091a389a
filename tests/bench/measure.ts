import { performance } from 'node:perf_hooks'

/** One comparison: ours against the bare thing. */
export interface Measurement {
  readonly name: string
  readonly ours: number
  readonly bare: number
  readonly unit: string
  readonly ratio: number
  readonly limit: number
  readonly ok: boolean
  readonly note?: string
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** @param values of each side, taken in turns, so that whatever else the machine does meets both */
export function compare(
  name: string,
  values: { ours: readonly number[]; bare: readonly number[] },
  unit: string,
  limit: number,
  note?: string,
): Measurement {
  const ours = median(values.ours)
  const bare = median(values.bare)
  const ratio = ours / bare
  return { name, ours, bare, unit, ratio, limit, ok: ratio <= limit, ...(note ? { note } : {}) }
}

/** Milliseconds that a piece of work takes. */
export function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

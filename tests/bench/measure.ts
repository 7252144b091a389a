import { performance } from 'node:perf_hooks'

/** One comparison of our time or memory with that of the bare library. */
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

/** The times of both sides, in the order in which they were measured. */
export interface Turns {
  readonly ours: readonly number[]
  readonly bare: readonly number[]
}

/**
 * Returns the value below which this share of the values lies, interpolated if necessary.
 * @param share 0 to 1
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]!
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * Returns half the width of the median's 95 % interval by order statistics (±0.98 √n places), as a share of the median.
 */
export function uncertainty(values: readonly number[]): number {
  const half = 0.98 / Math.sqrt(values.length)
  const width = quantile(values, Math.min(1, 0.5 + half)) - quantile(values, Math.max(0, 0.5 - half))
  return width / 2 / median(values)
}

/** Returns the spread of the middle half, as a share of the median. */
const spread = (values: readonly number[]): number =>
  (quantile(values, 0.75) - quantile(values, 0.25)) / median(values)

/** With a larger spread, something else is using the machine. */
const QUIET = 0.3
/** Measuring stops when the medians are known this well. */
const STEADY = 0.04

/** One value of each side. */
export interface Turn {
  ours(round: number): number | Promise<number>
  bare(round: number): number | Promise<number>
}

/**
 * Measures both sides in turns, each one first every other time, so that other load on the machine affects both. It
 * continues beyond the least number of rounds while the medians are not known well.
 * @param rounds the least and the most; `warmUp` rounds before them do not count
 */
export async function takeTurns(
  turn: Turn,
  { least, most, warmUp = 0 }: { readonly least: number; readonly most: number; readonly warmUp?: number },
): Promise<Turns> {
  const taken = { ours: [] as number[], bare: [] as number[] }
  for (let round = -warmUp; round < most; round += 1) {
    const order = round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)
    for (const side of order) {
      const value = await turn[side](round)
      // In earlier rounds V8 has not compiled the code yet, and the pages are only on the disk.
      if (round >= 0) taken[side].push(value)
    }
    if (taken.ours.length >= least && Math.max(uncertainty(taken.ours), uncertainty(taken.bare)) <= STEADY)
      break
  }
  return taken
}

/**
 * Compares medians. If the values spread widely because something else uses the machine, it compares the medians of the
 * faster halves, because other programs can only make a turn longer.
 */
export function compare(
  name: string,
  values: Turns,
  unit: string,
  limit: number,
  note?: string,
): Measurement {
  const quiet = Math.max(spread(values.ours), spread(values.bare)) <= QUIET
  const typical = quiet ? median : (side: readonly number[]) => quantile(side, 0.25)
  const ours = typical(values.ours)
  const bare = typical(values.bare)
  const ratio = ours / bare
  const notes = [note, quiet ? undefined : `a busy machine: quicker halves of ${values.ours.length} turns`]
  const said = notes.filter((text) => text !== undefined).join('; ')
  return { name, ours, bare, unit, ratio, limit, ok: ratio <= limit, ...(said ? { note: said } : {}) }
}

/**
 * Chooses between two measures of the same turns on a busy machine. Where a thread has to wait for a processor, the time
 * that passes also tells how busy the machine was in this turn and not in that one, and the time of the processors adds
 * up threads that work side by side. Both come to more than the ratio of a machine that has nothing else to do.
 */
export const nearer = (a: Measurement, b: Measurement): Measurement => (b.ratio < a.ratio ? b : a)

/** Returns the milliseconds that a piece of work takes. */
export function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

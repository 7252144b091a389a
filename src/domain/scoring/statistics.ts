import type { Estimate } from './sensitivity'

const Z95 = 1.959964

/**
 * Computes a share with its 95 % interval (Wilson 1927), which stays within 0 and 1 and is reliable for few cases.
 * @param count a whole number, 0 to `total`
 * @param total a whole number
 * @returns shares from 0 to 1; `undefined` for a total of 0
 */
export function share(count: number, total: number): Estimate | undefined {
  if (total === 0) return undefined
  const value = count / total
  const square = Z95 * Z95
  const middle = (value + square / (2 * total)) / (1 + square / total)
  const half =
    (Z95 / (1 + square / total)) * Math.sqrt((value * (1 - value)) / total + square / (4 * total * total))
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** A wider interval says nothing: the group has met too few contacts. */
const WIDEST_INTERVAL = 0.5

/** Returns true for a share whose interval is worth showing. */
export const hasUsefulInterval = ({ low, high }: Estimate): boolean => high - low <= WIDEST_INTERVAL

/**
 * Computes the standard normal distribution Φ (by the error function of Abramowitz and Stegun 1964, 7.1.26; error below
 * 1e-7).
 * @param z in standard deviations
 * @returns the probability of a value up to `z`
 */
export function normalProbability(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const tail = (polynomial * Math.exp(-x * x)) / 2
  return z < 0 ? tail : 1 - tail
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { share } from '../../../src/domain/scoring'

describe('share', () => {
  // The four examples in R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
  // Medicine 1998, for the score method without correction for continuity.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d is as published', (count, total, low, high) => {
    const interval = share(count, total)!
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it.each([
    [8, 100, 0.0411, 0.15],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 1, 0.2065, 1],
  ])('%d of %d', (count, total, low, high) => {
    const interval = share(count, total)!
    expect(interval.value).toBe(count / total)
    expect(interval.low).toBeCloseTo(low, 3)
    expect(interval.high).toBeCloseTo(high, 3)
  })

  it('holds the share itself, stays within 0 and 1, and narrows with more cases', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, part) => {
          const count = Math.round(part * total)
          const { value, low, high } = share(count, total)!
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(value + 1e-12)
          expect(high).toBeGreaterThanOrEqual(value - 1e-12)
          const more = share(count * 10, total * 10)!
          expect(more.high - more.low).toBeLessThan(high - low)
        },
      ),
    )
  })

  it('is nothing of nothing', () => expect(share(0, 0)).toBeUndefined())
})

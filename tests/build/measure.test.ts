import { describe, expect, it } from 'vitest'
import { compare, median, quantile, takeTurns, uncertainty } from '../bench/measure'

/** Returns numbers from 0 to 1 that look random and are the same in each run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

describe('the statistics of the bench', () => {
  it('finds quantiles between values', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2)
    expect(quantile([7], 0.9)).toBe(7)
  })

  it('knows a median better the more and the closer the values are', () => {
    const far = [1, 2, 3, 4, 5]
    expect(uncertainty(far)).toBeGreaterThan(uncertainty([2.9, 2.95, 3, 3.05, 3.1]))
    const many = Array.from({ length: 400 }, (_, i) => 1 + (i % 5))
    expect(uncertainty(many)).toBeLessThan(uncertainty(far))
  })
})

describe('takeTurns', () => {
  it('measures each side as often, each first every other time, and stops when the medians are known', async () => {
    const order: string[] = []
    const turn = {
      ours: () => (order.push('ours'), 2),
      bare: () => (order.push('bare'), 1),
    }
    const taken = await takeTurns(turn, { least: 4, most: 100, warmUp: 2 })
    expect(taken).toEqual({ ours: [2, 2, 2, 2], bare: [1, 1, 1, 1] })
    expect(order.slice(4, 8)).toEqual(['bare', 'ours', 'ours', 'bare'])
  })

  it('goes on while the values are spread, to the most rounds', async () => {
    const next = numbers(7)
    const taken = await takeTurns({ ours: () => 1 + next(), bare: () => 1 + next() }, { least: 3, most: 50 })
    expect(taken.ours.length).toBeGreaterThan(20)
  })
})

describe('compare', () => {
  const next = numbers(42)
  /** Returns the times of turns when another program keeps the core busy in more than half of them. */
  const busy = (quiet: number) =>
    Array.from({ length: 200 }, () => quiet + (next() < 0.6 ? next() * quiet * 8 : 0))

  it('gives the ratio of the medians on a quiet machine', () => {
    const result = compare('x', { ours: [2, 2.1, 1.9], bare: [1, 1.1, 0.9] }, 'ms', 2.5)
    expect(result).toMatchObject({ ratio: 2, ok: true, ours: 2, bare: 1 })
    expect(result.note).toBeUndefined()
  })

  it('still finds the ratio when the machine is busy, and says so', () => {
    const { ratio, note } = compare('x', { ours: busy(3), bare: busy(2) }, 'ms', 2)
    expect(ratio).toBeCloseTo(1.5, 1)
    expect(note).toContain('busy machine')
  })

  it('refuses what is over its limit, busy or not', () => {
    expect(compare('x', { ours: busy(5), bare: busy(2) }, 'ms', 2).ok).toBe(false)
    expect(compare('x', { ours: [3], bare: [1] }, 'ms', 2).ok).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  normalQuantile,
  sensitivity,
  sensitivityMayBeShown,
  type DetectionCounts,
} from '../../../src/domain/scoring'

const counts = fc
  .tuple(
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 400 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([attacks, legitimate, h, f]): DetectionCounts => ({
    attacks,
    legitimate,
    hits: Math.round(h * attacks),
    falseAlarms: Math.round(f * legitimate),
  }))

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.95996398],
    [0.841344746, 1],
    [0.001, -3.09023231],
    [0.075, -1.43953147],
    [0.25, -0.67448975],
    [1e-6, -4.75342431],
    [1e-12, -7.03448383],
  ])('of %d is %d', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 6))

  it('refuses what is no probability', () => {
    for (const p of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
  })
})

describe('sensitivity', () => {
  // These numbers were computed independently, with the normal distribution of Python's statistics module. The second
  // one by hand: H = 20.5/26 = 0.7885 and F = 10.5/26 = 0.4038, z = 0.8011 and −0.2434; d′ = 0.8011 + 0.2434, c =
  // −(0.8011 − 0.2434)/2; variance = 0.7885·0.2115/(26·0.2894²) + 0.4038·0.5962/(26·0.3873²) = 0.1383.
  it.each([
    { of: [25, 20, 25, 5], dPrime: [1.6022, 0.8352, 2.3692], criterion: [0, -0.3835, 0.3835] },
    { of: [25, 20, 25, 10], dPrime: [1.0445, 0.3156, 1.7734], criterion: [-0.2788, -0.6433, 0.0856] },
    { of: [11, 9, 9, 2], dPrime: [1.4867, 0.3227, 2.6507], criterion: [-0.0689, -0.6509, 0.5131] },
    { of: [10, 10, 10, 0], dPrime: [3.3812, 1.5595, 5.203], criterion: [0, -0.9109, 0.9109] },
  ])('is that of a worked example: $of', ({ of, dPrime, criterion }) => {
    const [attacks, hits, legitimate, falseAlarms] = of as [number, number, number, number]
    const found = sensitivity({ attacks, hits, legitimate, falseAlarms })!
    for (const [estimate, values] of [
      [found.dPrime, dPrime],
      [found.criterion, criterion],
    ] as const) {
      expect(estimate.value).toBeCloseTo(values[0]!, 3)
      expect(estimate.low).toBeCloseTo(values[1]!, 3)
      expect(estimate.high).toBeCloseTo(values[2]!, 3)
    }
  })

  it('is finite at the edges', () => {
    fc.assert(
      fc.property(counts, (c) => {
        const { dPrime, criterion } = sensitivity(c)!
        for (const n of [...Object.values(dPrime), ...Object.values(criterion)])
          expect(n).toSatisfy(Number.isFinite)
        expect(dPrime.low).toBeLessThan(dPrime.high)
      }),
    )
  })

  it('turns its sign when the answers are turned', () => {
    fc.assert(
      fc.property(counts, (c) => {
        const turned = { ...c, hits: c.attacks - c.hits, falseAlarms: c.legitimate - c.falseAlarms }
        expect(sensitivity(turned)!.dPrime.value).toBeCloseTo(-sensitivity(c)!.dPrime.value, 4)
      }),
    )
  })

  it('tells who refuses everybody: no sensitivity, but a criterion far below 0', () => {
    const { dPrime, criterion } = sensitivity({ attacks: 30, hits: 30, legitimate: 30, falseAlarms: 30 })!
    expect(dPrime.value).toBeCloseTo(0, 5)
    expect(criterion.high).toBeLessThan(0)
  })

  it('is nothing while only one kind of contact was met', () => {
    expect(sensitivity({ attacks: 4, hits: 4, legitimate: 0, falseAlarms: 0 })).toBeUndefined()
  })

  it('is not shown of one person before 20 decisions', () => {
    const few = { attacks: 6, hits: 6, legitimate: 4, falseAlarms: 0 }
    expect(sensitivityMayBeShown(few, 1)).toBe(false)
    expect(sensitivityMayBeShown(few, 2)).toBe(true)
    expect(sensitivityMayBeShown({ ...few, attacks: 16, hits: 12 }, 1)).toBe(true)
  })
})

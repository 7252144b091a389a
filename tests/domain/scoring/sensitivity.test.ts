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
    [0.975, 1.959964],
    [0.841344746, 1],
    [0.001, -3.090232],
    [1e-12, -7.034484],
  ])('of %d is %d', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 5))

  it('refuses what is no probability', () => {
    for (const p of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
  })
})

describe('sensitivity', () => {
  it('is that of a worked example', () => {
    // H = 20.5/26, F = 5.5/26: z = 0.8005 and −0.8005.
    const { dPrime, criterion } = sensitivity({ attacks: 25, hits: 20, legitimate: 25, falseAlarms: 5 })!
    expect(dPrime.value).toBeCloseTo(1.601, 2)
    expect(criterion.value).toBeCloseTo(0, 5)
    expect(dPrime.low).toBeGreaterThan(0.7)
    expect(dPrime.high).toBeLessThan(2.5)
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

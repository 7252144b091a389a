import fc from 'fast-check'
import { expect, it } from 'vitest'
import { barPercent, scoreBesideMark, wholeShare } from '../../../src/domain/scoring/whole-share'

it('says of nothing but all that it is all', () => {
  expect([0, 0.004, 0.5, 0.875, 0.994, 0.9998, 1].map(wholeShare)).toEqual([0, 0, 0.5, 0.88, 0.99, 0.99, 1])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (all, some) => {
      const part = some % (all + 1)
      const shown = wholeShare(part / all)
      expect(shown === 1).toBe(part === all)
      expect(Math.abs(shown - part / all)).toBeLessThanOrEqual(0.0100001)
    }),
  )
})

it('shows a score beside its mark as the verdict says', () => {
  const shown = (ratio: number, mark: number) => Object.values(scoreBesideMark(ratio, mark)).join(' of ')
  expect(shown(2 / 3, 0.67)).toBe('66.7 of 67')
  expect(shown(16 / 23, 0.7)).toBe('69.6 of 70')
  expect(shown(0.6699, 0.67)).toBe('66.9 of 67')
  expect(shown(0.6745, 0.674)).toBe('67.5 of 67.4')
  expect(shown(7 / 8, 0.875)).toBe('88 of 87.5')
  expect([shown(0.7, 0.7), shown(0.5, 0.7), shown(1, 1), shown(0, 0)]).toEqual([
    '70 of 70',
    '50 of 70',
    '100 of 100',
    '0 of 0',
  ])
  const share = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 })).map(([some, all]) => Math.min(1, some / all)),
  )
  fc.assert(
    fc.property(share, share, (ratio, mark) => {
      const { score, mark: bar } = scoreBesideMark(ratio, mark)
      expect(score >= bar).toBe(ratio >= mark)
      expect(bar).toBe(barPercent(mark))
      expect(Math.abs(score - ratio * 100)).toBeLessThanOrEqual(1.0000001)
      expect(score).toBe(Math.round(score * 10) / 10)
    }),
    { numRuns: 2000 },
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wholeShare } from '../../../src/domain/scoring/whole-share'

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

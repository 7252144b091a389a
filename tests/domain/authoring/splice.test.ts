import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplices, SpliceRefused, splicesBetween } from '../../../src/domain/authoring/splice'

const line = fc.stringMatching(/^[ab"{}:, ]{0,6}$/)
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''))

describe('splices of a text', () => {
  it('lead from any text to any other, in order and without touching each other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splices = splicesBetween(before, after)
        expect(applySplices(before, splices)).toBe(after)
        expect(splices.length === 0).toBe(before === after)
        splices.forEach(({ at, cut, put }, i) => {
          expect(cut + put.length).toBeGreaterThan(0)
          const previous = splices[i - 1]
          if (previous) expect(at).toBeGreaterThan(previous.at + previous.cut)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('are as small as what was typed, wherever that was', () => {
    const lines = Array.from({ length: 4000 }, (_, i) => `  "text-${i}": "words of the line ${i}",\n`)
    const before = lines.join('')
    const after = lines
      .with(17, '  "text-17": "other words",\n')
      .with(3990, '')
      .toSpliced(2000, 0, '  "new": 1,\n')
      .join('')
    const splices = splicesBetween(before, after)
    expect(applySplices(before, splices)).toBe(after)
    expect(JSON.stringify(splices).length).toBeLessThan(400)
  })

  it.each([
    ['behind the end', [{ at: 3, cut: 2, put: '' }]],
    [
      'into another',
      [
        { at: 0, cut: 2, put: 'x' },
        { at: 1, cut: 1, put: '' },
      ],
    ],
  ])('are refused where they reach %s', (_, splices) => {
    expect(() => applySplices('abcd', splices)).toThrow(SpliceRefused)
  })
})

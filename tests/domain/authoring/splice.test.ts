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

  // Other lengths than those above, so that many lines differ, from the first character of the text on.
  it('lead from a text that begins with line breaks to any other that is put over it', () => {
    const breaks = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { maxLength: 3 }).map((all) => all.join(''))
    const long = fc
      .array(fc.stringMatching(/^[ab{}: ]{40,80}\n$/), { minLength: 5, maxLength: 20 })
      .map((lines) => lines.join(''))
    const document = fc.tuple(breaks, long).map((parts) => parts.join(''))
    fc.assert(
      fc.property(document, document, fc.boolean(), (before, after, kept) => {
        // The end of the text often stays.
        const next = kept ? after + before.slice(-100) : after
        expect(applySplices(before, splicesBetween(before, next))).toBe(next)
      }),
      { numRuns: 300 },
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

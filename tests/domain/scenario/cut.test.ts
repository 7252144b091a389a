import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, cut } from '../../../src/domain/scenario/cut'

const FAMILY = '👩‍👩‍👧'

describe('a text that is cut', () => {
  it('keeps letters, marks and emoji whole', () => {
    expect(beginningOf('abc', 3)).toBe('abc')
    expect(beginningOf('abcd', 3)).toBe('abc')
    expect(beginningOf('ab😀', 3)).toBe('ab')
    expect(beginningOf('cafe\u0301s', 4)).toBe('caf')
    expect(beginningOf(`a${FAMILY}`, 5)).toBe('a')
    expect(cut('ab 😀 cd', 5)).toBe('ab…')
    expect(cut('ab', 2)).toBe('ab')
  })

  it('is the beginning of the text, no longer than asked for, and leaves no half of a character', () => {
    const text = fc
      .array(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(FAMILY, 'e\u0301', '\u{1F1EB}\u{1F1F7}')),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(40), (whole, most) => {
        const beginning = beginningOf(whole, most)
        expect(whole.startsWith(beginning)).toBe(true)
        expect(beginning.length).toBeLessThanOrEqual(most)
        expect(beginning).not.toMatch(/[\uD800-\uDBFF]$/)
        if (most > 0) expect(cut(whole, most).length).toBeLessThanOrEqual(most)
      }),
      { numRuns: 1000 },
    )
  })
})

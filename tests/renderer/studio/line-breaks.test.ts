import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptText, shownText } from '../../../src/renderer/studio/source/line-breaks'

const text = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(fc.tuple(fc.stringMatching(/^[ab]{0,4}$/), fc.constantFrom('\n', '\r\n', '\r'))),
  )
  .map(([mark, lines]) => mark + lines.flat().join(''))

describe('line breaks of a file in the editor', () => {
  it('stay where nothing was typed', () => {
    fc.assert(
      fc.property(text, (kept) => {
        expect(keptText(kept, shownText(kept))).toBe(kept)
      }),
    )
  })

  it('show what was typed, whatever it was', () => {
    const typed = fc.stringMatching(/^[ab\n]{0,12}$/)
    fc.assert(
      fc.property(text, typed, (kept, next) => {
        const now = keptText(kept, next)
        expect(shownText(now)).toBe(next)
        expect(now.startsWith('\ufeff')).toBe(kept.startsWith('\ufeff'))
      }),
      { numRuns: 500 },
    )
  })

  it('are the file’s own in what was typed, and mixed ones stay mixed', () => {
    expect(keptText('a\r\nb\nc\r\n', 'a\nnew\nb\nc\n')).toBe('a\r\nnew\r\nb\nc\r\n')
  })
})

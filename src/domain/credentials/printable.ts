import { PRINTABLE_FACES } from './printable-faces'

type Ranges = readonly (readonly [first: number, last: number])[]

function unpack(face: string): Ranges {
  let end = 0
  return face.split(' ').map((part) => {
    const [gap, more] = part.split('.')
    const first = end + parseInt(gap!, 36)
    end = first + parseInt(more ?? '0', 36)
    return [first, end] as const
  })
}

let faces: readonly Ranges[] | undefined

function has(ranges: Ranges, code: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle]!
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return true
  }
  return false
}

/** Joiners, marks of direction and variation selectors: they steer how others look and have no look themselves. */
const INVISIBLE = /^[\u200C-\u200F\u061C\u2066-\u2069\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * What of a text the bundled fonts can't print. A letter and its marks must come from one font, since no browser
 * joins marks of one font to letters of another.
 * @returns each letter with its marks once, in the order of the text; empty when all of it can be printed
 */
export function unprintable(text: string): string[] {
  faces ??= PRINTABLE_FACES.map(unpack)
  const missing = new Set<string>()
  for (const { segment } of segmenter.segment(text.normalize('NFC'))) {
    if (/^\s+$/u.test(segment)) continue
    const codes = [...segment].filter((character) => !INVISIBLE.test(character)).map((c) => c.codePointAt(0)!)
    if (codes.length === 0 || !faces.some((ranges) => codes.every((code) => has(ranges, code)))) {
      missing.add(segment)
    }
  }
  return [...missing]
}

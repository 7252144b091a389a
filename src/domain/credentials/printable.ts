import type { Certificate } from './certificate'
import { PRINTABLE_FACES } from './generated-printable-ranges'

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

/**
 * Joiners, direction marks and variation selectors. They control how other characters look and are invisible
 * themselves.
 */
const STEERS = /[\u200C-\u200F\u061C\u2066-\u2069]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu
/** Controls, private-use characters and lone surrogates. A font may contain them, but they show nothing. */
const LOOKLESS = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Finds the characters of a text that the bundled fonts can't print. A letter and its marks must come from one font,
 * since browsers do not join marks of one font to letters of another.
 * @returns each such letter with its marks once, in the order of the text; an empty list when all of it can be printed
 */
export function unprintable(text: string): string[] {
  // Nearly every text is of this kind, and every font of the interface has these characters.
  if (/^[\x20-\x7E\xA0-\xFF]*$/.test(text)) return []
  faces ??= PRINTABLE_FACES.map(unpack)
  const missing = new Set<string>()
  for (const { segment } of segmenter.segment(text.normalize('NFC'))) {
    if (/^\s+$/u.test(segment)) continue
    const shown = segment.replaceAll(STEERS, '')
    const codes = [...shown].map((character) => character.codePointAt(0)!)
    const whole = faces.some((ranges) => codes.every((code) => has(ranges, code)))
    if (shown === '' || LOOKLESS.test(shown) || !whole) {
      missing.add(segment)
    }
  }
  return [...missing]
}

/** A part of a certificate with characters that the bundled fonts can't print. */
export interface Unprintable {
  readonly part: 'name' | 'organisation' | 'course' | 'signatory' | 'contact'
  readonly characters: readonly string[]
}

/** Lists the parts of a certificate that can't be printed. A certificate with such a part must not be signed. */
export function unprintableParts(
  certificate: Pick<Certificate, 'personName' | 'organisation' | 'title' | 'profile'>,
): Unprintable[] {
  const { personName, organisation, title, profile } = certificate
  const signatory = profile?.signatory
  const texts: readonly (readonly [Unprintable['part'], string])[] = [
    ['name', personName],
    ['organisation', organisation],
    ['course', title],
    ['signatory', `${signatory?.name ?? ''} ${signatory?.title ?? ''}`],
    ['contact', profile?.contact ?? ''],
  ]
  return texts.flatMap(([part, text]) => {
    const characters = unprintable(text)
    return characters.length > 0 ? [{ part, characters }] : []
  })
}

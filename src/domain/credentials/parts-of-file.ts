/** Finds what we issued in the bytes of a file, in whatever encoding a program saved them. */
import { asLatin, misreadOf, textOf } from './decode-text'
import { bearsTrace, idIn, LARGEST_CREDENTIAL, partsOfText, type Part, type Parts } from './parts'
import type { Encoding } from './respelled'

const NONE: Parts = { ours: [], others: false }

/** Two bytes, of which each is a letter of Chinese, Japanese or Korean in one of the encodings that have such pairs. */
const PAIRS = [Uint8Array.of(0xb0, 0xa1), Uint8Array.of(0x95, 0x5c)] as const
const hasPairs = (encoding: Encoding): boolean => PAIRS.some((pair) => encoding(pair)?.length === 1)

/**
 * Finds what is ours in the text of a file.
 * @param bytes those of the file
 * @param encodings those in which the text is read if it is no UTF-8
 */
export function partsOfFile(
  text: string,
  bytes: Uint8Array,
  encodings: readonly Encoding[],
): Parts | 'too-large' {
  const parts = partsOfText(text)
  if (parts === 'too-large' || parts.ours.every(({ kind }) => kind === 'token')) return parts
  const misread = misreadOf(text, bytes)
  if (misread === undefined) return parts
  // In encodings of East Asia, the second byte of a letter may be a backslash, which JSON understands otherwise, and some
  // words are letters of UTF-8 too.
  const readings = bytes.length > LARGEST_CREDENTIAL ? [] : encodings.filter(hasPairs)
  const read = readings.flatMap((encoding) => {
    const other = encoding(bytes)
    const found = other === undefined || other === text ? NONE : partsOfText(other)
    return found === 'too-large' ? [] : found.ours.flatMap(formsOf)
  })
  const known = new Set(parts.ours.flatMap(formsOf).map(idIn))
  const ours = parts.ours.flatMap((part): Part[] => {
    if (part.kind === 'credential') {
      const id = idIn(part.forms[0]!)
      return [{ ...part, inOtherEncodings: read.filter((form) => idIn(form) === id) }]
    }
    if (part.kind === 'token') return [part]
    const forms = read.filter((form) => !known.has(idIn(form)))
    // Nobody is accused for a text in an encoding that nothing here can read.
    if (forms.length === 0) return [misread === 'bytes' ? part : { kind: 'cut' }]
    return [...new Set(forms.map(idIn))].map((id) => ({
      kind: 'credential',
      forms: forms.filter((form) => idIn(form) === id),
      within: false,
    }))
  })
  return { ...parts, ours, misread }
}

const formsOf = (part: Part): readonly string[] => (part.kind === 'credential' ? part.forms : [])

/** Finds what is ours in bytes, which need not be valid text. */
export function partsOfBytes(bytes: Uint8Array, encodings: readonly Encoding[]): Parts | 'too-large' {
  const text = textOf(bytes)
  if (text !== undefined) return partsOfFile(text, bytes, encodings)
  // This is a picture or a PDF that lost its first bytes, or whose line breaks were converted.
  if (bearsTrace(asLatin(bytes, LARGEST_CREDENTIAL))) return { ours: [{ kind: 'cut' }], others: false }
  return NONE
}

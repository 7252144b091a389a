/** Finds what we issued in the bytes of a file, in whatever encoding a program saved them. */
import { asLatin, misreadOf, textOf } from './decode-text'
import { bearsTrace, idIn, LARGEST_CREDENTIAL, partsOfText, type Part, type Parts } from './parts'
import type { Encoding } from './respelled'

const NONE: Parts = { ours: [], others: false }

/** The bytes with which letters begin in Shift_JIS, Big5 and GB18030, whose second byte may be a backslash. */
const LEADS = [0x83, 0x95, 0xb3] as const
const takesBackslash = (encoding: Encoding): boolean =>
  LEADS.some((lead) => encoding(Uint8Array.of(lead, 0x5c))?.length === 1)

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
  if (misread !== 'encoding') return { ...parts, misread }
  // In encodings of East Asia, the second byte of a letter may be a backslash, which JSON understands otherwise.
  const readings = bytes.length > LARGEST_CREDENTIAL ? [] : encodings.filter(takesBackslash)
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
    if (forms.length === 0) return [{ kind: 'cut' }]
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

/** The encodings, besides UTF-8, in which programs save texts. */
import { ROSTER_ENCODINGS, UPPER_HALVES } from '../domain/records'

/** Names of `TextDecoder` that are not among those that a roster can have. */
const OTHERS = [
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-10',
  'iso-8859-13',
  'x-mac-cyrillic',
  'windows-874',
  'euc-jp',
]

type Encoding = (bytes: Uint8Array) => string | undefined

/** Returns an encoding of this build of Node; one with few languages lacks some. */
function decoderOf(label: string): Encoding[] {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return [
      (bytes) => {
        try {
          return decoder.decode(bytes)
        } catch {
          return undefined
        }
      },
    ]
  } catch {
    return []
  }
}

const byHalf =
  (half: string): Encoding =>
  (bytes) =>
    Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : half[byte - 0x80])).join('')

/** Each decodes bytes, or returns `undefined` if they are no text in its encoding. */
export const ENCODINGS: readonly Encoding[] = [
  ...Object.values(UPPER_HALVES).map(byHalf),
  ...[
    ...ROSTER_ENCODINGS.filter((name) => !name.startsWith('UTF') && !(name in UPPER_HALVES)),
    ...OTHERS,
  ].flatMap(decoderOf),
]

/** Decodes files whose encoding nobody has named. */
import { ROSTER_ENCODINGS, type RosterEncoding as Encoding } from '../../../domain/records'
import { Refused } from '../../refused'

/** The names that `TextDecoder` has for an encoding, where they differ from ours. */
const LABELS: Readonly<Partial<Record<Encoding, string>>> = {
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'TIS-620': 'windows-874',
}

const labelOf = (encoding: Encoding): string => LABELS[encoding] ?? encoding

/** Returns the encodings that this build can decode. A build with few languages lacks some. */
export const readableEncodings = (): Encoding[] =>
  ROSTER_ENCODINGS.filter((encoding) => {
    try {
      return Boolean(new TextDecoder(labelOf(encoding)))
    } catch {
      return false
    }
  })

export interface Decoded {
  /** The text without its byte order mark. */
  readonly text: string
  readonly encoding: Encoding
  /** True if the file could also have another encoding. */
  readonly guessed: boolean
}

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)

const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(labelOf(encoding)).decode(bytes)

/** Looks for a zero byte at every other place, as in UTF-16 that was saved without its mark. */
function looksLikeUtf16(bytes: Uint8Array, zeroAt: 0 | 1): boolean {
  const pairs = Math.min(200, Math.floor(bytes.length / 2))
  let zeros = 0
  for (let i = 0; i < pairs; i++) if (bytes[i * 2 + zeroAt] === 0) zeros += 1
  return pairs > 2 && zeros > pairs * 0.6
}

/**
 * Chooses the likelier of two encodings, Western or Central European: the one with fewer signs inside words that are no
 * letters.
 */
function oneByte(bytes: Uint8Array): Encoding {
  const strange = (encoding: Encoding) =>
    decode(bytes.subarray(0, 1_000_000), encoding).match(
      /[\u0080-\u009f]|[\u00a2-\u00b6\u00b8-\u00be](?=\p{L})|(?<=\p{L})[\u00a2-\u00b6\u00b8-\u00be×÷]/gu,
    )?.length ?? 0
  return strange('Windows-1250') < strange('Windows-1252') ? 'Windows-1250' : 'Windows-1252'
}

/**
 * Decodes a file by its byte order mark or by its zero bytes. Otherwise it is read as UTF-8 or, if that fails, as what
 * Excel writes in Europe, which is a guess.
 * @param chosen the encoding that somebody named
 */
export function decodeRoster(bytes: Uint8Array, chosen?: Encoding): Decoded {
  if (chosen) return { text: decode(bytes, chosen), encoding: chosen, guessed: true }
  const as = (encoding: Encoding, guessed: boolean): Decoded => ({
    text: decode(bytes, encoding),
    encoding,
    guessed,
  })
  if (starts(bytes, 0xff, 0xfe)) return as('UTF-16 LE', false)
  if (starts(bytes, 0xfe, 0xff)) return as('UTF-16 BE', false)
  if (looksLikeUtf16(bytes, 1)) return as('UTF-16 LE', true)
  if (looksLikeUtf16(bytes, 0)) return as('UTF-16 BE', true)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'UTF-8', guessed: false }
  } catch {
    return as(oneByte(bytes), true)
  }
}

/**
 * Refuses files that are no text, judging by their content and not by their name.
 * @throws Refused `roster-workbook` for a spreadsheet's own file, `roster-not-text` for anything else
 */
export function refuseOtherFiles(bytes: Uint8Array): void {
  const isOldWorkbook = starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    // An archive contains the names of its files uncompressed.
    const archive = Buffer.from(bytes)
    const isWorkbook = [
      'xl/workbook',
      'xl/worksheets/',
      'opendocument.spreadsheet',
      'Index/Document.iwa',
    ].some((name) => archive.includes(name))
    throw isWorkbook
      ? new Refused('roster-workbook', 'This is a workbook.')
      : new Refused('roster-not-text', 'This is an archive.')
  }
  if (isOldWorkbook) throw new Refused('roster-workbook', 'This is a workbook.')
  const head = Buffer.from(bytes.subarray(0, 512))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
  // Pictures and programs are full of control characters. UTF-16 has zero bytes, too, and is recognised by them.
  const isUtf16 =
    starts(bytes, 0xff, 0xfe) ||
    starts(bytes, 0xfe, 0xff) ||
    looksLikeUtf16(bytes, 0) ||
    looksLikeUtf16(bytes, 1)
  const controls = [...head].filter((sign) => sign < '\u0009' || (sign > '\r' && sign < ' ')).length
  const isMarkup = /^(?:%PDF|\{\\rtf|\s*(?:<!doctype|<html|<\?xml|<table|\{\s*["}]|\[\s*[{["]))/iu.test(head)
  if (isMarkup || (!isUtf16 && controls > head.length / 20 + 1))
    throw new Refused('roster-not-text', 'This is no text with separators.')
}

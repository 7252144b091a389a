/** Decodes files whose encoding nobody has named. */
import { ROSTER_ENCODINGS, strangeIn, type RosterEncoding as Encoding } from '../../../domain/records'
import { Refused } from '../../refused'
import { CODE_PAGES, decodeCodePage } from './one-byte'

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
    if (isCodePage(encoding)) return true
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

const isCodePage = (encoding: Encoding): encoding is keyof typeof CODE_PAGES => encoding in CODE_PAGES

const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  isCodePage(encoding) ? decodeCodePage(bytes, encoding) : new TextDecoder(labelOf(encoding)).decode(bytes)

const NUL = 0
const DOS_END = 0x1a

/** Removes what no program shows at the end: the mark with which DOS ends a text, and zeros up to the end of a block. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === NUL || bytes[end - 1] === DOS_END)) end -= 1
  const padding = bytes.subarray(end)
  // The last character of UTF-16 may end with one zero, and a text of UTF-16 consists of pairs.
  if (padding.length > 1 || padding[0] === DOS_END)
    return bytes.subarray(0, end + (end % 2 && hasZeros(bytes, end) ? 1 : 0))
  return bytes
}

const hasZeros = (bytes: Uint8Array, before: number): boolean => {
  const at = bytes.indexOf(NUL)
  return at >= 0 && at < before
}

const PROBED = 4000
/** Matches characters that no table holds: controls, lost, unassigned and private ones. */
const NO_TEXT = /(?![\t-\r])[\p{Cc}\ufffd\p{Cn}\p{Co}\p{Cs}]/u

/** Tells how a text without a byte order mark is UTF-16, by its separators and line breaks, whatever its letters. */
function utf16Of(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | undefined {
  if (!hasZeros(bytes, PROBED)) return undefined
  if (looksLikeUtf16(bytes, 1)) return 'UTF-16 LE'
  if (looksLikeUtf16(bytes, 0)) return 'UTF-16 BE'
  return (['UTF-16 LE', 'UTF-16 BE'] as const).find((encoding) => {
    // A cut pair of surrogates at the end of the probe is no fault of the text.
    const text = decode(bytes.subarray(0, PROBED), encoding).replace(/[\ud800-\udfff\ufffd]$/u, '')
    return /[\r\n]/u.test(text) && /[,;\t|]/u.test(text) && !NO_TEXT.test(text)
  })
}

/** Looks for a zero byte at every other place, as in UTF-16 of Latin letters. */
function looksLikeUtf16(bytes: Uint8Array, zeroAt: 0 | 1): boolean {
  const pairs = Math.min(200, Math.floor(bytes.length / 2))
  let zeros = 0
  for (let i = 0; i < pairs; i++) if (bytes[i * 2 + zeroAt] === NUL) zeros += 1
  return pairs > 2 && zeros > pairs * 0.6
}

/** In the order in which they are preferred where nothing tells them apart. */
const LIKELY = [
  'Windows-1252',
  'Windows-1250',
  'Macintosh',
  'IBM850',
  'IBM852',
  'ISO-8859-15',
  'ISO-8859-2',
] as const

const MOST_SAMPLED = 200_000

/** Returns the bytes around those in which encodings differ. */
function nearHighBytes(bytes: Uint8Array): Uint8Array {
  const near: number[] = []
  let until = 0
  for (let at = 0; at < bytes.length && near.length < MOST_SAMPLED; at += 1) {
    if (bytes[at]! < 0x80) continue
    for (let each = Math.max(until, at - 2); each < Math.min(at + 3, bytes.length); each += 1)
      near.push(bytes[each]!)
    until = at + 3
  }
  return Uint8Array.from(near)
}

/** Chooses the likeliest of the encodings with one byte for each character: the one that leaves the fewest strange words. */
function oneByte(bytes: Uint8Array): Encoding {
  const sample = nearHighBytes(bytes)
  const rated = LIKELY.map((encoding) => ({ encoding, strange: strangeIn(decode(sample, encoding)) }))
  return rated.reduce((best, next) => (next.strange < best.strange ? next : best)).encoding
}

/**
 * Returns the text of bytes of which most are UTF-8: where files were joined or cut, a few characters are lost and all
 * others must not suffer.
 */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = decode(bytes, 'UTF-8')
  const lost = text.match(/\ufffd+/gu)?.length ?? 0
  const sound = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0
  return sound > 0 && sound >= lost ? text : undefined
}

/**
 * Decodes a file by its byte order mark or by its zero bytes. Otherwise it is read as UTF-8 or, if that fails, as what
 * spreadsheets and command lines write in Europe, which is a guess.
 * @param chosen the encoding that somebody named
 */
export function decodeRoster(file: Uint8Array, chosen?: Encoding): Decoded {
  const bytes = withoutPadding(file)
  if (chosen) return { text: decode(bytes, chosen), encoding: chosen, guessed: true }
  const as = (encoding: Encoding, guessed: boolean): Decoded => ({
    text: decode(bytes, encoding),
    encoding,
    guessed,
  })
  if (starts(bytes, 0xff, 0xfe)) return as('UTF-16 LE', false)
  if (starts(bytes, 0xfe, 0xff)) return as('UTF-16 BE', false)
  const pairs = utf16Of(bytes)
  if (pairs) return as(pairs, true)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'UTF-8', guessed: false }
  } catch {
    const text = mostlyUtf8(bytes)
    return text === undefined ? as(oneByte(bytes), true) : { text, encoding: 'UTF-8', guessed: true }
  }
}

/** Beginnings of texts that are no tables: documents, web pages, workbooks of Excel 2003, lists of directories. */
const OTHER_TEXT =
  /^\ufeff*(?:%PDF|\{\\rtf|\s*(?:<!doctype|<html|<\?xml|<!--|<table|<meta|<head|<workbook|<style|\{\s*["}]|\[\s*[{["])|mime-version:|id;p[^\r\n]*[\r\n]+(?:[bcefopw]|n[enu]);|table\r?\n0,1|begin:v|(?:version: *1\s+)?(?:#.*\s+)*dn::? )/iu

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
  const head = decodeRoster(bytes.subarray(0, PROBED)).text.slice(0, 512)
  // Pictures and programs are full of control characters.
  const controls = [...head].filter((sign) => sign < '\u0009' || (sign > '\r' && sign < ' ')).length
  if (OTHER_TEXT.test(head) || controls > head.length / 20 + 1)
    throw new Refused('roster-not-text', 'This is no text with separators.')
}

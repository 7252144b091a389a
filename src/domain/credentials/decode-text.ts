import { utf8 } from '@scure/base'
import { decodeHTMLStrict } from 'entities'
import { WINDOWS_1252 } from '../scenario/windows-1252'

/** Recognises UTF-16 by its byte order mark, or by the zero bytes that plain text has in every other place. */
function utf16Order(bytes: Uint8Array): 'little' | 'big' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big'
  const looked = Math.min(bytes.length, 4000) & ~1
  if (looked < 4) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2]! += 1
  const [even = 0, odd = 0] = zeros
  const most = looked / 2
  if (odd > most * 0.6 && even < most * 0.1) return 'little'
  if (even > most * 0.6 && odd < most * 0.1) return 'big'
  return undefined
}

function utf16(bytes: Uint8Array, order: 'little' | 'big'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: string[] = []
  for (let at = 0; at + 1 < bytes.length;) {
    const units: number[] = []
    for (; at + 1 < bytes.length && units.length < 8192; at += 2)
      units.push(view.getUint16(at, order === 'little'))
    pieces.push(String.fromCharCode(...units))
  }
  return pieces.join('')
}

/**
 * Decodes UTF-32, which some databases write. It is recognised by its byte order mark, or by the zero bytes of the
 * first letter.
 */
function utf32(bytes: Uint8Array): string | undefined {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = bytes[1] === (bytes[0] === 0xff ? 0xfe : 0) && bytes[2] === 0 && bytes[3] === 0
  const isBig = bytes[0] === 0 && bytes[1] === 0 && (bytes[2] === 0 || bytes[2] === 0xfe)
  if (!isLittle && !isBig) return undefined
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle)
    if (point > 0x10ffff) return undefined
    letters.push(String.fromCodePoint(point))
  }
  return letters.join('')
}

/**
 * Decodes bytes as UTF-8, or as UTF-16 or UTF-32, which some programs save. A byte order mark is removed.
 * @returns `undefined` for bytes in none of these encodings
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const wide = utf32(bytes)
  if (wide !== undefined) return wide.replace(/^\ufeff/, '')
  const order = utf16Order(bytes)
  if (order) return utf16(bytes, order).replace(/^\ufeff/, '')
  return utf8Text(bytes) ?? utf8Text(withoutHalfLetter(bytes))
}

/** Decodes bytes as UTF-8 without a byte order mark, or returns `undefined` for bytes that are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return utf8.encode(bytes).replace(/^\ufeff/, '')
  } catch {
    return undefined
  }
}

/** Removes an incomplete letter from the end, which a file that was cut off may have there. */
function withoutHalfLetter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  for (let at = end - 1; at >= 0 && at >= end - 3; at -= 1) {
    const byte = bytes[at]!
    if (byte >= 0xc2 && byte <= 0xf4) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return end - at < length ? bytes.subarray(0, at) : bytes
    }
    if (byte < 0x80 || byte >= 0xc0) break
  }
  return bytes
}

/**
 * Decodes each byte as one letter, so that traces can be found in bytes that are no text any more.
 * @param most the most bytes that are decoded
 */
export function asLatin(bytes: Uint8Array, most: number): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length && at < most; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, most))))
  }
  return pieces.join('')
}

/** Decodes bytes as Windows-1252, which editors on Western Windows call ANSI. Every byte is a letter in it. */
export const asWindows1252 = (bytes: Uint8Array): string =>
  asLatin(bytes, bytes.length).replaceAll(
    /[\x80-\x9f]/g,
    (letter) => WINDOWS_1252[letter.codePointAt(0)! - 0x80]!,
  )

/**
 * Returns true if bytes contain control characters that no text has. One or two may be what became of letters of a text
 * that was changed; a file of another kind has more.
 */
export const isBinary = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 2000).filter((byte) => byte < 0x20 && !TEXT_CONTROLS.has(byte)).length > 2
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d])

/** Counts the letters beyond ASCII that bytes hold as UTF-8, and the bytes that are no part of one. */
function lettersOfUtf8(bytes: Uint8Array): { readonly whole: number; readonly stray: number } {
  let [whole, stray] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1
    const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    const fits = (nth: number) => {
      const byte = bytes[at + nth] ?? 0
      return byte >= (nth === 1 ? least : 0x80) && byte <= (nth === 1 ? most : 0xbf)
    }
    let nth = 1
    while (nth <= more && fits(nth)) nth += 1
    if (lead < 0xc2 || lead > 0xf4 || nth <= more) stray += 1
    else {
      whole += 1
      at += more
    }
  }
  return { whole, stray }
}

/** Returns true if bytes are whole letters of UTF-8. */
const isUtf8 = (bytes: Uint8Array): boolean => lettersOfUtf8(bytes).stray === 0

/**
 * Decodes each line as UTF-8 or, where it is none, as Windows-1252: the words of a mail may be in the one encoding and
 * a file that it carries in the other.
 */
function eightBitText(bytes: Uint8Array): string {
  const pieces: string[] = []
  let from = 0
  let known: boolean | undefined
  const decode = (to: number) => {
    const run = bytes.subarray(from, to)
    pieces.push((known ? utf8Text(run) : undefined) ?? asWindows1252(run))
    from = to
  }
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at) + 1 || bytes.length
    const line = isUtf8(bytes.subarray(at, end))
    if (known !== undefined && line !== known) decode(at)
    known = line
    at = end
  }
  decode(bytes.length)
  return pieces.join('')
}

/**
 * Decodes the text of a file in whatever encoding it is.
 * @returns `undefined` for a file that is no text
 */
export const textOf = (bytes: Uint8Array): string | undefined =>
  decodeText(bytes) ?? (isBinary(bytes) ? undefined : eightBitText(bytes))

/** Matches bytes beyond ASCII that a mail, an address, a program or a word processor wrote by their numbers. */
const NUMBERED_BYTES =
  /(?:=[89a-f][\da-f])+|(?:%[89a-f][\da-f])+|(?:\\x[89a-f][\da-f])+|(?:\\'[89a-f][\da-f])+/gi

/** Returns the lines of a text that is not decoded yet. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = bytes.indexOf(0x0a, at) + 1 || bytes.length
    lines.push(bytes.subarray(at, end))
  }
  return lines
}

/** Returns true for a line in another encoding, and false for one of UTF-8 in which single letters were damaged. */
function isOtherLine(line: Uint8Array): boolean {
  const { whole, stray } = lettersOfUtf8(line)
  return stray > whole
}

/** `encoding`: in another encoding than UTF-8. `bytes`: in UTF-8 of which some bytes were changed. */
export type Misread = 'encoding' | 'bytes'

/**
 * Tells how a text is no UTF-8, be it by the bytes of a line of its file or by some that it numbers.
 * @returns `undefined` for UTF-8
 */
export function misreadOf(text: string, bytes: Uint8Array): Misread | undefined {
  const isWhole = decodeText(bytes) !== undefined
  if (!isWhole && linesOf(bytes).some(isOtherLine)) return 'encoding'
  const isNumbered = [...text.matchAll(NUMBERED_BYTES)].some(([run]) =>
    isOtherLine(Uint8Array.from(run.match(/[\da-f]{2}/gi)!, (pair) => Number.parseInt(pair, 16))),
  )
  return isNumbered ? 'encoding' : isWhole ? undefined : 'bytes'
}

/** Joins lines and removes what mail programs add to them: quote marks at the beginning, a soft break at the end. */
const lines = (text: string, quoted: boolean): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      (quoted ? line.replace(/^[\s>|]+/, '') : line).replace(/(?<![ \t])[ \t]*(?:=[ \t]*)?$/, ''),
    )
    .join('')

const INVISIBLE = /[\s\u00ad\u180e\u200b-\u2011\u2028-\u202e\u2060-\u2064\ufeff]/g

/**
 * Removes from a text everything that a mail, a chat or a web page may insert into a long word: breaks, spaces, marks,
 * tags. Returns one or two possible originals.
 */
export function unfolded(text: string): string[] {
  const bare = (joined: string) =>
    joined
      .replaceAll(/=2E|%2E/gi, '.')
      .replaceAll(/%0[AD]|%20|%C2%A0/gi, '')
      .replaceAll(INVISIBLE, '')
      // Markdown escapes underscores with a backslash. Plain base64 has other letters than base64url, and
      // padding.
      .replaceAll(/\\(?=[_.-])/g, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll(/=+(?=\.)/g, '')
  const views = [bare(lines(text, true))]
  if (text.includes('<') || text.includes('&')) {
    const plain = lines(text, false)
      .replaceAll(/<[^<>]*>/g, '')
      .replaceAll(/&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi, '')
    views.push(bare(plain))
  }
  return views
}

/** Marks before a line: a number and what divides it from the line, a comment, a quotation mark. */
const BEFORE_LINE =
  /^[ \t]*(?:\d{1,5}(?:[ \t]*[:.|)\]>]|(?=[ \t]))[ \t]*)?(?:\/\/|--(?= )|[#*%;:!>|»«"'`]+)?[ \t]*["'`]?/gm
/** The longest text whose lines are tried without such marks. */
const MOST_DECORATED = 200_000
/** Marks behind a line of a string that a program puts together from several. */
const BEHIND_LINE = /(?:["'`]|(?<![ \t"'`]))[ \t]*(?:[+.&,;\\][ \t]*)?$/gm

/**
 * Returns what a text may have been before each of its lines got a number, the marks of a comparison, or quotation
 * marks, without the text itself. A plus and a minus are letters of base64 too.
 */
export function undecorated(text: string): string[] {
  if (text.length > MOST_DECORATED || !/[\r\n]/.test(text.trim())) return []
  const lined = text.replaceAll(/\r\n?/g, '\n')
  const bare = (view: string) => view.replaceAll(BEFORE_LINE, '').replaceAll(BEHIND_LINE, '')
  return [bare(lined), bare(lined.replaceAll(/^[ \t]*[+-]/gm, ''))].filter((view) => view !== lined)
}

/** A hyphen at the end of a line, in the middle of a long word. It may belong to the word, or only tell that it goes on. */
const HYPHEN_AT_END = /(?<=[\w.-]{12})-(?=[ \t]*(?:\r\n|\r|\n)[\s>|]*[\w.-])/g

/** The most hyphens of which each is tried with and without, and the longest text. Beyond that, all are taken away. */
const MOST_HYPHENS = 6
const MOST_LETTERS = 20_000

/** Returns true if the hyphen at a place may be one with which a program broke a long word. */
export const hyphenatedAt = (text: string, place: number): boolean =>
  [...text.matchAll(HYPHEN_AT_END)].some(({ index }) => index === place)

/**
 * Returns what a text may have been before a program broke its long words with hyphens, without the text itself. Since
 * base64url has hyphens of its own, each may belong there or not.
 */
export function unhyphenated(text: string): string[] {
  const places = [...text.matchAll(HYPHEN_AT_END)].map(({ index }) => index)
  if (places.length === 0) return []
  if (places.length > MOST_HYPHENS || text.length > MOST_LETTERS) return [text.replaceAll(HYPHEN_AT_END, '')]
  const ways = 2 ** places.length - 1
  return Array.from({ length: ways }, (_, i) => {
    let nth = -1
    return text.replaceAll(HYPHEN_AT_END, (hyphen) => {
      nth += 1
      return Math.floor((ways - i) / 2 ** nth) % 2 === 1 ? '' : hyphen
    })
  })
}

/** Matches a character that a web page writes by its name or its number. */
export const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i

/** Returns the visible text of a web page, without tags and with its entities decoded. */
const shownByPage = (text: string): string => decodeHTMLStrict(text.replaceAll(/<[a-z/!][^<>]*>/gi, ''))

/** Decodes the mail encoding “quoted-printable”. */
export function unquotedPrintable(text: string): string {
  const joined = text.replaceAll(/=[ \t]*(?:\r\n|\r|\n)/g, '')
  return joined.replaceAll(/(?:=[\da-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('='), (pair) => Number.parseInt(pair, 16))
    return utf8Text(bytes) ?? asWindows1252(bytes)
  })
}

/** Decodes what an address or a form made of other letters: `%22` for a quotation mark. */
export const unpercented = (text: string): string =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16))
    return utf8Text(bytes) ?? asWindows1252(bytes)
  })

/** Returns true for a document in the Rich Text Format. */
export const isRichText = (text: string): boolean => /^\s*\{\\rtf/.test(text)

/** Returns the text of a document in the Rich Text Format, without its commands. */
export const shownByRichText = (text: string): string =>
  text.replaceAll(
    // A line break ends a command and is otherwise no part of the text.
    /\\(?:'([\da-f]{2})|u(-?\d{1,5}) ?\??|([{}\\])|[a-z]+-?\d* ?)|[\r\n]+/gi,
    (_, byte, unit, sign) => {
      if (byte) return asWindows1252(Uint8Array.of(Number.parseInt(byte, 16)))
      return unit ? String.fromCharCode(Number(unit) & 0xffff) : (sign ?? '')
    },
  )

const BACKSLASHED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '0': '\0',
}

/** Decodes the backslashes of a string in a program, a log or a database. */
export const unbackslashed = (text: string): string =>
  text.replaceAll(/((?:\\x[\da-f]{2})+)|\\(?:u([\da-f]{4})|([^]))/gi, (_, run, unit, sign) => {
    if (unit) return String.fromCharCode(Number.parseInt(unit, 16))
    if (!run) return BACKSLASHED[sign] ?? sign
    const bytes = Uint8Array.from(run.slice(2).split('\\x'), (pair: string) => Number.parseInt(pair, 16))
    return utf8Text(bytes) ?? asWindows1252(bytes)
  })

/** JSON may be a string in JSON, and that one in JSON again. */
const MOST_BACKSLASHED = 3

/**
 * Returns what a text may have been before backslashes were put before its quotation marks, and perhaps before its own
 * backslashes.
 */
function withoutBackslashes(text: string): string[] {
  const views: string[] = []
  for (let view = text; views.length < MOST_BACKSLASHED && /\\["'\\x]/.test(view);) {
    view = unbackslashed(view)
    views.push(view)
  }
  if (text.includes('\\"')) views.push(text.replaceAll('\\"', '"'))
  return views
}

/** Matches the name of a member of JSON that stands in a string: `\"type\":`. */
const BACKSLASHED_NAME = /\\"[^"\\]+\\+"\s*:/

/** Matches a name without quotation marks before a term of ours, as in a program or in TOML. */
const BARE_NAME = /(?:^|[{,\s])[\w$]+\s*[:=]\s*"urn:hold-the-line:/

/** Returns true if a program wrote a text in its own way: as a cell, in a string, with typographic quotation marks. */
export const isRewritten = (text: string): boolean =>
  isRichText(text) ||
  /""[^"]+"":|[“”„][^“”„"]+[“”„]\s*:/.test(text) ||
  BACKSLASHED_NAME.test(text) ||
  BARE_NAME.test(text)

/**
 * Returns the texts that a text may have been before a program wrote it in its own way, itself first: a mail, a web
 * page, an address, a table, a string, a word processor.
 */
export function unescaped(text: string): string[] {
  const views = [text]
  if (/=(?:\r|\n|3D)/i.test(text)) views.push(unquotedPrintable(text))
  if (ENTITY.test(text)) {
    const shown = shownByPage(text)
    // An editor of pages writes plain spaces as such ones where several stand side by side.
    views.push(shown, shown.replaceAll('\u00a0', ' '))
  }
  if (/%22/.test(text)) views.push(unpercented(text), unpercented(text.replaceAll('+', ' ')))
  if (/""[^"]+"":/.test(text)) views.push(text.replaceAll('""', '"'))
  // In SQL an apostrophe is written twice.
  if (text.includes("''")) views.push(text.replaceAll("''", "'"))
  views.push(...withoutBackslashes(text))
  // A credential goes from the first to the last curly bracket of the text.
  if (isRichText(text))
    views.push(shownByRichText(text.slice(text.indexOf('\\{'), text.lastIndexOf('\\}') + 2)))
  if (text.includes('\u00a0')) views.push(text.replaceAll('\u00a0', ' '))
  if (/[“”„]/.test(text)) {
    const straight = text.replaceAll(/[“”„]/g, '"').replaceAll('\u00a0', ' ')
    views.push(straight, straight.replaceAll(/[‘’]/g, "'"))
  }
  return views
}

/**
 * Returns the documents that a text may have been before a mail or a page changed it, the likeliest first: without
 * quote marks and wrapping, and with entities and bytes decoded. The signature tells which of them is the original.
 */
export function unmangled(text: string): string[] {
  return unescaped(text).flatMap((view) => {
    const bare = view.split(/\r\n|\r|\n/).map((line) => line.replace(/^(?:[ \t]*[>|])+ ?/, ''))
    // A line was wrapped at a space, which was kept or dropped, or in the middle of a word.
    return [...new Set([view, bare.join('\n'), bare.map((line) => line.trimEnd()).join(' '), bare.join('')])]
  })
}

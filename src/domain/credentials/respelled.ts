/**
 * Finds what a credential may have been before a program wrote its letters in another way: in another encoding, by
 * names or numbers, with other marks. Nobody changed such a credential, and its signature tells which form is the
 * original.
 */
import { decodeHTMLStrict } from 'entities'
import { UPPER_HALVES } from '../records/encodings'
import { strangeIn } from '../records/strange'
import { ENTITY, unbackslashed, unpercented, unquotedPrintable, utf8Text } from './decode-text'

/** Decodes bytes by one encoding, or returns `undefined` if they are no text in it. */
export type Encoding = (bytes: Uint8Array) => string | undefined

/** Texts of our credentials are shorter by far, in characters beyond ASCII and what stands beside them. */
const LONGEST = 20_000
/** The longest text of which each pair of encodings is tried. */
const LONGEST_FOR_PAIRS = 4000

/** Maps the characters of a one-byte encoding to their bytes. */
type Table = ReadonlyMap<string, number>

const FIRST = 0x80
/** Bytes without a character of their own are read as the control characters of the same number. */
const tableOf = (half: readonly string[]): Table =>
  new Map([
    ...half.map((_, index): [string, number] => [String.fromCharCode(FIRST + index), FIRST + index]),
    ...half.map((sign, index): [string, number] => [sign, FIRST + index]),
  ])

const LATIN_1: readonly string[] = Array.from({ length: 128 }, (_, index) =>
  String.fromCharCode(FIRST + index),
)
const WINDOWS_1252 = tableOf([...UPPER_HALVES['Windows-1252']])

/** Returns the upper half of an encoding, if it has one byte for each character. */
function halfOf(encoding: Encoding): string[] | undefined {
  const half = LATIN_1.map((sign, index) => {
    const own = encoding(Uint8Array.of(FIRST + index))
    return own?.length === 1 && own !== '\ufffd' ? own : sign
  })
  return half.some((sign, index) => sign !== LATIN_1[index]) ? half : undefined
}

function tablesOf(encodings: readonly Encoding[]): Table[] {
  const halves = encodings.flatMap((encoding) => {
    const half = halfOf(encoding)
    return half ? [half] : []
  })
  return [...Object.values(UPPER_HALVES).map((half) => [...half]), LATIN_1, ...halves].map(tableOf)
}

/** Encodes a text by a table. */
function bytesBy(table: Table, text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const byte = code < FIRST ? code : table.get(text[at]!)
    if (byte === undefined) return undefined
    bytes[at] = byte
  }
  return bytes
}

/** Matches the first byte of `à` in UTF-8 before a space. Its second byte is a space that does not break. */
const SPACE_OF_A = /Ã /g

/** Returns what a text was before its UTF-8 was read by a table, or `undefined` if it was not. */
function asUtf8(text: string, table: Table): string | undefined {
  for (const view of [text, text.replaceAll(SPACE_OF_A, 'Ã\u00a0')]) {
    const bytes = bytesBy(table, view)
    const decoded = bytes && utf8Text(bytes)
    if (decoded !== undefined && decoded !== view) return decoded
  }
  return undefined
}

const HIGH = /[^\0-\u007f]/
/** Matches bytes that a mail, an address or a program wrote by their numbers. */
const NUMBERED = {
  mail: /=[89a-f][\da-f]/i,
  address: /%[\da-f]{2}/i,
  program: /\\(?:u[\da-f]{4}|x[\da-f]{2})/i,
} as const
/** Matches a place where French has a space that does not break, which few programs keep. */
const BEFORE_MARK = / (?=[:;!?»%€])|(?<=«) /g

/** A way in which a program may have written texts. */
interface Way {
  readonly name: string
  /** Returns what a text was before, or `undefined` if it can’t have been written in this way. */
  before(text: string): string | undefined
}

const way = (name: string, before: Way['before']): Way => ({ name, before })
const wayOf = (name: string, pattern: RegExp, before: (text: string) => string): Way =>
  way(name, (text) => (pattern.test(text) ? before(text) : undefined))

const BY_NAMES: readonly Way[] = [
  wayOf('names', ENTITY, decodeHTMLStrict),
  wayOf('names of names', ENTITY, (text) => decodeHTMLStrict(decodeHTMLStrict(text))),
  wayOf('program', NUMBERED.program, unbackslashed),
  wayOf('mail', NUMBERED.mail, unquotedPrintable),
  wayOf('address', NUMBERED.address, unpercented),
]

const BY_MARKS: readonly Way[] = [
  way('plain spaces', (text) => text.replaceAll(/[\u00a0\u202f]/g, ' ')),
  way('spaces that do not break', (text) => text.replaceAll(BEFORE_MARK, '\u00a0')),
  way('straight apostrophes', (text) => text.replaceAll('’', "'")),
]

/** Gives the ways in the order of how often programs take them. */
function* waysOf(high: readonly string[], encodings: readonly Encoding[], misread: boolean): Generator<Way> {
  yield* BY_NAMES
  // Names are signed in this form; computers of one maker write another.
  yield way('one sign', (text) => text.normalize('NFC'))
  const length = high.reduce((sum, text) => sum + text.length, 0)
  if (length === 0 || length > LONGEST) {
    yield* BY_MARKS
    return
  }
  const tables = tablesOf(encodings)
  for (const [index, table] of tables.entries()) {
    yield way(`UTF-8 as ${index}`, (text) => asUtf8(text, table))
    yield way(`UTF-8 twice as ${index}`, (text) => {
      const once = asUtf8(text, table)
      return once === undefined ? undefined : asUtf8(once, table)
    })
  }
  const isStrange = high.some((text) => strangeIn(text) > 0)
  const saved = (table: Table, encoding: Encoding) => (text: string) => {
    const bytes = HIGH.test(text) ? bytesBy(table, text) : undefined
    return bytes && encoding(bytes)
  }
  if (misread || isStrange) {
    for (const [index, encoding] of encodings.entries())
      yield way(`saved as ${index}`, saved(WINDOWS_1252, encoding))
  }
  yield* BY_MARKS
  if (!isStrange || length > LONGEST_FOR_PAIRS) return
  // A program read one encoding as another and saved what it saw.
  for (const [read, table] of tables.entries()) {
    for (const [index, encoding] of encodings.entries()) {
      const before = saved(table, encoding)
      yield way(`saved as ${index}, read as ${read}`, (text) => {
        const found = before(text)
        return found === undefined || strangeIn(found) > 0 ? undefined : found
      })
    }
  }
}

/** Returns the different strings in a text of JSON. It throws for one that is nested more deeply than any credential. */
function stringsIn(json: string): string[] {
  const found = new Set<string>()
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === 'string') found.add(value)
  })
  return [...found]
}

const withStrings = (json: string, strings: ReadonlyMap<string, string>): string =>
  JSON.stringify(
    JSON.parse(json, (_, value: unknown) =>
      typeof value === 'string' ? (strings.get(value) ?? value) : value,
    ),
  )

/** What the text of a credential may have been, and the way in which a program wrote it. */
export interface Respelled {
  readonly way: string
  readonly text: string
}

function* respelled(
  json: string,
  encodings: readonly Encoding[],
  misread: boolean,
  first: string | undefined,
): Generator<Respelled> {
  const strings = stringsIn(json)
  const ways = () =>
    waysOf(
      strings.filter((text) => HIGH.test(text)),
      encodings,
      misread,
    )
  function* ordered(): Generator<Way> {
    if (first !== undefined) for (const one of ways()) if (one.name === first) yield one
    yield* ways()
  }
  const known = new Set<string>()
  for (const { name, before } of ordered()) {
    const changed = new Map<string, string>()
    for (const text of strings) {
      const other = before(text)
      if (other !== undefined && other !== text) changed.set(text, other)
    }
    const key = JSON.stringify([...changed])
    if (changed.size === 0 || known.has(key)) continue
    known.add(key)
    yield { way: name, text: withStrings(json, changed) }
  }
}

/**
 * Gives what the texts of a credential may have been before a program wrote its letters in another way.
 * @param texts JSON, each without members of the same name
 * @param encodings those in which programs save texts, besides UTF-8
 * @param misread true if the texts were read from bytes that are no UTF-8, as if they were Windows-1252
 * @param first the way to begin with, because another credential of the file was written so
 * @returns other texts of JSON, the likeliest first, made one by one
 */
export function* respellings(
  texts: readonly string[],
  encodings: readonly Encoding[],
  misread: boolean,
  first?: string,
): Generator<Respelled> {
  const known = new Set<string>()
  for (const text of texts) {
    try {
      const plain = JSON.stringify(JSON.parse(text))
      if (known.has(plain)) continue
      known.add(plain)
      yield* respelled(plain, encodings, misread, first)
    } catch {
      // It is no JSON, or nested more deeply than a credential.
    }
  }
}

/** Matches a question mark within a word, where a letter was. Addresses have one as well. */
const QUESTION_IN_WORD = /\p{L}\?+\p{L}|(?<!\S)\?+\p{L}|^[?\s]*\?[?\s]*$/u

/**
 * Returns true if letters of a credential were lost: replaced by the sign for what can’t be shown, or by a question mark
 * within a word or a name, or in place of all words.
 * @param json the text of the credential
 */
export function hasLostLetters(json: string, personName: string): boolean {
  try {
    return (
      personName.includes('?') ||
      stringsIn(json).some(
        (text) => text.includes('\ufffd') || (!text.includes('://') && QUESTION_IN_WORD.test(text)),
      )
    )
  } catch {
    return false
  }
}

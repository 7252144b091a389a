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

/** The most forms of one credential that are tried. Checking a signature takes some 30 ms. */
const MOST_FORMS = 60

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

/** Returns what a text was before its UTF-8 was read by a table, once or several times. */
function asUtf8(text: string, table: Table): string[] {
  const found: string[] = []
  for (let view = text; found.length < 2;) {
    const bytes = bytesBy(table, view)
    const decoded = bytes && utf8Text(bytes)
    if (decoded === undefined || decoded === view) break
    found.push(decoded)
    view = decoded
  }
  return found
}

/** Returns a text of JSON with each of its strings changed. */
function withStrings(json: string, change: (text: string) => string): string | undefined {
  try {
    return JSON.stringify(
      JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? change(value) : value)),
    )
  } catch {
    // It is nested more deeply than a credential.
    return undefined
  }
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

/** Gives the forms in the order of how often programs make them. */
function* forms(
  text: string,
  encodings: readonly Encoding[],
  misread: boolean,
): Generator<string | undefined> {
  if (ENTITY.test(text)) {
    yield withStrings(text, decodeHTMLStrict)
    yield withStrings(text, (string) => decodeHTMLStrict(decodeHTMLStrict(string)))
  }
  if (NUMBERED.program.test(text)) yield withStrings(text, unbackslashed)
  if (NUMBERED.mail.test(text)) yield withStrings(text, unquotedPrintable)
  if (NUMBERED.address.test(text)) yield withStrings(text, unpercented)
  if (!HIGH.test(text)) return
  // Names are signed in this form; computers of one maker write another.
  yield text.normalize('NFC')
  const tables = tablesOf(encodings)
  for (const table of tables) {
    yield* asUtf8(text, table)
    yield* asUtf8(text.replaceAll(SPACE_OF_A, 'Ã\u00a0'), table)
  }
  const isStrange = strangeIn(text) > 0
  const bytes = misread || isStrange ? bytesBy(WINDOWS_1252, text) : undefined
  if (bytes) {
    for (const encoding of encodings) yield encoding(bytes)
  }
  if (isStrange) {
    // A program read one encoding as another and saved what it saw.
    for (const table of tables) {
      const own = bytesBy(table, text)
      const read = own ? encodings.map((encoding) => encoding(own)) : []
      yield* read.filter((form) => form !== undefined && strangeIn(form) === 0)
    }
  }
  yield text.replaceAll('\u00a0', ' ')
  yield text.replaceAll(BEFORE_MARK, '\u00a0')
  yield text.replaceAll(BEFORE_MARK, '\u202f')
  yield text.replaceAll('\u202f', '\u00a0')
  yield text.replaceAll('’', "'")
}

/**
 * Returns what the text of a credential may have been before a program wrote its letters in another way.
 * @param text JSON, without members of the same name
 * @param encodings those in which programs save texts, besides UTF-8
 * @param misread true if the text was read from bytes that are no UTF-8, as if they were Windows-1252
 * @returns other texts of JSON, each once, the likeliest first
 */
export function respelled(text: string, encodings: readonly Encoding[], misread: boolean): string[] {
  const found = new Set<string>()
  for (const form of forms(text, encodings, misread)) {
    if (form !== undefined && form !== text) found.add(form)
    if (found.size >= MOST_FORMS) break
  }
  return [...found]
}

/**
 * Returns true if letters of a text were lost: replaced by the sign for what can’t be shown, or by a question mark where
 * a name stands.
 */
export const hasLostLetters = (text: string, personName: string): boolean =>
  text.includes('\ufffd') || personName.includes('?')

import { readTextsCsv } from './texts-csv'
import { fault, refused, type Outcome, type TextsFile } from './texts-file'
import { readXliff } from './xliff'

/** Bytes; a larger file is none of ours. */
export const LARGEST_TEXTS = 64 * 1024 * 1024

/** Decodes bytes; `undefined` where they are no text in that encoding. A byte order mark is left out. */
export type Decode = (encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array) => string | undefined

function decoded(bytes: Uint8Array, decode: Decode): string | undefined {
  // Spreadsheets save what they call Unicode text so.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes)
  return decode('utf-8', bytes)
}

/**
 * Reads a file that a translator gives back. Its content decides whether it is read as XLIFF or as CSV.
 * @param bytes of the file
 * @returns its texts, or everything that is wrong with it
 */
export function readTexts(bytes: Uint8Array, decode: Decode): Outcome<TextsFile> {
  if (bytes.length > LARGEST_TEXTS) return refused(fault('too-large'))
  const text = decoded(bytes, decode)
  if (text === undefined) return refused(fault('not-text'))
  return /^[\ufeff\s]*</.test(text) ? readXliff(text) : readTextsCsv(text)
}

import { error, type Issue } from './issue'
import { describeFault } from './json-fault'
import { doubleNameIn, haltInJson } from './json-place'

export type ReadJson =
  | { readonly ok: true; readonly raw: unknown; readonly text: string }
  | { readonly ok: false; readonly issue: Issue }

/**
 * Reads a file's text as JSON.
 * @param text the text, with or without a byte-order mark
 * @returns what it says, or what keeps it from being read. Names that stand twice are for `doubleName`.
 */
export function readJson(text: string): ReadJson {
  const refuse = (code: string, message: string): ReadJson => ({ ok: false, issue: error(code, [], message) })
  const plain = text.replace(/^\ufeff/, '')
  // Half of the bytes of UTF-16 are zero in nearly every language, and its mark is no UTF-8.
  if (/^\ufffd\ufffd|^[^\0]\0[^\0]\0|^\0[^\0]\0[^\0]/.test(plain)) {
    return refuse(
      'not-utf8',
      'This file is saved as UTF-16 (“Unicode” in some editors). Save it again with the encoding UTF-8.',
    )
  }
  if (plain.includes('\ufffd')) {
    return refuse(
      'not-utf8',
      'This file is not saved as UTF-8, so that letters in it can’t be read. Save it again in the editor with the encoding UTF-8.',
    )
  }
  if (plain.trim() === '') return refuse('not-json', 'This file is empty.')
  try {
    return { ok: true, raw: JSON.parse(plain) as unknown, text: plain }
  } catch {
    const halt = haltInJson(plain)
    if (!halt) return refuse('not-json', 'This is not valid JSON.')
    const { line, column, message } = describeFault(plain, halt)
    return refuse('not-json', `This is not valid JSON in line ${line}, column ${column}: ${message}`)
  }
}

/** The issue about the first name that stands twice in one object, where there is one. */
export function doubleName(text: string): Issue | undefined {
  const double = doubleNameIn(text)
  if (!double) return undefined
  const name = String(double.keys[double.keys.length - 1])
  return error(
    'double-name',
    double.keys,
    `‘${name}’ stands twice here, the second time in line ${double.line}, column ${double.column}. Only one would count: rename or remove one.`,
  )
}

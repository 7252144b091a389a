import { error, type Issue } from './issue'
import { doubleNameIn, faultInJson } from './json-place'

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
    const at = faultInJson(plain)
    const place = at ? ` in line ${at.line}, column ${at.column}` : ''
    return refuse(
      'not-json',
      `This is not valid JSON${place}: a comma, bracket or quote is missing or too many.`,
    )
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

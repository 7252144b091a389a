import { error, type Fault } from './issue'
import { describeFault } from './json-fault'
import { doubleNameIn, haltInJson } from './json-place'

export type ReadJson =
  | { readonly ok: true; readonly raw: unknown; readonly text: string }
  | { readonly ok: false; readonly fault: Fault }

/**
 * Reads a file's text as JSON.
 * @param text the text, with or without a byte-order mark
 * @returns the value, or the fault that keeps the text from being read. Repeated names are found by `doubleName`.
 */
export function readJson(text: string): ReadJson {
  const refuse = (fault: Fault): ReadJson => ({ ok: false, fault })
  const plain = text.replace(/^\ufeff/, '')
  // Half of the bytes of UTF-16 are zero in nearly every language, and its byte order mark is not valid UTF-8.
  if (/^\ufffd\ufffd|^[^\0]\0[^\0]\0|^\0[^\0]\0[^\0]/.test(plain)) {
    return refuse(error('not-utf8', [], { what: 'utf16' }))
  }
  if (plain.includes('\ufffd')) return refuse(error('not-utf8', [], { what: 'other' }))
  if (plain.trim() === '') return refuse(error('not-json', [], { what: 'empty' }))
  try {
    return { ok: true, raw: JSON.parse(plain) as unknown, text: plain }
  } catch {
    const halt = haltInJson(plain)
    return refuse(error('not-json', [], halt ? describeFault(plain, halt) : { what: 'unknown' }))
  }
}

/** Returns the fault of the first name that stands twice in one object, if there is one. */
export function doubleName(text: string): Fault | undefined {
  const double = doubleNameIn(text)
  if (!double) return undefined
  const name = String(double.keys[double.keys.length - 1])
  return error('double-name', double.keys, { name, line: double.line, column: double.column })
}

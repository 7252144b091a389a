import { error, type Fault } from './issue'
import { describeFault } from './json-fault'
import { doubleNameIn, haltInJson, isEscaped } from './json-place'

export type ReadJson =
  | { readonly ok: true; readonly raw: unknown; readonly text: string }
  | { readonly ok: false; readonly fault: Fault }

/**
 * Deeper texts are refused before they are parsed, since parsing takes long for each level, and whatever calls itself
 * for each level would run out of stack.
 */
export const DEEPEST_JSON = 1000

const QUOTE = 0x22

function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        do at = text.indexOf('"', at + 1)
        while (at >= 0 && isEscaped(text, at))
        if (at < 0) return false
        break
      case 0x5b: // [
      case 0x7b: // {
        depth += 1
        if (depth > DEEPEST_JSON) return true
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1
    }
  }
  return false
}

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
  if (isTooDeep(plain)) return refuse(error('too-deep', [], { deepest: DEEPEST_JSON }))
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

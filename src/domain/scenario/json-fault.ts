import type { JsonFaultParams } from './issue-params'
import { placeAt, type Halt } from './json-place'

/** A fault without its position. */
type Kind = JsonFaultParams extends infer F ? (F extends unknown ? Omit<F, 'line' | 'column'> : never) : never
type Found = readonly [at: number, kind: Kind]

const CLOSE = { '{': '}', '[': ']' } as const
const SORTS = { '{': 'brace', '[': 'bracket' } as const

/** Words of other languages, and the JSON words that they mean. */
const WORDS: Readonly<Record<string, string>> = {
  true: 'true',
  false: 'false',
  null: 'null',
  none: 'null',
  nil: 'null',
}

const opened = (text: string, at: number): { openLine: number; openColumn: number } => {
  const { line, column } = placeAt(text, at)
  return { openLine: line, openColumn: column }
}

/** Returns the character at an offset; an invisible one by its number, such as `U+00A0`. */
function signAt(text: string, at: number): string {
  const code = text.codePointAt(at)!
  const letter = String.fromCodePoint(code)
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter)
    ? letter
    : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

const wordAt = (text: string, at: number): string =>
  /^[\p{L}\p{N}_$][\p{L}\p{N}_$.+-]*/u.exec(text.slice(at, at + 80))?.[0] ?? ''

/** Returns the reason why a string can't be read. */
function brokenText(text: string, start: number): Found {
  for (let at = start + 1; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '\n' || letter === '\r') return [start, { what: 'text-open' }]
    if (letter === '\t') return [at, { what: 'tab-in-text' }]
    if (letter < ' ') return [at, { what: 'sign-in-text', sign: signAt(text, at) }]
    if (letter !== '\\') continue
    const next = text[at + 1]
    if (next === 'u' && !/^[0-9a-fA-F]{4}/.test(text.slice(at + 2, at + 6))) {
      return [at, { what: 'unicode-escape' }]
    }
    if (next !== undefined && !'"\\/bfnrtu'.includes(next)) {
      return [at, { what: 'backslash', sign: signAt(text, at + 1) }]
    }
    at += 1
  }
  return [start, { what: 'text-never-closed' }]
}

const QUOTES = /^['‘’‚`“”„«»]/

/** Recognises characters that can't stand anywhere outside strings, whatever is expected. */
function stranger(text: string, at: number): Kind | undefined {
  const rest = text.slice(at, at + 8)
  const quote = rest[0]!
  if (/^(?:\/\/|\/\*|#)/.test(rest)) return { what: 'comment' }
  if (/^(?:<{7}|={7}|>{7})/.test(rest)) return { what: 'merge-marks' }
  if (/^['`]/.test(rest)) return { what: 'single-quote', quote }
  if (QUOTES.test(rest)) return { what: 'curly-quote', quote }
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(String.fromCodePoint(text.codePointAt(at)!))
    ? undefined
    : { what: 'sign-between', sign: signAt(text, at) }
}

function brokenNumber(text: string, at: number): Kind {
  const number = wordAt(text, at + (/[-+.]/.test(text[at]!) ? 1 : 0))
  const whole = text[at] === number[0] ? number : text[at]! + number
  if (/^-?0\d/.test(whole)) return { what: 'leading-zero', number: whole.replace(/^(-?)0+(?=\d)/, '$1') }
  if (whole.startsWith('+')) return { what: 'plus' }
  if (/^-?\./.test(whole)) return { what: 'point-first' }
  if (/^-?\d+\.$/.test(whole)) return { what: 'digit-missing' }
  return { what: 'no-number', word: whole }
}

function noValue(text: string, at: number, { open, comma }: Halt): Found {
  const letter = text[at]!
  const inner = open[open.length - 1]
  if (letter === '"') return brokenText(text, at)
  if (letter === ']' && inner?.sign === '[' && comma !== undefined) return [comma, { what: 'list-comma' }]
  if (letter === ',' && comma !== undefined && inner?.sign === '[') return [at, { what: 'two-commas' }]
  if (letter === ',' || letter === '}' || letter === ']') {
    const sign = signAt(text, at)
    return inner && typeof inner.key === 'string' && inner.sign === '{'
      ? [at, { what: 'value-of-missing', name: inner.key, sign }]
      : [at, { what: 'value-missing', sign }]
  }
  if (/[-+.\d]/.test(letter)) return [at, brokenNumber(text, at)]
  const word = wordAt(text, at)
  if (word === '') return [at, { what: 'no-value', sign: signAt(text, at) }]
  const written = WORDS[word.toLowerCase()]
  if (written !== undefined && written !== word) return [at, { what: 'word-written', word, written }]
  return [at, { what: /^(?:NaN|Infinity|undefined)$/.test(word) ? 'not-a-value' : 'unquoted', word }]
}

function noName(text: string, at: number, { comma }: Halt): Found {
  const letter = text[at]!
  if (letter === '"') return brokenText(text, at)
  if (letter === '}' && comma !== undefined) return [comma, { what: 'group-comma' }]
  if (letter === ',') return [at, { what: comma === undefined ? 'comma-first' : 'two-commas' }]
  const word = wordAt(text, at)
  if (/^\d/.test(word) && comma !== undefined) return [at, { what: 'decimal-comma' }]
  return word === ''
    ? [at, { what: 'name-not-sign', sign: signAt(text, at) }]
    : [at, { what: 'name-unquoted', word }]
}

function noNext(text: string, at: number, { open, end }: Halt): Found {
  const letter = text[at]!
  const inner = open[open.length - 1]!
  if (letter === '}' || letter === ']') {
    const { sign } = inner
    const close = CLOSE[sign]
    return [at, { what: 'still-open', letter, sort: SORTS[sign], close, ...opened(text, inner.at) }]
  }
  if (letter === ';' || letter === ':') return [at, { what: 'comma-expected', letter }]
  const touching = at === end && text[end - 1] === '"'
  return touching || (text[end - 1] === '"' && /\p{L}/u.test(letter))
    ? [at, { what: 'text-closed' }]
    : [end, { what: 'comma-missing' }]
}

function atTheEnd(text: string, at: number, { open }: Halt): Found {
  const inner = open[open.length - 1]
  if (!inner) return [at, { what: 'file-ends' }]
  const around = open.length > 1 ? 'yes' : 'no'
  const { sign } = inner
  return [
    text.trimEnd().length,
    { what: 'file-ends-open', sort: SORTS[sign], close: CLOSE[sign], around, ...opened(text, inner.at) },
  ]
}

function find(text: string, halt: Halt): Found {
  const { at, expected, open } = halt
  if (at >= text.length) return atTheEnd(text, at, halt)
  const strange = stranger(text, at)
  if (strange !== undefined) return [at, strange]
  switch (expected) {
    case 'value':
      return noValue(text, at, halt)
    case 'name':
      return noName(text, at, halt)
    case 'colon':
      return [at, { what: 'colon-missing', name: String(open[open.length - 1]!.key), sign: signAt(text, at) }]
    case 'next':
      return noNext(text, at, halt)
    case 'end':
      return /[}\]]/.test(text[at]!)
        ? [at, { what: 'one-too-many', letter: text[at]! }]
        : [at, { what: 'document-ended' }]
  }
}

/**
 * Describes the fault at which reading stopped, with its line and column.
 * @param text a text that is no JSON, and not empty
 */
export function describeFault(text: string, halt: Halt): JsonFaultParams {
  const [at, kind] = find(text, halt)
  return { ...placeAt(text, at), ...kind }
}

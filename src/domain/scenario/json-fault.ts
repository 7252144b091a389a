import type { Halt } from './json-place'
import { placeAt, type JsonPlace } from './json-place'

/** What is wrong with a text that is no JSON, where, and what to do about it. */
export interface JsonFault extends JsonPlace {
  readonly message: string
}

const NAMES = { '{': 'opening brace {', '[': 'opening bracket [' } as const
const close = { '{': '}', '[': ']' } as const

/** Words of other languages, and what JSON writes instead. */
const WORDS: Readonly<Record<string, string>> = {
  true: 'true',
  false: 'false',
  null: 'null',
  none: 'null',
  nil: 'null',
}

const named = (text: string, at: number): string => {
  const { line, column } = placeAt(text, at)
  return `line ${line}, column ${column}`
}

/** How a sentence shows a character; one that can't be seen by its number. */
function sign(text: string, at: number): string {
  const code = text.codePointAt(at)!
  const letter = String.fromCodePoint(code)
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter)
    ? `‘${letter}’`
    : `a character that can’t be seen (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}

const wordAt = (text: string, at: number): string =>
  /^[\p{L}\p{N}_$][\p{L}\p{N}_$.+-]*/u.exec(text.slice(at, at + 80))?.[0] ?? ''

/** Why a text between quotes can't be read. */
function brokenText(text: string, start: number): readonly [at: number, message: string] {
  for (let at = start + 1; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '\n' || letter === '\r') {
      return [
        start,
        'the text that begins here is not closed in its line. Put a quote " at its end; a line break inside a text is written \\n.',
      ]
    }
    if (letter === '\t') return [at, 'a tab stands inside a text. Write \\t, or spaces.']
    if (letter < ' ') return [at, `${sign(text, at)} stands inside a text. Remove it.`]
    if (letter !== '\\') continue
    const next = text[at + 1]
    if (next === 'u' && !/^[0-9a-fA-F]{4}/.test(text.slice(at + 2, at + 6))) {
      return [at, '\\u needs four digits or letters from a to f. A backslash itself is written \\\\.']
    }
    if (next !== undefined && !'"\\/bfnrtu'.includes(next)) {
      return [
        at,
        `a backslash before ${sign(text, at + 1)} means nothing. A backslash itself is written \\\\.`,
      ]
    }
    at += 1
  }
  return [start, 'the text that begins here is never closed. Put a quote " at its end.']
}

const QUOTES = /^['‘’‚`“”„«»]/

/** What can stand nowhere between names and values, whatever is expected. */
function stranger(text: string, at: number): string | undefined {
  const rest = text.slice(at, at + 8)
  if (/^(?:\/\/|\/\*|#)/.test(rest)) {
    return 'JSON has no comments. Remove this one; notes can go into ‘description’.'
  }
  if (/^(?:<{7}|={7}|>{7})/.test(rest))
    return 'these are marks of an unfinished merge. Choose one version and remove them.'
  if (/^['`]/.test(rest)) return `names and texts stand between straight double quotes ", not ${rest[0]}.`
  if (QUOTES.test(rest))
    return `${rest[0]} is no straight quote. Names and texts stand between straight double quotes ".`
  if (!/^[\p{L}\p{N}\p{P}\p{S}]/u.test(String.fromCodePoint(text.codePointAt(at)!))) {
    return `${sign(text, at)} stands between names and values. Remove it.`
  }
  return undefined
}

function brokenNumber(text: string, at: number): string {
  const number = wordAt(text, at + (/[-+.]/.test(text[at]!) ? 1 : 0))
  const whole = text[at] === number[0] ? number : text[at]! + number
  if (/^-?0\d/.test(whole))
    return `a number does not begin with 0. Write ${whole.replace(/^(-?)0+(?=\d)/, '$1')}, or put it between quotes to keep the 0.`
  if (whole.startsWith('+')) return 'a number has no plus sign in front. Remove it.'
  if (/^-?\./.test(whole)) return 'a number begins with a digit. Write 0.5, not .5.'
  if (/^-?\d+\.$/.test(whole)) return 'after the decimal point a digit is missing.'
  return `‘${whole}’ is no number that JSON knows. Write digits alone, as in 5, 0.8 or -1, or put it between quotes.`
}

function noValue(text: string, at: number, { open, comma }: Halt): readonly [at: number, message: string] {
  const letter = text[at]!
  const inner = open[open.length - 1]
  if (letter === '"') return brokenText(text, at)
  if (letter === ']' && inner?.sign === '[' && comma !== undefined) {
    return [comma, 'nothing follows this comma in its list. Remove the comma.']
  }
  if (letter === ',' && comma !== undefined && inner?.sign === '[')
    return [at, 'two commas follow each other. Remove one.']
  if (letter === ',' || letter === '}' || letter === ']') {
    const owner = inner && typeof inner.key === 'string' && inner.sign === '{' ? ` of ‘${inner.key}’` : ''
    return [at, `the value${owner} is missing before ${sign(text, at)}. Write it, or remove the name.`]
  }
  if (/[-+.\d]/.test(letter)) return [at, brokenNumber(text, at)]
  const word = wordAt(text, at)
  if (word === '')
    return [
      at,
      `${sign(text, at)} is not expected here. A value is a text between quotes, a number, true, false, a list in [ ] or a group in { }.`,
    ]
  const known = WORDS[word.toLowerCase()]
  if (known !== undefined && known !== word) return [at, `‘${word}’ is written ${known}.`]
  if (/^(?:NaN|Infinity|undefined)$/.test(word))
    return [at, `‘${word}’ is no value that JSON knows. Write a number, or remove the entry.`]
  return [at, `‘${word}’ stands without quotes. A text is written "${word}".`]
}

function noName(text: string, at: number, { comma }: Halt): readonly [at: number, message: string] {
  const letter = text[at]!
  if (letter === '"') return brokenText(text, at)
  if (letter === '}' && comma !== undefined)
    return [comma, 'nothing follows this comma in its group. Remove the comma.']
  if (letter === ',')
    return [
      at,
      comma === undefined
        ? 'a comma stands before the first entry. Remove it.'
        : 'two commas follow each other. Remove one.',
    ]
  const word = wordAt(text, at)
  if (/^\d/.test(word) && comma !== undefined) {
    return [
      at,
      `a name between quotes is expected here. If this is the rest of a number, its decimal sign is a point: 0.8.`,
    ]
  }
  if (word !== '') return [at, `the name ‘${word}’ stands without quotes. Write "${word}".`]
  return [at, `a name between quotes is expected here, not ${sign(text, at)}.`]
}

function noNext(text: string, at: number, { open, end }: Halt): readonly [at: number, message: string] {
  const letter = text[at]!
  const inner = open[open.length - 1]!
  if (letter === '}' || letter === ']') {
    return [
      at,
      `${letter} stands here, but the ${NAMES[inner.sign]} of ${named(text, inner.at)} is still open. Close it with ${close[inner.sign]} first.`,
    ]
  }
  if (letter === ';' || letter === ':') return [at, `a comma is expected here, not ${letter}.`]
  const touching = at === end && text[end - 1] === '"'
  if (touching || (text[end - 1] === '"' && /\p{L}/u.test(letter))) {
    return [
      at,
      'the text before this is closed already. A quote inside a text is written \\"; between two entries stands a comma.',
    ]
  }
  return [end, 'a comma is missing here, before the next entry.']
}

/**
 * What is wrong at the place where reading stopped.
 * @param text a text that is no JSON, and not empty
 */
export function describeFault(text: string, halt: Halt): JsonFault {
  const say = ([at, message]: readonly [at: number, message: string]): JsonFault => ({
    ...placeAt(text, at),
    message,
  })
  const { at, expected, open } = halt
  const inner = open[open.length - 1]
  if (at >= text.length) {
    if (!inner) return say([at, 'the file ends before anything is said.'])
    return say([
      text.trimEnd().length,
      `the file ends here, but the ${NAMES[inner.sign]} of ${named(text, inner.at)} is still open. ${close[inner.sign]} is missing${
        open.length > 1 ? ', and whatever is open around it' : ''
      }.`,
    ])
  }
  const strange = stranger(text, at)
  if (strange !== undefined) return say([at, strange])
  switch (expected) {
    case 'value':
      return say(noValue(text, at, halt))
    case 'name':
      return say(noName(text, at, halt))
    case 'colon':
      return say([at, `after the name ‘${String(inner!.key)}’ a colon is missing before ${sign(text, at)}.`])
    case 'next':
      return say(noNext(text, at, halt))
    case 'end':
      return say([
        at,
        /[}\]]/.test(text[at]!)
          ? `one ${text[at]!} too many: what it would close is closed already. Remove it.`
          : 'the document has ended before this. A file holds one document: remove the rest, or a closing bracket too many before it.',
      ])
  }
}

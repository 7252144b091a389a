/** Parses content streams of a PDF (ISO 32000-1, 7.8), as far as needed to find out what is painted in which colour. */

/** One operator of a content stream with its operands. `start` and `end` are offsets in the text of the stream. */
export interface Operation {
  readonly operator: string
  readonly operands: readonly string[]
  readonly start: number
  readonly end: number
}

const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)))

/** Returns the offset after the token that begins at `at`. */
function endOfToken(text: string, at: number): number {
  const first = text[at]!
  if (first === '(') return endOfString(text, at)
  if (first === '<' && text[at + 1] !== '<') return text.indexOf('>', at) + 1 || text.length
  if (first === '<' || first === '>') return at + 2
  if ('[]{}'.includes(first)) return at + 1
  let end = at + 1
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (WHITE.has(code) || DELIMITERS.has(code)) break
    end += 1
  }
  return end
}

function endOfString(text: string, at: number): number {
  let depth = 0
  for (let i = at; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1
    else if (text[i] === '(') depth += 1
    else if (text[i] === ')' && (depth -= 1) === 0) return i + 1
  }
  return text.length
}

/**
 * Yields the operations of a content stream in order.
 * @param text the stream with one character for each byte
 */
export function* operationsOf(text: string): Generator<Operation> {
  let operands: string[] = []
  let start = -1
  let nested = 0
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (WHITE.has(code)) {
      at += 1
      continue
    }
    if (text[at] === '%') {
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1
      continue
    }
    const end = endOfToken(text, at)
    const token = text.slice(at, end)
    if (start < 0) start = at
    at = end
    if (token === '[' || token === '<<') nested += 1
    if (token === ']' || token === '>>') nested -= 1
    if (nested > 0 || !/^[A-Za-z'"]/.test(token) || ['true', 'false', 'null'].includes(token)) {
      operands.push(token)
      continue
    }
    if (token === 'BI') {
      // This is an inline image. Its bytes end with EI between white space.
      const rest = /\sEI(?=\s|$)/.exec(text.slice(at))
      at = rest ? at + rest.index + rest[0].length : text.length
    }
    yield { operator: token, operands, start, end: at }
    operands = []
    start = -1
  }
}

/** Offsets in a JSON text of one entry of an object or a list: its name, if it has one, and its value. */
export interface Span {
  /** The first quote of the name; in a list the start of the value. */
  readonly start: number
  /** The offset after the closing quote of the name; in a list the same as `start`. */
  readonly nameEnd: number
  readonly value: number
  readonly end: number
}

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44

const isOpen = (code: number): boolean => code === 123 || code === 91
const isClose = (code: number): boolean => code === 125 || code === 93
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

function afterSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** Returns the offset after the string literal whose opening quote stands at `from`. */
function afterText(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); ; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return at + 1
  }
}

/** Maps the offset of each opening bracket to the offset after its closing one. */
function bracketsOf(text: string): Int32Array {
  const ends = new Int32Array(text.length)
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = afterText(text, at) - 1
    else if (isOpen(code)) open.push(at)
    else if (isClose(code)) ends[open.pop()!] = at + 1
  }
  return ends
}

/**
 * Finds the values of a JSON text one level at a time. Parsing the text into a tree would take much longer, and few of
 * its values are asked for.
 */
export class Spans {
  private brackets: Int32Array | undefined

  /** @param text valid JSON */
  constructor(private readonly text: string) {}

  /** Returns the span of the outermost value, without the white space around it. */
  get root(): Span {
    const { text } = this
    const value = afterSpace(text, 0)
    let end = text.length
    while (isSpace(text.charCodeAt(end - 1))) end -= 1
    return { start: value, nameEnd: value, value, end }
  }

  /**
   * Returns the spans of the entries of an object or a list.
   * @param from offset of its opening bracket
   */
  in(from: number): Span[] {
    const { text } = this
    const spans: Span[] = []
    const named = text[from] === '{'
    let at = afterSpace(text, from + 1)
    if (isClose(text.charCodeAt(at))) return spans
    for (;;) {
      const start = at
      const nameEnd = named ? afterText(text, start) : start
      const value = named ? afterSpace(text, afterSpace(text, nameEnd) + 1) : start
      const end = this.afterValue(value)
      spans.push({ start, nameEnd, value, end })
      at = afterSpace(text, end)
      if (text.charCodeAt(at) !== COMMA) return spans
      at = afterSpace(text, at + 1)
    }
  }

  private afterValue(from: number): number {
    const { text } = this
    const first = text.charCodeAt(from)
    if (first === QUOTE) return afterText(text, from)
    if (isOpen(first)) return (this.brackets ??= bracketsOf(text))[from]!
    let at = from
    for (let code = first; code !== COMMA && !isClose(code) && !isSpace(code);) {
      at += 1
      code = text.charCodeAt(at)
    }
    return at
  }
}

const SPACE = /[ \t\r\n]*/y
// oxlint-disable-next-line no-control-regex -- JSON forbids them within a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y

export interface JsonPlace {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** A name that stands twice in one object. JSON allows it, and a reader keeps the last one in silence. */
export interface DoubleName extends JsonPlace {
  readonly keys: readonly PropertyKey[]
}

/** A group or list that is being read. */
export interface Open {
  readonly sign: '{' | '['
  /** Where it begins. */
  readonly at: number
  readonly names: Set<string>
  /** The name or the number of what is being read. */
  key: PropertyKey
}

/** Where reading stopped, and what should have stood there. */
export interface Halt {
  readonly at: number
  readonly expected: 'value' | 'name' | 'colon' | 'next' | 'end'
  /** The outermost first. */
  readonly open: readonly Open[]
  /** The comma just before, where one is. */
  readonly comma: number | undefined
  /** Where the last value or name ended. */
  readonly end: number
}

const CLOSE = { '{': '}', '[': ']' } as const

/** Line and column of a place in a text. */
export function placeAt(text: string, at: number): JsonPlace {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before[before.length - 1]!.length + 1 }
}

/** Reads a text as JSON without keeping it. */
function scan(text: string): { halt: Halt | undefined; double: DoubleName | undefined } {
  let at = 0
  let end = 0
  let comma: number | undefined
  let expected: Halt['expected'] = 'value'
  let double: DoubleName | undefined
  const open: Open[] = []
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const mark = (sign: string): boolean => {
    take(SPACE)
    if (text[at] !== sign) return false
    at += 1
    return true
  }
  const name = (): boolean => {
    take(SPACE)
    const start = at
    expected = 'name'
    if (!take(STRING)) return false
    end = at
    comma = undefined
    const inner = open[open.length - 1]!
    const key = JSON.parse(text.slice(start, at)) as string
    inner.key = key
    if (inner.names.has(key)) double ??= { ...placeAt(text, start), keys: open.map((part) => part.key) }
    inner.names.add(key)
    expected = 'colon'
    return mark(':')
  }
  const walk = (): boolean => {
    for (;;) {
      expected = 'value'
      take(SPACE)
      const sign = text[at]
      if (sign === '{' || sign === '[') {
        const start = at
        at += 1
        comma = undefined
        if (!mark(CLOSE[sign])) {
          open.push({ sign, at: start, names: new Set(), key: 0 })
          if (sign === '{' && !name()) return false
          continue
        }
      } else if (!take(STRING) && !take(SCALAR)) return false
      comma = undefined
      end = at
      // What may follow it.
      while (open.length > 0 && mark(CLOSE[open[open.length - 1]!.sign])) {
        open.pop()
        end = at
      }
      const inner = open[open.length - 1]
      if (!inner) {
        take(SPACE)
        expected = 'end'
        return at === text.length
      }
      expected = 'next'
      if (!mark(',')) return false
      comma = at - 1
      if (inner.sign === '{') {
        if (!name()) return false
      } else inner.key = (inner.key as number) + 1
    }
  }
  const halt = walk() ? undefined : { at, expected, open, comma, end }
  return { halt, double }
}

/**
 * Where a text stops being JSON; the messages of `JSON.parse` name the place only at times.
 * @returns the place and what was expected there, or `undefined` when the text is JSON
 */
export function haltInJson(text: string): Halt | undefined {
  return scan(text).halt
}

/**
 * The first name that stands twice in one object.
 * @param text a text that is JSON
 */
export function doubleNameIn(text: string): DoubleName | undefined {
  return scan(text).double
}

/**
 * How many names a JSON text has, in all its objects together. Much quicker than `doubleNameIn`: where `JSON.parse`
 * kept as many, none stands twice.
 * @param text a text that is JSON
 */
export function countNames(text: string): number {
  let names = 0
  let at = text.indexOf('"')
  while (at !== -1) {
    let end = text.indexOf('"', at + 1)
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
    let next = end + 1
    let sign = text.charCodeAt(next)
    while (sign === 32 || sign === 10 || sign === 13 || sign === 9) sign = text.charCodeAt(++next)
    if (sign === COLON) names += 1
    at = text.indexOf('"', next)
  }
  return names
}

const COLON = 58
const BACKSLASH = 92

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0
  while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1
  return slashes % 2 === 1
}

const SPACE = /[ \t\r\n]*/y
// oxlint-disable-next-line no-control-regex -- JSON forbids them within a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y

export interface JsonPlace {
  /** Counted from 1, as `column`. */
  readonly line: number
  readonly column: number
}

/** A name that stands twice in one object. JSON allows it, and `JSON.parse` silently keeps the last value. */
export interface DoubleName extends JsonPlace {
  readonly keys: readonly PropertyKey[]
}

/** An object or a list that is being read. */
export interface Open {
  readonly sign: '{' | '['
  /** The offset of its opening bracket. */
  readonly at: number
  readonly names: Set<string>
  /** The name or the index of the value that is being read. */
  key: PropertyKey
}

/** The offset at which reading stopped, and what was expected there. */
export interface Halt {
  readonly at: number
  readonly expected: 'value' | 'name' | 'colon' | 'next' | 'end'
  /** The objects and lists that are open there, the outermost first. */
  readonly open: readonly Open[]
  /** The offset of the comma just before, if there is one. */
  readonly comma: number | undefined
  /** The offset after the last value or name. */
  readonly end: number
}

const CLOSE = { '{': '}', '[': ']' } as const

/** Returns the line and the column of an offset. */
export function placeAt(text: string, at: number): JsonPlace {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before[before.length - 1]!.length + 1 }
}

/** Parses a text without building its values, to find faults and repeated names. */
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
      // A value may be followed by brackets that close what is open.
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
 * Finds the place where a text stops being JSON. The messages of `JSON.parse` do not always name it.
 * @returns the place and what was expected there; `undefined` if the text is JSON
 */
export function haltInJson(text: string): Halt | undefined {
  return scan(text).halt
}

/**
 * Finds the first name that stands twice in one object.
 * @param text valid JSON
 */
export function doubleNameIn(text: string): DoubleName | undefined {
  return scan(text).double
}

/**
 * Counts the names in all objects of a JSON text. It is much faster than `doubleNameIn`: if `JSON.parse` kept the same
 * number of names, none is repeated.
 * @param text valid JSON
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

/** Tells whether a quote within a string of a JSON text is escaped, so that the string goes on after it. */
export function isEscaped(text: string, quote: number): boolean {
  let slashes = 0
  while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1
  return slashes % 2 === 1
}

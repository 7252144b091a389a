const SPACE = /[ \t\r\n]*/y
// oxlint-disable-next-line no-control-regex -- JSON forbids them within a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y

/**
 * Where a text stops being JSON; the messages of `JSON.parse` name the place only at times.
 * @returns line and column, both from 1, or `undefined` when the text is JSON
 */
export function faultInJson(text: string): { line: number; column: number } | undefined {
  let at = 0
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
  const name = (): boolean => take(SPACE) && take(STRING) && mark(':')
  const open: string[] = []
  const walk = (): boolean => {
    for (;;) {
      // A value.
      take(SPACE)
      const bracket = text[at]
      if (bracket === '{' || bracket === '[') {
        at += 1
        const close = bracket === '{' ? '}' : ']'
        if (!mark(close)) {
          open.push(close)
          if (bracket === '{' && !name()) return false
          continue
        }
      } else if (!take(STRING) && !take(SCALAR)) return false
      // What may follow it.
      while (open.length > 0 && mark(open[open.length - 1]!)) open.pop()
      if (open.length === 0) {
        take(SPACE)
        return at === text.length
      }
      if (!mark(',') || (open[open.length - 1] === '}' && !name())) return false
    }
  }
  if (walk()) return undefined
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before[before.length - 1]!.length + 1 }
}

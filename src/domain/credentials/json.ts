/** One token of JSON: a string, a sign, or a run of anything else. The text is known to be JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * The first member that an object of a JSON text names twice. `JSON.parse` keeps the last one in silence, other
 * readers the first: two people would read two documents.
 * @param text must be JSON
 * @returns the name, or `undefined`
 */
export function repeatedMember(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = []
  let previous = ''
  let last: string | undefined
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':' && last !== undefined) {
      const names = open[open.length - 1]
      const name = JSON.parse(last) as string
      if (names?.has(name)) return name
      names?.add(name)
    }
    last = token.startsWith('"') && (previous === '{' || previous === ',') ? token : undefined
    previous = token
  }
  return undefined
}

import { haltInJson } from '../scenario/json-place'

/** Matches the beginning of a JSON string, number or literal that may be cut off at any character. */
const BEGUN =
  // oxlint-disable-next-line no-control-regex -- JSON forbids them within a string
  /^(?:"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*(?:\\(?:u[0-9a-fA-F]{0,3})?)?|-?(?:0|[1-9]\d*)?(?:(?<=\d)\.\d*)?(?:(?<=\d)[eE][+-]?)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/

/** Matches a signature that contains a character which base58 does not have. */
const SPOILT_SIGNATURE = /"proofValue":\s*"[1-9A-HJ-NP-Za-km-z]*[^"1-9A-HJ-NP-Za-km-z]/

/** Matches the end of a credential. Behind it, no credential is open any more. */
const CREDENTIAL_END = /"proofValue":\s*"[^"]*"\s*\}\s*\]\s*\}/

/** Members that stand directly in a credential and nowhere within it. */
const OUTERMOST = ['credentialSubject', 'validFrom', 'validUntil', 'proof']

/**
 * Returns true if a text is the undamaged beginning of a JSON document whose rest is missing. Zeros at its end, as
 * broken downloads leave them, are ignored. A credential from which a brace was removed does not count: its members
 * then stand one level too deep.
 */
export function isCutJson(text: string): boolean {
  const left = text.replace(/\0+$/, '')
  const halt = haltInJson(left)
  if (!halt || halt.expected === 'end' || halt.open.length === 0) return false
  const rest = left.slice(halt.at)
  const mayBegin = halt.expected === 'value' || (halt.expected === 'name' && (rest === '' || rest[0] === '"'))
  if (rest.trim() !== '' && !(mayBegin && BEGUN.test(rest))) return false
  const misplaced = halt.open.some(({ at, names, key }) => {
    const isCredential = key === '@context' || (names.has('@context') && names.has('issuer'))
    // A text may open very many objects, and reading on takes as long for each.
    if (!isCredential) return false
    const written = left.slice(at)
    const within = OUTERMOST.some((name) => !names.has(name) && written.includes(`"${name}":`))
    return within || CREDENTIAL_END.test(written)
  })
  // The closing quote of the last string was changed, so that the string runs on over the braces.
  const runsOn = halt.open.some(({ names }) => names.has('@context')) && /^".*[}\]]$/.test(rest)
  return !misplaced && !runsOn && !SPOILT_SIGNATURE.test(left)
}

/** One token of JSON: a string, a punctuation character, or a run of anything else. The text is known to be JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * Finds the first name that an object in a JSON text repeats. `JSON.parse` silently keeps the last member and other
 * readers keep the first, so that two people would read two different documents.
 * @param text valid JSON
 * @returns the name; `undefined` if no name is repeated
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

export type JsonPath = readonly (string | number)[]

/**
 * Returns a function that finds the source text of a value by its path. The JSON text is tokenised once, for any number
 * of calls.
 * @param text valid JSON
 * @returns a function that returns `undefined` where there is no such value; of a repeated member it returns the last
 *   one, as `JSON.parse` does
 */
export function jsonTexts(text: string): (path: JsonPath) => string | undefined {
  let read: { readonly tokens: readonly RegExpExecArray[]; readonly behind: readonly number[] } | undefined
  return (path) => {
    read ??= tokensOf(text)
    const { tokens, behind } = read
    const token = (at: number) => tokens[at]?.[0]
    let value = 0
    for (const step of path) {
      const named = token(value) === '{'
      let found: number | undefined
      for (let at = value + 1, index = 0; at < tokens.length && !/^[}\]]$/.test(token(at)!); index += 1) {
        const place = named ? (JSON.parse(token(at)!) as string) : index
        const first = named ? at + 2 : at
        if (place === step) found = first
        const next = behind[first] ?? tokens.length
        at = token(next) === ',' ? next + 1 : next
      }
      if (found === undefined) return undefined
      value = found
    }
    const last = tokens[(behind[value] ?? tokens.length) - 1]
    return last && text.slice(tokens[value]!.index, last.index + last[0].length)
  }
}

/**
 * Splits a JSON text into tokens. `behind` holds, for each token, the index of the token after the value that begins
 * with it.
 */
function tokensOf(text: string) {
  const tokens = [...text.matchAll(TOKEN)]
  const behind = tokens.map((_, at) => at + 1)
  const open: number[] = []
  for (const [at, [token]] of tokens.entries()) {
    if (token === '{' || token === '[') open.push(at)
    else if (token === '}' || token === ']') {
      const began = open.pop()
      if (began !== undefined) behind[began] = at + 1
    }
  }
  return { tokens, behind }
}

import { haltInJson } from '../scenario/json-place'

/** The beginning of a text, a number or a word of JSON, up to where the file was cut off. */
const BEGUN =
  // oxlint-disable-next-line no-control-regex -- JSON forbids them within a string
  /^(?:"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*(?:\\(?:u[0-9a-fA-F]{0,3})?)?|-?(?:0|[1-9]\d*)?(?:(?<=\d)\.\d*)?(?:(?<=\d)[eE][+-]?)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/

/** The value of a signature with a sign in it that base58 has not. */
const SPOILT_SIGNATURE = /"proofValue":\s*"[1-9A-HJ-NP-Za-km-z]*[^"1-9A-HJ-NP-Za-km-z]/

/** How a credential ends; behind it none is open any more. */
const CREDENTIAL_END = /"proofValue":\s*"[^"]*"\s*\}\s*\]\s*\}/

/** Members that stand in a credential itself and in nothing within it. */
const OUTERMOST = ['credentialSubject', 'validFrom', 'validUntil', 'proof']

/**
 * Whether a text is the beginning of a JSON document: what is there is sound, and the rest is missing. Zeros at its
 * end are what a broken download leaves. Where a brace was taken out of a credential, its members stand a level too
 * deep: that is none.
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
    const written = left.slice(at)
    const within = OUTERMOST.some((name) => !names.has(name) && written.includes(`"${name}":`))
    return isCredential && (within || CREDENTIAL_END.test(written))
  })
  // The quote at the end of its last text was changed, so that the text runs on over the braces.
  const runsOn = halt.open.some(({ names }) => names.has('@context')) && /^".*[}\]]$/.test(rest)
  return !misplaced && !runsOn && !SPOILT_SIGNATURE.test(left)
}

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

export type JsonPath = readonly (string | number)[]

/**
 * The texts of values within a JSON text, as they are written there. The text is read once, however many are asked
 * for.
 * @param text must be JSON
 * @returns for a path the text, or `undefined` when nothing stands there; of a member that stands twice the last one,
 *   as `JSON.parse` has it
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

/** The tokens of a JSON text, and of each the number of the token behind the value that begins with it. */
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

/**
 * What of a file is ours. A file may hold anything: a credential in a presentation that a wallet made, a token in a
 * mail, somebody else's certificate. Before a part is judged it is asked whether it is one of ours at all.
 */
import { base64, base64nopad, base64urlnopad, utf8 } from '@scure/base'
import { isCutJson, jsonTexts, type JsonPath } from './json'
import { asLatin, asWindows1252, decodeText, isBinary, unfolded, unmangled } from './text'
import { bearsOurHeader, isJws, OUR_TOKEN_HEADER } from './token'

/** Largest text that is read as JSON, in characters. */
export const LARGEST_CREDENTIAL = 200_000

export type Part =
  | {
      readonly kind: 'credential'
      /** The credential alone, as it is written in the file; where that was changed on its way, as it may have been. */
      readonly forms: readonly string[]
      /** It stood within something else, such as a presentation, which is not checked. */
      readonly within: boolean
    }
  /** A token; where it was broken, each way in which it may have stood there, the likeliest first. */
  | {
      readonly kind: 'token'
      readonly forms: readonly string[]
      readonly within: boolean
      /** It ends before its end. */
      readonly cut: boolean
    }
  /** It was a credential of ours, and is no JSON any more: it was changed. */
  | { readonly kind: 'broken' }
  /** A credential of ours that ends before its end. */
  | { readonly kind: 'cut' }

export interface Parts {
  readonly ours: readonly Part[]
  /** Whether a credential or token of somebody else is there. */
  readonly others: boolean
}

const URN = 'urn:hold-the-line:'
const OWN_ID = /^urn:hold-the-line:(?:z[1-9A-HJ-NP-Za-km-z]+:)?certificate:/
/** What stands in every credential of ours and in nothing that only speaks of one. */
const TRACE = /"urn:hold-the-line:(?:z[1-9A-HJ-NP-Za-km-z]+:)?(?:terms|result|course):/

/** Whether a text that is no JSON is what is left of a credential of ours. */
export const bearsTrace = (text: string): boolean => TRACE.test(text)

type Loose = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By its own name, or by the terms that only we define: what merely names a certificate of ours is none. */
function isOurCredential(value: Loose): boolean {
  const isCredential =
    [value['type']].flat().includes('VerifiableCredential') || value['credentialSubject'] !== undefined
  if (isCredential && typeof value['id'] === 'string' && OWN_ID.test(value['id'])) return true
  const context = value['@context']
  return (
    Array.isArray(context) &&
    context.some(
      (entry) =>
        isObject(entry) &&
        Object.values(entry).some((term) => typeof term === 'string' && term.startsWith(`${URN}terms:`)),
    )
  )
}

const NONE: Parts = { ours: [], others: false }

const joined = (parts: readonly Parts[]): Parts => ({
  ours: parts.flatMap(({ ours }) => ours),
  others: parts.some(({ others }) => others),
})

/** How many groups a credential may lie in; whatever is nested deeper was not made to hold one. */
const DEEPEST = 100

/** Goes through what JSON holds, without descending into a credential of ours. */
function partsOfJson(root: unknown, text: string, depth: number): Parts {
  const found: Parts[] = []
  const written = jsonTexts(text)
  const open: { readonly value: unknown; readonly path: JsonPath }[] = [{ value: root, path: [] }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next
    if (path.length > DEEPEST) continue
    const within = depth > 0 || path.length > 0
    if (typeof value === 'string') found.push(partsOfString(value, within, depth))
    else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1)
        open.push({ value: value[index], path: [...path, index] })
    } else if (isObject(value)) {
      if (isOurCredential(value)) {
        const own = written(path) ?? JSON.stringify(value)
        found.push({ ours: [{ kind: 'credential', forms: [own], within }], others: false })
        continue
      }
      if (value['@context'] !== undefined) found.push({ ours: [], others: !isPresentation(value) })
      for (const [name, member] of Object.entries(value).reverse())
        open.push({ value: member, path: [...path, name] })
    }
  }
  return joined(found)
}

const isPresentation = (value: Loose): boolean => [value['type']].flat().includes('VerifiablePresentation')

/** A string within JSON: it may hold a token, a whole document, or a token of somebody else with one in it. */
function partsOfString(text: string, within: boolean, depth: number): Parts {
  if (text.length < 60 || depth > 3) return NONE
  const tokens = tokensIn(text, within)
  if (tokens.length > 0) return { ours: tokens, others: false }
  const start = text.trimStart()
  if (start.startsWith('{') || start.startsWith('[')) {
    const raw = parsed(text)
    if (raw) return partsOfJson(raw.value, text, depth + 1)
  }
  const jws = /(?:^|,)\s*(ey[\w-]+\.[\w-]+\.[\w-]*)\s*$/.exec(text)?.[1]
  return jws === undefined ? NONE : partsOfForeignToken(jws, depth)
}

/** Somebody else's token, such as a presentation that was signed as one: what it carries may be ours. */
function partsOfForeignToken(jws: string, depth: number): Parts {
  try {
    const text = utf8.encode(base64urlnopad.decode(jws.split('.')[1]!))
    const raw = parsed(text)
    const inner = raw ? partsOfJson(raw.value, text, depth + 1) : NONE
    return { ours: inner.ours, others: inner.others || inner.ours.length === 0 }
  } catch {
    return { ours: [], others: true }
  }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

/** A signature of Ed25519 in base64url. */
const SIGNATURE = 86
const WORD = '[A-Za-z0-9_-]'

/**
 * Our tokens in a text in which nothing breaks them.
 * @param cut where breaks and spaces were taken out, the next word follows without one: a signature then ends after
 *   its letters
 */
function plainTokens(text: string, cut: boolean): string[] {
  const signature = `${WORD}${cut ? `{0,${SIGNATURE}}` : '*'}`
  const token = new RegExp(`${OUR_TOKEN_HEADER}\\.+(${WORD}*)(?:\\.+(${signature}))?`, 'g')
  return [...text.matchAll(token)].map(([, payload = '', signed = '']) =>
    [OUR_TOKEN_HEADER, payload, signed].join('.'),
  )
}

const isCutToken = (token: string): boolean => (token.split('.')[2] ?? '').length < SIGNATURE

/** Our tokens in any text, each in the forms in which it may have been written. */
function tokensIn(text: string, within: boolean): Part[] {
  const whole = plainTokens(text, false)
  // Words behind a token that was cut off would fill it up; a blank line ends it.
  const paragraphs = text.split(/\n[\s>|]*\n/).map(unfolded)
  // One that nothing broke is taken as it stands: a letter more at its end is a letter more.
  const unbroken = whole.length > 0 && whole.every((token) => token.split('.')[2]!.length >= SIGNATURE)
  const views = unbroken ? [whole] : [...unfolded(text).map((view) => plainTokens(view, true)), whole]
  const most = views.reduce((best, view) => (view.length > best.length ? view : best), [] as string[])
  const forms = views.filter((view) => view.length === most.length)
  const words = text.trim().length - most.reduce((sum, token) => sum + token.length, 0)
  const inText = within || words > 150
  const seen = new Set<string>()
  return most.flatMap((_, index): Part[] => {
    const own = [...new Set(forms.map((view) => view[index]!))]
    if (seen.has(own[0]!)) return []
    seen.add(own[0]!)
    const alone = [0, 1].flatMap((view) => {
      const tokens = paragraphs.flatMap((views) => plainTokens(views[view] ?? '', true))
      return tokens.length === most.length ? [tokens[index]!] : []
    })
    const cut = own.every(isCutToken) || (alone.length > 0 && alone.every(isCutToken))
    return [{ kind: 'token', forms: own, within: inText, cut }]
  })
}

/** Parts of a mail that were written in base64, as attachments are. */
function* packedParts(text: string): Generator<Uint8Array> {
  const part =
    /content-transfer-encoding:\s*base64\b[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n([A-Za-z0-9+/=\s]+)/gi
  for (const [, packed = ''] of text.matchAll(part)) {
    const letters = packed.replaceAll(/\s/g, '')
    try {
      // A mail that was cut off ends anywhere; four letters are three bytes.
      yield base64.decode(letters.slice(0, letters.length - (letters.length % 4)))
    } catch {
      // What is no base64 holds no file.
    }
  }
}

/** Files that stand in a text as an address, as pages have their pictures. */
function* dataAddresses(text: string): Generator<Uint8Array> {
  for (const [, packed = ''] of text.matchAll(/data:[\w.+/;=-]*;base64,([A-Za-z0-9+/=\s]{60,})/g)) {
    const letters = packed.replaceAll(/[\s=]/g, '')
    try {
      yield base64nopad.decode(letters)
    } catch {
      // Likewise.
    }
  }
}

const MOST_FILES = 20

/** The files that lie within a mail, or in a text that is one long address. */
export function attachedTo(text: string): Uint8Array[] {
  if (/^content-transfer-encoding:\s*base64/im.test(text)) return [...packedParts(text)].slice(0, MOST_FILES)
  // In JSON of ours a picture stands that way, which is a part of it.
  return /^\s*[{[]/.test(text) || bearsTrace(text) ? [] : [...dataAddresses(text)].slice(0, MOST_FILES)
}

/**
 * What of a text is ours: the text may be a credential, a token, JSON that holds one or the other, or a mail.
 * @returns `too-large` for JSON that is far larger than a credential
 */
export function partsOfText(text: string): Parts | 'too-large' {
  const start = text.trimStart()[0]
  const json = start === '{' || start === '['
  if (json && text.length > LARGEST_CREDENTIAL) return 'too-large'
  const raw = json ? parsed(text) : undefined
  if (raw) return partsOfJson(raw.value, text, 0)
  const tokens = tokensIn(text, false)
  if (tokens.length > 0) return { ours: tokens, others: false }
  if (isJws(text)) return partsOfForeignToken(text.trim(), 0)
  if (bearsOurHeader(text))
    return { ours: [{ kind: 'token', forms: [text.trim()], within: false, cut: false }], others: false }
  if (!bearsTrace(text) && !bearsTrace(text.replaceAll('&quot;', '"'))) return NONE
  const inMail = text.length <= LARGEST_CREDENTIAL && jsonInMail(text)
  if (inMail) return inMail
  return { ours: [{ kind: endsEarly(text) ? 'cut' : 'broken' }], others: false }
}

/** Whether JSON ends before its end, words before it or not. */
export const endsEarly = (text: string): boolean =>
  text.length <= LARGEST_CREDENTIAL && isCutJson(text.slice(Math.max(0, text.search(/[{[]/))))

/** JSON with other words before and behind it, or a document on each line. */
function jsonIn(text: string): Parts | undefined {
  const piece = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
  const documents = [piece, ...(piece.includes('\n') ? piece.split('\n') : [])]
  const found = documents.flatMap((document, index) => {
    const raw = /^\s*[{[]/.test(document) ? parsed(document) : undefined
    // The whole is no list of lines.
    if (raw && index === 0) documents.length = 1
    return raw ? [partsOfJson(raw.value, document, 1)] : []
  })
  const all = joined(found)
  return all.ours.length > 0 ? all : undefined
}

/** Credentials in a text that a mail or a page has changed, each in the forms in which it may have been written. */
function jsonInMail(text: string): Parts | undefined {
  const views = unmangled(text).flatMap((view) => jsonIn(view) ?? [])
  const [first] = views
  if (!first) return undefined
  const alike = views.filter(({ ours }) => ours.length === first.ours.length)
  const ours = first.ours.map((part, index): Part => {
    if (part.kind !== 'credential') return part
    const forms = alike.flatMap(({ ours: others }) => {
      const other = others[index]
      return other?.kind === 'credential' ? other.forms : []
    })
    return { ...part, forms: [...new Set(forms)] }
  })
  return { ours, others: first.others }
}

/** The same of bytes, which may be no text any more. */
export function partsOfBytes(bytes: Uint8Array): Parts | 'too-large' {
  const text = decodeText(bytes)
  if (text !== undefined) return partsOfText(text)
  if (!bearsTrace(asLatin(bytes, LARGEST_CREDENTIAL))) return NONE
  // A picture or a PDF that lost its first bytes, or whose line ends were changed.
  if (isBinary(bytes)) return { ours: [{ kind: 'cut' }], others: false }
  return partsOfText(asWindows1252(bytes))
}

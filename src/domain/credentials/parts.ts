/**
 * Finds what we issued in a file. A file may hold anything: a credential in a presentation that a wallet made, a token
 * in a mail, a certificate of another issuer. Whether a part is ours at all is decided first; only then is it judged.
 */
import { base64urlnopad, utf8 } from '@scure/base'
import { isCutJson, jsonTexts, type JsonPath } from './json'
import {
  hyphenatedAt,
  isRewritten,
  isRichText,
  shownByRichText,
  undecorated,
  unescaped,
  unfolded,
  unhyphenated,
  unmangled,
  type Misread,
} from './decode-text'
import { isRevocationPayload } from './revocations'
import { bearsOurHeader, isJws, OUR_TOKEN_HEADER } from './token'
import { isMembers, type Members } from '../scenario/members'

/** The largest text that is read as JSON, in characters. */
export const LARGEST_CREDENTIAL = 200_000

export type Part =
  | {
      readonly kind: 'credential'
      /** The source text of the credential. If the text was changed in transit, all forms that it may have had. */
      readonly forms: readonly string[]
      /** The forms that it has if its file is read in other encodings. */
      readonly inOtherEncodings?: readonly string[]
      /** True if it stood within something else, such as a presentation, which is not checked. */
      readonly within: boolean
    }
  /** A token. If it was broken in transit, all forms that it may have had, the likeliest first. */
  | {
      readonly kind: 'token'
      readonly forms: readonly string[]
      readonly within: boolean
      /** True if the end of the token is missing. */
      readonly cut: boolean
    }
  /** The remains of a credential of ours that is no JSON any more, because it was changed. */
  | { readonly kind: 'broken' }
  /** A credential of ours whose end is missing. */
  | { readonly kind: 'cut' }

export interface Parts {
  readonly ours: readonly Part[]
  /** True if the file holds a credential or token of another issuer. */
  readonly others: boolean
  /** True if the file holds a list of revoked certificates, which is ours too and is no certificate. */
  readonly list?: boolean
  /**
   * Tells about a text that is no UTF-8 and was read as Windows-1252. `encoding`: it is in another encoding, so that its
   * letters may be others. `bytes`: it is UTF-8 of which some bytes were changed.
   */
  readonly misread?: Misread | undefined
}

const URN = 'urn:hold-the-line:'
const OWN_ID = /^urn:hold-the-line:(?:z[1-9A-HJ-NP-Za-km-z]+:)?certificate:/
/** Matches the terms that stand in every credential of ours. Nobody else has a use for them. */
const TERMS = /"urn:hold-the-line:(?:z[1-9A-HJ-NP-Za-km-z]+:)?terms:/
/**
 * Matches a result that somebody attained, which stands behind the terms. The course and what it asks for may be cited
 * by anybody.
 */
const ATTAINED = /"resultDescription"\s*:\s*"urn:hold-the-line:(?:z[1-9A-HJ-NP-Za-km-z]+:)?result:/

/** Returns true if a text that is no JSON is what remains of a credential of ours. */
export const bearsTrace = (text: string): boolean =>
  TERMS.test(text) || (ATTAINED.test(text) && /"scoringVersion"\s*:/.test(text))

/**
 * Recognises a credential of ours by its id, or by the terms that only we define. A credential that merely names a
 * certificate of ours is not one.
 */
function isOurCredential(value: Members): boolean {
  const isCredential =
    [value['type']].flat().includes('VerifiableCredential') || value['credentialSubject'] !== undefined
  if (isCredential && typeof value['id'] === 'string' && OWN_ID.test(value['id'])) return true
  const context = value['@context']
  return (
    Array.isArray(context) &&
    context.some(
      (entry) =>
        isMembers(entry) &&
        Object.values(entry).some((term) => typeof term === 'string' && term.startsWith(`${URN}terms:`)),
    )
  )
}

const NONE: Parts = { ours: [], others: false }

const LIST: Parts = { ours: [], others: false, list: true }

const joined = (parts: readonly Parts[]): Parts => ({
  ours: parts.flatMap(({ ours }) => ours),
  others: parts.some(({ others }) => others),
  list: parts.some(({ list }) => list),
  misread: parts.find(({ misread }) => misread)?.misread,
})

/** A credential may lie within this many objects and lists. Anything nested more deeply was not made to hold one. */
const DEEPEST = 100

/** Searches a JSON value for parts, without descending into a credential of ours. */
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
    } else if (isMembers(value)) {
      if (isOurCredential(value)) {
        const own = written(path) ?? JSON.stringify(value)
        found.push({ ours: [{ kind: 'credential', forms: [own], within }], others: false })
        continue
      }
      const token = tokenOfMembers(value)
      if (token !== undefined) {
        found.push(
          isList(token)
            ? LIST
            : { ours: [{ kind: 'token', forms: [token], within, cut: false }], others: false },
        )
        continue
      }
      if (isPublishedList(value)) {
        found.push(LIST)
        continue
      }
      if (value['@context'] !== undefined) found.push({ ours: [], others: !isPresentation(value) })
      for (const [name, member] of Object.entries(value).reverse())
        open.push({ value: member, path: [...path, name] })
    }
  }
  return joined(found)
}

/** Returns a token of ours that a program wrote as members of JSON (RFC 7515, 7.2), as one text. */
function tokenOfMembers({ payload, signatures, ...flat }: Members): string | undefined {
  const [signed] = Array.isArray(signatures) ? (signatures as unknown[]) : [flat]
  if (typeof payload !== 'string' || !isMembers(signed)) return undefined
  const { protected: header, signature } = signed
  if (header !== OUR_TOKEN_HEADER || typeof signature !== 'string') return undefined
  return [header, payload, signature].join('.')
}

/** Returns true for a list of revoked certificates, which has the form of a token. */
const isList = (token: string): boolean => isRevocationPayload(token.split('.')[1]!)

/** Returns true for a published list of revoked certificates that was issued as ours are. */
const isPublishedList = ({ type, issuer }: Members): boolean =>
  [type].flat().includes('BitstringStatusListCredential') &&
  typeof issuer === 'string' &&
  issuer.startsWith('did:key:')

const isPresentation = (value: Members): boolean => [value['type']].flat().includes('VerifiablePresentation')

/**
 * Searches a string within JSON. It may be a token, a whole document, or another issuer's token that contains either.
 */
function partsOfString(text: string, within: boolean, depth: number): Parts {
  if (text.length < 60 || depth > 3) return NONE
  const tokens = tokensIn(text, within)
  if (tokens.length > 0) return { ours: [...tokens, ...credentialsBeside(text)], others: false }
  const start = text.trimStart()
  if (/^[{["]/.test(start)) {
    const raw = parsed(text)
    if (raw) return partsOfJson(raw.value, text, depth + 1)
  }
  const jws = /(?:^|,)\s*(ey[\w-]+\.[\w-]+\.[\w-]*)\s*$/.exec(text)?.[1]
  return jws === undefined ? NONE : partsOfForeignToken(jws, depth)
}

/** Searches another issuer's token, such as a signed presentation, which may contain a credential of ours. */
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

/** The length of an Ed25519 signature in base64url. */
const SIGNATURE = 86
const WORD = '[A-Za-z0-9_-]'

/** Removes from behind a signature what Markdown puts around words, and dashes. No signature of ours ends with them. */
const withoutMarkup = (signed: string): string =>
  /^[_-]+$/.test(signed.slice(SIGNATURE)) ? signed.slice(0, SIGNATURE) : signed

/** Returns true for a token whose last letter can't be its own, since a signature ends with four bits of zero. */
const isFilledUp = (token: string): boolean => !/[AQgw]$/.test(token)

/**
 * Finds our tokens in a text in which nothing breaks them.
 * @param cut true if line breaks and spaces were removed from the text, so that the next word follows a token directly;
 *   a signature then ends after its 86 letters
 */
function plainTokens(text: string, cut: boolean): string[] {
  const signature = `${WORD}${cut ? `{0,${SIGNATURE}}` : '*'}`
  // Mail doubles a dot at the beginning of a line. Three tell that the rest was left out.
  const token = new RegExp(`${OUR_TOKEN_HEADER}\\.+(${WORD}*)(?:\\.{1,2}(?!\\.)(${signature}))?`, 'g')
  return [...text.matchAll(token)]
    .map(([, payload = '', signed = '']) => [OUR_TOKEN_HEADER, payload, withoutMarkup(signed)].join('.'))
    .filter((found) => !isList(found))
}

const isCutToken = (token: string): boolean => (token.split('.')[2] ?? '').length < SIGNATURE

/**
 * Returns true for a token that has all its letters on one line. A hyphen at the end of the line may stand for the only
 * one that is on the next.
 */
function isUnbroken(token: string, text: string): boolean {
  const signature = token.split('.')[2]!
  if (signature.length !== SIGNATURE || !signature.endsWith('-')) return signature.length >= SIGNATURE
  return !hyphenatedAt(text, text.indexOf(signature) + SIGNATURE - 1)
}

/** Finds our tokens in any text, each in the forms that it may have had. */
function tokensIn(text: string, within: boolean): Part[] {
  const whole = plainTokens(text, false)
  // Words after a token that was cut off would fill it up. A blank line ends it.
  const paragraphs = text.split(/\n[\s>|]*\n/).map(unfolded)
  // A token that nothing broke is taken as it stands: if it has a letter too many, it was changed.
  const unbroken = whole.length > 0 && whole.every((token) => isUnbroken(token, text))
  const unfoldings = [text, ...(unbroken ? [] : [...undecorated(text), ...unhyphenated(text)])].flatMap(
    unfolded,
  )
  const views = unbroken ? [whole] : [...unfoldings.map((view) => plainTokens(view, true)), whole]
  const most = views.reduce((best, view) => (view.length > best.length ? view : best), [] as string[])
  const forms = views.filter((view) => view.length === most.length)
  const words = text.trim().length - most.reduce((sum, token) => sum + token.length, 0)
  const inText = within || words > 150
  const seen = new Set<string>()
  // A page shows the beginning of an address that it links to.
  const isShort = (token: string) =>
    isCutToken(token) &&
    most.some((other) => !isCutToken(other) && other.startsWith(token.replace(/\.+$/, '')))
  return most.flatMap((token, index): Part[] => {
    const own = [...new Set(forms.map((view) => view[index]!))]
    if (seen.has(own[0]!) || isShort(token)) return []
    seen.add(own[0]!)
    const alone = [0, 1].flatMap((view) => {
      const tokens = paragraphs.flatMap((views) => plainTokens(views[view] ?? '', true))
      return tokens.length === most.length ? [tokens[index]!] : []
    })
    // The words behind a token that was cut off on their line were taken for its end.
    const filled = own.some(isCutToken) && own.every((one) => isCutToken(one) || isFilledUp(one))
    const cut = filled || (alone.length > 0 && alone.every(isCutToken))
    return [{ kind: 'token', forms: own, within: inText, cut }]
  })
}

/**
 * Finds what is ours in a text, which may be a credential, a token, JSON that contains either, or a mail.
 * @returns `too-large` for JSON that is far larger than a credential
 */
export function partsOfText(text: string): Parts | 'too-large' {
  const start = text.trimStart()[0]
  const json = start === '{' || start === '['
  if (json && text.length > LARGEST_CREDENTIAL) {
    // A list of many is as large as that, and is not searched.
    const whole = parsed(text)?.value
    const token = isMembers(whole) && tokenOfMembers(whole)
    return token && isList(token) ? LIST : 'too-large'
  }
  const raw = json || (start === '"' && text.length <= LARGEST_CREDENTIAL) ? parsed(text) : undefined
  if (raw) return partsOfJson(raw.value, text, 0)
  const tokens = tokensIn(isRichText(text) ? shownByRichText(text) : text, false)
  if (tokens.length > 0) return { ours: [...tokens, ...credentialsBeside(text)], others: false }
  if (bearsOurHeader(text)) {
    const token = text.trim()
    return isList(token)
      ? LIST
      : { ours: [{ kind: 'token', forms: [token], within: false, cut: false }], others: false }
  }
  if (isJws(text)) return partsOfForeignToken(text.trim(), 0)
  const isSmall = text.length <= LARGEST_CREDENTIAL
  if (!(isSmall ? unescaped(text) : [text]).some(bearsTrace)) return NONE
  const inMail = isSmall && jsonInMail(text)
  if (inMail) return inMail
  if (isSmall && isJsonLines(text)) return { ours: [], others: true }
  // Another way of writing can’t be undone in every case. Nobody is accused for it.
  const isChanged = bearsTrace(text) && !isRewritten(text) && !endsEarly(text)
  return { ours: [{ kind: isChanged ? 'broken' : 'cut' }], others: false }
}

/** Finds credentials in a text that holds a token as well. */
const credentialsBeside = (text: string): readonly Part[] =>
  text.length <= LARGEST_CREDENTIAL && unescaped(text).some(bearsTrace)
    ? (jsonInMail(text)?.ours.filter(isCredential) ?? [])
    : []

/** Returns true for a file with a document of JSON on each line. */
const isJsonLines = (text: string): boolean =>
  text.split(/\r\n|\r|\n/).every((line) => line.trim() === '' || parsed(line) !== undefined)

/** Returns true if the JSON in a text is cut off. Words may stand before it. */
export const endsEarly = (text: string): boolean =>
  text.length <= LARGEST_CREDENTIAL && isCutJson(text.slice(Math.max(0, text.search(/[{[]/))))

/** Returns the place behind the object that begins at a place, or -1 if it does not end. */
function endOfObject(text: string, from: number): number {
  let depth = 0
  let inString = false
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at += 1
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{') depth += 1
    else if (sign === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

/**
 * Finds the documents of JSON between other words, but none within another or beside the rest of one: such a text was
 * changed.
 */
function documentsIn(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
    const end = endOfObject(text, at)
    if (end < 0 || text.slice(from, at).includes('}')) return []
    const json = text.slice(at, end)
    if (parsed(json)) found.push(json)
    from = end
  }
  return text.includes('}', from) ? [] : found
}

/** Finds JSON between other words, or one document on each line, also beside one that is none any more. */
function jsonIn(text: string): Parts | undefined {
  const piece = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
  const documents = parsed(piece) ? [piece] : documentsIn(piece)
  if (documents[0] !== piece) {
    const lines = piece.split('\n').filter((line) => /^\s*[{[]/.test(line) && parsed(line))
    documents.push(...lines.filter((line) => !documents.some((json) => json.includes(line.trim()))))
  }
  const all = joined(documents.map((json) => partsOfJson(parsed(json)!.value, json, 1)))
  return all.ours.length > 0 ? all : undefined
}

type CredentialPart = Extract<Part, { readonly kind: 'credential' }>
const isCredential = (part: Part): part is CredentialPart => part.kind === 'credential'

/** Tells credentials of a text apart, however a mail broke them. */
export function idIn(form: string): string {
  const raw = parsed(form)?.value
  const id = isMembers(raw) ? raw['id'] : undefined
  return typeof id === 'string' ? id.replaceAll(/[\s=]/g, '') : ''
}

/**
 * Finds credentials in a text that a mail or a page has changed, each in the forms that it may have had. A view may show
 * one of them alone.
 */
function jsonInMail(text: string): Parts | undefined {
  const views = unmangled(text).flatMap((view) => jsonIn(view) ?? [])
  const [first] = views
  if (!first) return undefined
  const credentials = new Map<string, CredentialPart>()
  const add = (key: string, part: CredentialPart) => {
    const known = credentials.get(key)?.forms ?? []
    credentials.set(key, { ...part, forms: [...new Set([...known, ...part.forms])] })
  }
  for (const { ours } of views) {
    const named = ours.filter(isCredential).map((part) => ({ part, id: idIn(part.forms[0]!) }))
    for (const [index, { part, id }] of named.entries()) {
      // Somebody may have put two with the same id into a text, of which one is forged.
      const nth = named.slice(0, index).filter((other) => other.id === id).length
      if (id !== '') add(`${id} ${nth}`, part)
    }
  }
  // A line break within the word “id” leaves a view without one; another view has it.
  const [only = ''] = credentials.keys()
  for (const part of views.flatMap(({ ours }) => ours.filter(isCredential)))
    if (idIn(part.forms[0]!) === '') add(only, part)
  const others = first.ours.filter(({ kind }) => kind !== 'credential')
  return { ours: [...credentials.values(), ...others], others: first.others }
}

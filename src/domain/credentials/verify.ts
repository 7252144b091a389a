import { badgeSchema, certificateOf, type Badge } from './badge'
import type { Certificate } from './certificate'
import { certificateDays } from './validity'
import { proofsHold, signatureHolds } from './integrity'
import { repeatedMember } from './json'
import {
  attachedTo,
  bearsTrace,
  endsEarly,
  LARGEST_CREDENTIAL,
  partsOfBytes,
  partsOfText,
  type Part,
  type Parts,
} from './parts'
import { attachmentsOf, CREDENTIAL_FILE, endsBeforeItsEnd, isPdf, TOKEN_FILE, type Attachment } from './pdf'
import { isPng, unbake } from './png'
import { asLatin, decodeText } from './decode-text'
import { certificateClaims, claimsOf, readToken, type TokenClaims } from './token'
import { unpack } from './unpack'
import {
  LARGEST_FILE,
  type FileForm,
  type Revocation,
  type StatusPlace,
  type Told,
  type CertificateVerdict,
  type VerdictNote,
  type VerdictReason,
  type VerdictStatus,
} from './verdict'

export interface VerifyOptions {
  /** ISO 8601. */
  readonly now: string
  /** The `did:key` names of accepted issuers. If left out, every issuer is accepted. */
  readonly issuers?: readonly string[]
  /** @param place the place in the published list of revoked certificates, if the certificate names one */
  readonly revocation?: (issuer: string, id: string, place: StatusPlace | null) => Revocation | undefined
  /** Converts an ISO 8601 instant to milliseconds since 1970. */
  readonly parse: (instant: string) => number
  /** Converts milliseconds since 1970 to ISO 8601. */
  readonly format: (milliseconds: number) => string
}

type Failed = { readonly status: 'tampered' | 'unreadable'; readonly reason: VerdictReason }
type Sound = { readonly issuer: string; readonly told: Told; readonly notes: readonly VerdictNote[] }

const tampered = (reason: VerdictReason): Failed => ({ status: 'tampered', reason })
const unreadable = (reason: VerdictReason): Failed => ({ status: 'unreadable', reason })

interface CheckedBadge {
  readonly issuer: string
  readonly certificate: Certificate
  readonly within: boolean
}
type TokenPart = Extract<Part, { readonly kind: 'token' }>
interface CheckedToken {
  readonly issuer: string
  readonly claims: TokenClaims
  readonly within: boolean
}

const isEmptyProof = (proof: unknown): boolean =>
  proof === undefined || proof === null || (Array.isArray(proof) && proof.length === 0)

/** Reads a credential of ours without checking its signature. */
function readBadge(text: string): { readonly badge: Badge; readonly certificate: Certificate } | Failed {
  if (text.length > LARGEST_CREDENTIAL) return unreadable('too-large')
  const raw = JSON.parse(text) as { readonly proof?: unknown }
  if (repeatedMember(text) !== undefined) return tampered('repeated-member')
  if (isEmptyProof(raw.proof)) return tampered('not-signed')
  const badge = badgeSchema.safeParse(raw)
  const certificate = badge.success ? certificateOf(badge.data) : undefined
  return badge.success && certificate ? { badge: badge.data, certificate } : tampered('other-form')
}

type CredentialPart = Extract<Part, { readonly kind: 'credential' }>

async function checkCredential({ forms, within }: CredentialPart): Promise<CheckedBadge | Failed> {
  let failed: Failed | undefined
  for (const text of forms) {
    const checked = await checkBadge(text, within)
    if (!('status' in checked)) return checked
    // Of all forms that the credential may have had, the fault of the one that got furthest is kept.
    if (failed === undefined || checked.reason === 'signature') failed = checked
  }
  return failed!
}

async function checkBadge(text: string, within: boolean): Promise<CheckedBadge | Failed> {
  const read = readBadge(text)
  if ('status' in read) return read
  let holds = false
  try {
    holds = await proofsHold(read.badge)
  } catch {
    // The library throws for a proof that it can't make sense of; such a proof is not valid.
  }
  if (!holds) return tampered('signature')
  return { issuer: read.badge.issuer.id, certificate: read.certificate, within }
}

async function checkToken({ forms, within, cut }: TokenPart): Promise<CheckedToken | Failed> {
  let failed = tampered('other-form')
  for (const text of forms) {
    const token = readToken(text)
    const claims = token && certificateClaims(token.payload)
    if (!token || !claims) continue
    if (await signatureHolds(claims.iss, token.message, token.signature)) {
      return { issuer: claims.iss, claims, within }
    }
    failed = tampered('signature')
  }
  return cut ? unreadable('damaged') : failed
}

function toldOf(c: Certificate): Told {
  const { id, personName, organisation, course, courseVersion, title, issuedAt, validUntil } = c
  const { scorePercent, hits, attacks, served, legitimate } = c
  const results = { scorePercent, hits, attacks, served, legitimate }
  const dates = { issuedAt, validUntil, ...certificateDays(c) }
  const { profile, statusIndex: index } = c
  const place = profile?.statusList && index !== undefined ? { list: profile.statusList, index } : null
  return { id, personName, organisation, course, courseVersion, title, ...dates, ...results, place }
}

function toldBy(claims: TokenClaims, format: VerifyOptions['format']): Told {
  const at = claims.crs.lastIndexOf('@')
  const [scorePercent, hits, attacks, served, legitimate] = claims.res
  const dates = {
    issuedAt: format(claims.iat * 1000),
    issuedOn: format((claims.iat + (claims.day ?? 0) * 86_400) * 1000).slice(0, 10),
    validUntil: format(claims.exp * 1000),
  }
  return {
    id: claims.jti,
    personName: claims.sub,
    organisation: claims.org,
    course: claims.crs.slice(0, at),
    courseVersion: claims.crs.slice(at + 1),
    ...dates,
    ...certificateDays(dates),
    scorePercent,
    hits,
    attacks,
    served,
    legitimate,
    title: null,
    place: null,
  }
}

/** The valid parts that belong to one certificate: its credential, its token, or both. */
interface Pair {
  badge?: CheckedBadge
  token?: CheckedToken
}

/** Groups credentials and tokens by certificate and drops repeated ones. */
function paired(badges: readonly CheckedBadge[], tokens: readonly CheckedToken[]): Pair[] {
  const pairs = new Map<string, Pair>()
  const pairOf = (id: string) => pairs.get(id) ?? pairs.set(id, {}).get(id)!
  for (const badge of badges) pairOf(badge.certificate.id).badge ??= badge
  for (const token of tokens) pairOf(token.claims.jti).token ??= token
  return [...pairs.values()]
}

/** Returns true if two parts with the same certificate id say different things. One of them must then be false. */
function contradicts(
  badges: readonly CheckedBadge[],
  tokens: readonly CheckedToken[],
  options: VerifyOptions,
): boolean {
  const said = new Map<string, string>()
  const differs = (id: string, issuer: string, text: string) => {
    const known = said.get(id) ?? said.set(id, `${issuer} ${text}`).get(id)
    return known !== `${issuer} ${text}`
  }
  const claimsOfBadge = ({ certificate, issuer }: CheckedBadge) =>
    differs(certificate.id, issuer, JSON.stringify(claimsOf(certificate, issuer, options.parse)))
  const claimsOfToken = ({ claims, issuer }: CheckedToken) =>
    differs(claims.jti, issuer, JSON.stringify(claims))
  return badges.some(claimsOfBadge) || tokens.some(claimsOfToken)
}

interface Holding extends Parts {
  /** True for a PDF, in which our certificates have a credential and a token together. */
  readonly together: boolean
}

async function checkParts(
  { ours, others, together }: Holding,
  options: VerifyOptions,
): Promise<(Sound | Failed)[]> {
  const badges: CheckedBadge[] = []
  const tokens: CheckedToken[] = []
  const failed: Failed[] = []
  for (const part of ours) {
    if (part.kind === 'broken') failed.push(tampered('not-json'))
    else if (part.kind === 'cut') failed.push(unreadable('damaged'))
    else if (part.kind === 'credential') {
      const badge = await checkCredential(part)
      if ('status' in badge) failed.push(badge)
      else badges.push(badge)
    } else {
      const token = await checkToken(part)
      if ('status' in token) failed.push(token)
      else tokens.push(token)
    }
  }
  const pairs = paired(badges, tokens)
  // A credential and a token of different certificates were put together by somebody.
  const swapped = together && badges.length === 1 && tokens.length === 1 && pairs.length === 2
  if (swapped || contradicts(badges, tokens, options)) return [tampered('token-differs')]
  const sound = pairs.map(({ badge, token }): Sound => {
    const notes: VerdictNote[] = []
    if (together && !badge) notes.push('token-alone')
    if (together && !token) notes.push('credential-alone')
    if ((badge ?? token)!.within) notes.push('within-another')
    if (others) notes.push('beside-others')
    return badge
      ? { issuer: badge.issuer, told: toldOf(badge.certificate), notes }
      : { issuer: token!.issuer, told: toldBy(token!.claims, options.format), notes }
  })
  return [...failed, ...sound]
}

const holding = (parts: readonly Parts[], together = false): Holding => ({
  ours: parts.flatMap(({ ours }) => ours),
  others: parts.some(({ others }) => others),
  together,
})

const read = (bytes: Uint8Array): Parts => {
  const parts = partsOfBytes(bytes)
  return parts === 'too-large' ? { ours: [], others: true } : parts
}

/** Matches a file name, or that of a copy made by a viewer: `credential (1).json`. */
const isNamed = (name: string, file: string): boolean => {
  const [stem = '', ending = ''] = file.split('.')
  return new RegExp(`(^|[\\\\/])${stem}( ?\\(\\d+\\))?\\.${ending}$`, 'i').test(name)
}

/** Finds an attachment with our name that is no credential or token any more, in a PDF that holds something of ours. */
function replaced(files: readonly (Attachment & { readonly parts: Parts })[]): VerdictReason | undefined {
  const has = (kind: Part['kind']) => files.some(({ parts }) => parts.ours.some((part) => part.kind === kind))
  for (const { name, parts } of files) {
    const kinds = parts.ours.map(({ kind }) => kind)
    if (isNamed(name, CREDENTIAL_FILE) && has('token') && !parts.others) {
      if (kinds.includes('token')) return 'several'
      if (kinds.length === 0) return 'not-json'
    }
    if (
      isNamed(name, TOKEN_FILE) &&
      has('credential') &&
      !has('token') &&
      !parts.others &&
      kinds.length === 0
    ) {
      return 'token-missing'
    }
  }
  return undefined
}

async function readPdf(bytes: Uint8Array): Promise<Holding | Failed> {
  if (endsBeforeItsEnd(bytes)) return unreadable('damaged')
  const attached = await attachmentsOf(bytes)
  if (typeof attached === 'string') return unreadable(attached)
  const files = attached.map((file) => ({ ...file, parts: read(file.bytes) }))
  const reason = replaced(files)
  if (reason !== undefined) return tampered(reason)
  const listed = holding(
    files.map(({ parts }) => parts),
    true,
  )
  if (listed.ours.length > 0) return listed
  const loose = await attachmentsOf(bytes, true)
  const left = typeof loose === 'string' ? [] : loose.map((file) => read(file.bytes))
  const found = holding([listed, ...left], true)
  if (found.ours.length > 0) return found
  const someones = found.others || files.some(({ name }) => isNamed(name, CREDENTIAL_FILE))
  return unreadable(someones ? 'not-a-certificate' : 'no-credential')
}

function readPng(bytes: Uint8Array): Holding | Failed {
  const found = unbake(bytes, (packed) => unpack(packed, 4 * LARGEST_CREDENTIAL))
  if ('fault' in found) {
    const ours = bearsTrace(asLatin(bytes, bytes.length))
    return found.fault === 'checksum' && ours ? tampered('checksum') : unreadable('damaged')
  }
  if (found.baked.length === 0) return unreadable('no-credential')
  const held = holding(found.baked.map((baked) => read(baked)))
  return held.ours.length > 0 ? held : unreadable('not-a-certificate')
}

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)
const isArchive = (bytes: Uint8Array): boolean =>
  begins(bytes, [0x50, 0x4b, 0x03, 0x04]) ||
  begins(bytes, [0x1f, 0x8b]) ||
  begins(bytes, [0x37, 0x7a, 0xbc, 0xaf])
/** Recognises other pictures, such as photographs and converted badges: JPEG, GIF, WebP, TIFF, BMP, HEIC. */
const isOtherPicture = (bytes: Uint8Array): boolean =>
  [
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x49, 0x49, 0x2a, 0],
    [0x4d, 0x4d, 0, 0x2a],
    [0x42, 0x4d],
  ].some((signature) => begins(bytes, signature)) ||
  /^RIFF....WEBP|^....ftyp(?:heic|heix|mif1|avif)/s.test(asLatin(bytes, 16))

/** Finds a PNG after a few bytes that a server or a mail put before it. */
function pngWithin(bytes: Uint8Array): Uint8Array | undefined {
  for (let at = bytes.indexOf(0x89, 1); at > 0 && at <= 1024; at = bytes.indexOf(0x89, at + 1)) {
    if (isPng(bytes.subarray(at))) return bytes.subarray(at)
  }
  return undefined
}

interface Looked {
  readonly form: FileForm | null
  readonly found: Holding | Failed
}

/** @param depth the number of files that contain this one */
async function look(bytes: Uint8Array, depth: number): Promise<Looked> {
  if (isPng(bytes)) return { form: 'png', found: readPng(bytes) }
  if (isPdf(bytes)) return { form: 'pdf', found: await readPdf(bytes) }
  const picture = pngWithin(bytes)
  if (picture) return { form: 'png', found: readPng(picture) }
  if (isArchive(bytes)) return { form: null, found: unreadable('archive') }
  if (isOtherPicture(bytes)) return { form: null, found: unreadable('no-credential') }
  const text = decodeText(bytes)
  if (text !== undefined && depth === 0) {
    let cut: Looked | undefined
    for (const file of attachedTo(text)) {
      const within = await look(file, depth + 1)
      if ('ours' in within.found) return within
      if (within.found.reason === 'damaged') cut = within
    }
    if (cut) return cut
  }
  const parts = text === undefined ? partsOfBytes(bytes) : partsOfText(text)
  if (parts === 'too-large') return { form: 'json', found: unreadable('too-large') }
  const kinds = parts.ours.map(({ kind }) => kind)
  const isJson = kinds.some((kind) => kind !== 'token') || /^\s*[{[]/.test(text ?? '')
  const form = isJson ? 'json' : kinds.length > 0 ? 'token' : null
  if (kinds.length > 0) return { form, found: holding([parts]) }
  // It was cut off so early that nothing tells whose it was.
  const cut = isJson && text !== undefined && endsEarly(text)
  return { form, found: unreadable(cut ? 'damaged' : 'not-a-certificate') }
}

const NOTHING = { issuer: null, issuerChecked: false, revocation: null, told: null, notes: [], also: [] }

function verdictOf(sound: Sound, form: FileForm | null, options: VerifyOptions): CertificateVerdict {
  const { issuer, told, notes } = sound
  const revocation = options.revocation?.(issuer, told.id, told.place) ?? null
  const verdict = (status: VerdictStatus): CertificateVerdict => ({
    status,
    reason: null,
    form,
    issuer,
    issuerChecked: options.issuers !== undefined,
    revocation: status === 'revoked' ? revocation : null,
    told,
    notes,
    also: [],
  })
  if (options.issuers && !options.issuers.includes(issuer)) return verdict('unknown-issuer')
  if (revocation) return verdict('revoked')
  const now = options.parse(options.now)
  if (now < options.parse(told.issuedAt)) return verdict('not-yet-valid')
  if (now >= options.parse(told.validUntil)) return verdict('expired')
  return verdict('valid')
}

/** If a file holds several certificates, the verdict that comes first here is returned. */
const GRAVITY: readonly VerdictStatus[] = [
  'tampered',
  'unreadable',
  'unknown-issuer',
  'revoked',
  'not-yet-valid',
  'expired',
]
const gravity = ({ status }: CertificateVerdict): number => {
  const place = GRAVITY.indexOf(status)
  return place < 0 ? GRAVITY.length : place
}

/**
 * Verifies a certificate of Hold the Line: a credential as JSON, the PDF or PNG that carries one, the token of a QR
 * code, or another file that contains one of these. Only parts that are ours are judged. A certificate gets the first
 * verdict that applies: unreadable, tampered, unknown issuer, revoked, not yet valid, expired, valid. If there are
 * several certificates, the gravest verdict is returned with the others in `also`. Never throws for what a file holds.
 */
export async function verifyCertificate(
  bytes: Uint8Array,
  options: VerifyOptions,
): Promise<CertificateVerdict> {
  if (bytes.length > LARGEST_FILE) return { ...unreadable('too-large'), form: null, ...NOTHING }
  if (bytes.length === 0) return { ...unreadable('empty'), form: null, ...NOTHING }
  const { form, found } = await look(bytes, 0)
  const checked = 'ours' in found ? await checkParts(found, options) : [found]
  const verdicts = checked
    .map((one): CertificateVerdict =>
      'told' in one ? verdictOf(one, form, options) : { ...one, form, ...NOTHING },
    )
    .sort((a, b) => gravity(a) - gravity(b))
  const [gravest, ...also] = verdicts
  return { ...gravest!, also }
}

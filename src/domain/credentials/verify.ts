import { badgeSchema, certificateOf, type Badge } from './badge'
import type { Certificate } from './certificate'
import { certificateDays } from './validity'
import { proofsHold, signatureHolds } from './integrity'
import { repeatedMember } from './json'
import type { Misread } from './decode-text'
import { look, tampered, unreadable, type Failed, type Holding, type Looked } from './look'
import { LARGEST_CREDENTIAL, type Part } from './parts'
import { hasLostLetters, respellings, type Encoding } from './respelled'
import { certificateClaims, claimsOf, readToken, type TokenClaims } from './token'
import {
  LARGEST_FILE,
  type FileForm,
  type Revocation,
  type StatusPlace,
  type Told,
  type CertificateVerdict,
  type VerdictNote,
  type VerdictStatus,
} from './verdict'

export interface VerifyOptions {
  /** ISO 8601. */
  readonly now: string
  /** The `did:key` names of accepted issuers. If left out, every issuer is accepted. */
  readonly issuers?: readonly string[]
  /** @param place the place in the published list of revoked certificates, if the certificate names one */
  readonly revocation?: (issuer: string, id: string, place: StatusPlace | null) => Revocation | undefined
  /** The encodings, besides UTF-8, in which programs save texts. Each returns `undefined` for bytes that are no text in it. */
  readonly encodings: readonly Encoding[]
  /** Converts an ISO 8601 instant to milliseconds since 1970. */
  readonly parse: (instant: string) => number
  /** Converts milliseconds since 1970 to ISO 8601. */
  readonly format: (milliseconds: number) => string
}

type Sound = { readonly issuer: string; readonly told: Told; readonly notes: readonly VerdictNote[] }

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
  const raw = parsed(text) as { readonly proof?: unknown } | undefined
  if (raw === undefined) return tampered('not-json')
  if (repeatedMember(text) !== undefined) return tampered('repeated-member')
  if (isEmptyProof(raw.proof)) return tampered('not-signed')
  const badge = badgeSchema.safeParse(raw)
  const certificate = badge.success ? certificateOf(badge.data) : undefined
  return badge.success && certificate ? { badge: badge.data, certificate } : tampered('other-form')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type CredentialPart = Extract<Part, { readonly kind: 'credential' }>

/** What is tried to find the original of a credential that was written in another way. */
interface Trying {
  readonly encodings: readonly Encoding[]
  readonly misread: Misread | undefined
  readonly file: {
    /** The number of forms that may still be tried for this file, so that no file takes long. */
    left: number
    /** The way in which another credential of the file was written. */
    way?: string
  }
}
/** The most forms that are tried for a file and for one credential. Checking a signature takes some 30 ms. */
const MOST_TRIED = 150
const MOST_TRIED_FOR_ONE = 60

async function checkCredential(
  { forms, within, inOtherEncodings = [] }: CredentialPart,
  trying: Trying,
): Promise<CheckedBadge | Failed> {
  let failed: Failed | undefined
  const unsigned: string[] = []
  for (const text of forms) {
    const checked = await checkBadge(text, within)
    if (!('status' in checked)) return checked
    // Of all forms that the credential may have had, the fault of the one that got furthest is kept.
    if (failed === undefined || checked.reason === 'signature') failed = checked
    if (checked.reason === 'signature') unsigned.push(text)
  }
  if (unsigned.length === 0) return failed!
  const found = await checkRespelled(unsigned, inOtherEncodings, within, trying)
  if (found) return found
  // What was lost can’t be put back, and not everything can be tried. Nobody is accused for it.
  const isDoubtful = trying.file.left <= 0 || unsigned.every((text) => hasLostLetters(text, nameIn(text)))
  return isDoubtful ? unreadable('damaged') : failed!
}

/** Looks for a form that is signed among those that a credential may have had before a program wrote it in another way. */
async function checkRespelled(
  texts: readonly string[],
  others: readonly string[],
  within: boolean,
  { encodings, misread, file }: Trying,
): Promise<CheckedBadge | undefined> {
  const tried = new Set(texts)
  const check = async (text: string) => {
    if (tried.has(text)) return undefined
    tried.add(text)
    file.left -= 1
    const checked = await checkBadge(text, within)
    return 'status' in checked ? undefined : checked
  }
  const least = Math.max(0, file.left - MOST_TRIED_FOR_ONE)
  for (const text of others) {
    if (file.left <= least) return undefined
    const found = await check(text)
    if (found) return found
  }
  // No way of writing gives back what changed bytes were.
  if (misread === 'bytes') return undefined
  for (const { way, text } of respellings(texts, encodings, misread === 'encoding', file.way)) {
    if (file.left <= least) return undefined
    const found = await check(text)
    if (!found) continue
    file.way = way
    return found
  }
  return undefined
}

/** Returns the name in a credential that has the form of ours. */
function nameIn(text: string): string {
  const read = readBadge(text)
  return 'status' in read ? '' : read.certificate.personName
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

/** What the signatures of a holding's parts told. */
interface Checked {
  readonly badges: readonly CheckedBadge[]
  readonly tokens: readonly CheckedToken[]
  readonly failed: readonly Failed[]
}

async function checkParts({ ours }: Holding, trying: Trying): Promise<Checked> {
  const badges: CheckedBadge[] = []
  const tokens: CheckedToken[] = []
  const failed: Failed[] = []
  for (const part of ours) {
    if (part.kind === 'broken') failed.push(tampered('not-json'))
    else if (part.kind === 'cut') failed.push(unreadable('damaged'))
    else if (part.kind === 'credential') {
      const badge = await checkCredential(part, trying)
      if ('status' in badge) failed.push(badge)
      else badges.push(badge)
    } else {
      const token = await checkToken(part)
      if ('status' in token) failed.push(token)
      else tokens.push(token)
    }
  }
  return { badges, tokens, failed }
}

function soundOf(pair: Pair, { together, others, within }: Holding, options: VerifyOptions): Sound {
  const { badge, token } = pair
  const notes: VerdictNote[] = []
  if (together && !badge) notes.push('token-alone')
  if (together && !token) notes.push('credential-alone')
  if (within || (badge ?? token)!.within) notes.push('within-another')
  if (others) notes.push('beside-others')
  return badge
    ? { issuer: badge.issuer, told: toldOf(badge.certificate), notes }
    : { issuer: token!.issuer, told: toldBy(token!.claims, options.format), notes }
}

/** Checks a file, or each file that a mail or a PDF holds. A certificate that several of them hold is told once. */
async function checkFiles(
  files: readonly Looked[],
  options: VerifyOptions,
): Promise<{ readonly form: FileForm | null; readonly one: Sound | Failed }[]> {
  const checked: (Checked & { readonly form: FileForm | null; readonly held?: Holding })[] = []
  const { encodings } = options
  const file = { left: MOST_TRIED }
  for (const { form, found } of files) {
    const trying = { encodings, file, misread: 'ours' in found ? found.misread : undefined }
    if ('ours' in found) checked.push({ form, held: found, ...(await checkParts(found, trying)) })
    else checked.push({ form, badges: [], tokens: [], failed: [found] })
  }
  const badges = checked.flatMap((file) => file.badges)
  const tokens = checked.flatMap((file) => file.tokens)
  if (contradicts(badges, tokens, options)) {
    return [{ form: files[0]!.form, one: tampered('token-differs') }]
  }
  const known = new Set<string>()
  return checked.flatMap(({ form, held, failed, ...file }) => {
    const pairs = paired(file.badges, file.tokens)
    // A credential and a token of different certificates were put together by somebody.
    const swapped =
      held?.together && file.badges.length === 1 && file.tokens.length === 1 && pairs.length === 2
    if (swapped) return [{ form, one: tampered('token-differs') }]
    const sound = held ? pairs.map((pair) => soundOf(pair, held, options)) : []
    const fresh = sound.filter(({ told }) => !known.has(told.id))
    for (const { told } of fresh) known.add(told.id)
    return [...failed, ...fresh].map((one) => ({ form, one }))
  })
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
  const checked = await checkFiles(await look(bytes, options.encodings), options)
  const verdicts = checked
    .map(({ form, one }): CertificateVerdict =>
      'told' in one ? verdictOf(one, form, options) : { ...one, form, ...NOTHING },
    )
    .sort((a, b) => gravity(a) - gravity(b))
  const [gravest, ...also] = verdicts
  return { ...gravest!, also }
}

import { utf8 } from '@scure/base'
import { badgeSchema, certificateOf, TRACE, type Badge } from './badge'
import type { Certificate } from './certificate'
import { proofsHold, signatureHolds } from './integrity'
import { repeatedMember } from './json'
import { attachmentsOf, isPdf } from './pdf'
import { isPng, unbake } from './png'
import {
  bearsOurHeader,
  certificateClaims,
  claimsOf,
  looksLikeToken,
  readToken,
  type TokenClaims,
} from './token'
import {
  LARGEST_FILE,
  type FileForm,
  type Revocation,
  type Told,
  type Verdict,
  type VerdictReason,
  type VerdictStatus,
} from './verdict'

/** Largest credential, in bytes. */
const LARGEST_CREDENTIAL = 200_000

export interface VerifyOptions {
  /** ISO 8601. */
  readonly now: string
  /** The `did:key` names whose certificates are taken; left out, any issuer's are. */
  readonly issuers?: readonly string[]
  readonly revocation?: (issuer: string, id: string) => Revocation | undefined
  /** Milliseconds since 1970 of an ISO 8601 instant. */
  readonly parse: (instant: string) => number
  /** ISO 8601 of milliseconds since 1970. */
  readonly format: (milliseconds: number) => string
}

type Failed = { readonly status: 'tampered' | 'unreadable'; readonly reason: VerdictReason }
type Sound = { readonly issuer: string; readonly told: Told }

const tampered = (reason: VerdictReason): Failed => ({ status: 'tampered', reason })
const unreadable = (reason: VerdictReason): Failed => ({ status: 'unreadable', reason })

/** Whether something of a document of ours is left in it. */
const bearsTrace = (text: string): boolean => text.includes(TRACE)

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.encode(bytes).replace(/^\ufeff/, '')
  } catch {
    return undefined
  }
}

/** For finding a trace in bytes that are no text any more. */
const asLatin = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, LARGEST_CREDENTIAL), (byte) => String.fromCharCode(byte)).join('')

interface ReadBadge {
  readonly badge: Badge
  readonly certificate: Certificate
}

/** Reads a credential as far as it can be read without looking at its signature. */
function readBadge(bytes: Uint8Array): ReadBadge | Failed {
  if (bytes.length > LARGEST_CREDENTIAL) return unreadable('too-large')
  const text = decodeText(bytes)
  if (text === undefined) return bearsTrace(asLatin(bytes)) ? tampered('not-json') : unreadable('damaged')
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return bearsTrace(text) ? tampered('not-json') : unreadable('not-a-certificate')
  }
  if (!bearsTrace(text)) return unreadable('not-a-certificate')
  if (repeatedMember(text) !== undefined) return tampered('repeated-member')
  if (typeof raw === 'object' && raw !== null && isEmptyProof((raw as { proof?: unknown }).proof)) {
    return tampered('not-signed')
  }
  const badge = badgeSchema.safeParse(raw)
  const certificate = badge.success ? certificateOf(badge.data) : undefined
  if (!badge.success || !certificate) return tampered('other-form')
  return { badge: badge.data, certificate }
}

const isEmptyProof = (proof: unknown): boolean =>
  proof === undefined || proof === null || (Array.isArray(proof) && proof.length === 0)

async function checkBadge(bytes: Uint8Array): Promise<(Sound & ReadBadge) | Failed> {
  const read = readBadge(bytes)
  if ('status' in read) return read
  let holds = false
  try {
    holds = await proofsHold(read.badge)
  } catch {
    // A library that can't make sense of a proof throws; a proof that holds makes sense.
  }
  if (!holds) return tampered('signature')
  return { ...read, issuer: read.badge.issuer.id, told: toldOf(read.certificate) }
}

function toldOf(c: Certificate): Told {
  const { id, personName, organisation, course, courseVersion, title, issuedAt, validUntil } = c
  const { scorePercent, hits, attacks, served, legitimate } = c
  const results = { scorePercent, hits, attacks, served, legitimate }
  return { id, personName, organisation, course, courseVersion, title, issuedAt, validUntil, ...results }
}

function toldBy(claims: TokenClaims, format: VerifyOptions['format']): Told {
  const at = claims.crs.lastIndexOf('@')
  const [scorePercent, hits, attacks, served, legitimate] = claims.res
  return {
    id: claims.jti,
    personName: claims.sub,
    organisation: claims.org,
    course: claims.crs.slice(0, at),
    courseVersion: claims.crs.slice(at + 1),
    issuedAt: format(claims.iat * 1000),
    validUntil: format(claims.exp * 1000),
    scorePercent,
    hits,
    attacks,
    served,
    legitimate,
    title: null,
  }
}

async function checkToken(
  text: string,
  { format }: VerifyOptions,
): Promise<(Sound & { claims: TokenClaims }) | Failed> {
  const token = readToken(text)
  const claims = token && certificateClaims(token.payload)
  if (!token || !claims)
    return bearsOurHeader(text) ? tampered('other-form') : unreadable('not-a-certificate')
  if (!(await signatureHolds(claims.iss, token.message, token.signature))) return tampered('signature')
  return { issuer: claims.iss, told: toldBy(claims, format), claims }
}

async function checkPdf(bytes: Uint8Array, options: VerifyOptions): Promise<Sound | Failed> {
  const attached = await attachmentsOf(bytes)
  if (typeof attached === 'string') return unreadable(attached)
  const files = attached.map((file) => ({ ...file, text: decodeText(file.bytes) ?? asLatin(file.bytes) }))
  const tokens = files.filter(({ text }) => looksLikeToken(text))
  // By content as much as by name: a damaged credential keeps its name, a renamed one its content.
  const credentials = files.filter(({ name, text }) => bearsTrace(text) || /credential\.json$/i.test(name))
  if (credentials.length === 0 && tokens.length === 0) return unreadable('no-credential')
  if (credentials.length > 1 || tokens.length > 1) return tampered('several')
  if (credentials.length === 0) return tampered('not-signed')
  const badge = await checkBadge(credentials[0]!.bytes)
  if ('status' in badge) return badge
  if (tokens.length === 0) return tampered('token-missing')
  const token = await checkToken(tokens[0]!.text, options)
  if ('status' in token) return token
  const expected = claimsOf(badge.certificate, badge.issuer, options.parse)
  if (JSON.stringify(expected) !== JSON.stringify(token.claims)) return tampered('token-differs')
  return badge
}

async function checkPng(bytes: Uint8Array): Promise<Sound | Failed> {
  const baked = unbake(bytes)
  if ('credential' in baked) return checkBadge(utf8.decode(baked.credential))
  const ours = bearsTrace(asLatin(bytes))
  switch (baked.fault) {
    case 'checksum':
      return ours ? tampered('checksum') : unreadable('damaged')
    case 'several':
      return tampered('several')
    case 'no-credential':
      return unreadable('no-credential')
    default:
      return ours ? tampered('not-json') : unreadable('damaged')
  }
}

function formOf(bytes: Uint8Array): FileForm | null {
  if (isPng(bytes)) return 'png'
  if (isPdf(bytes)) return 'pdf'
  const text = decodeText(bytes)
  if (text !== undefined && looksLikeToken(text)) return 'token'
  const start = text?.trimStart()[0]
  return start === '{' || start === '[' || bearsTrace(asLatin(bytes)) ? 'json' : null
}

function check(
  form: FileForm | null,
  bytes: Uint8Array,
  options: VerifyOptions,
): Failed | Promise<Sound | Failed> {
  switch (form) {
    case 'png':
      return checkPng(bytes)
    case 'pdf':
      return checkPdf(bytes, options)
    case 'json':
      return checkBadge(bytes)
    case 'token':
      return checkToken(utf8.encode(bytes).replace(/^\ufeff/, ''), options)
    case null:
      return unreadable('not-a-certificate')
  }
}

/**
 * Verifies a certificate of Hold the Line: a credential as JSON, the PDF or PNG that carries one, or the token of a QR
 * code. Never throws for what a file holds. The order in which faults are told: unreadable, tampered, unknown issuer,
 * revoked, not yet valid, expired.
 */
export async function verifyCertificate(bytes: Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const nothing = { issuer: null, issuerChecked: false, revocation: null, told: null }
  if (bytes.length > LARGEST_FILE) return { ...unreadable('too-large'), form: null, ...nothing }
  const form = formOf(bytes)
  const checked = await check(form, bytes, options)
  if ('status' in checked) return { status: checked.status, reason: checked.reason, form, ...nothing }
  const { issuer, told } = checked
  const revocation = options.revocation?.(issuer, told.id) ?? null
  const verdict = (status: VerdictStatus): Verdict => ({
    status,
    reason: null,
    form,
    issuer,
    issuerChecked: options.issuers !== undefined,
    revocation: status === 'revoked' ? revocation : null,
    told,
  })
  if (options.issuers && !options.issuers.includes(issuer)) return verdict('unknown-issuer')
  if (revocation) return verdict('revoked')
  const now = options.parse(options.now)
  if (now < options.parse(told.issuedAt)) return verdict('not-yet-valid')
  if (now >= options.parse(told.validUntil)) return verdict('expired')
  return verdict('valid')
}

import { base64urlnopad, utf8 } from '@scure/base'
import { z } from 'zod'
import { CERTIFICATE_ID, type Certificate } from './certificate'
import { certificateDays } from './validity'
import { publicKeyOf } from './did-key'

/** Signs what a certificate says. The QR code carries the token that a signer makes of it. */
export interface CertificateSigner {
  token(certificate: Certificate): string
}

/** JOSE header of every token: Ed25519 (RFC 8037), and what the payload is. */
const HEADER = '{"alg":"EdDSA","typ":"htl"}'

/** Longest name and organisation in a token, in bytes of UTF-8: a QR code of 30 mm stays easy to read. */
const NAME_BYTES = 96
const ORGANISATION_BYTES = 56

const DAY_MS = 86_400_000

const count = z.number().int().min(0).max(100_000)
const claimsSchema = z.strictObject({
  iss: z.string().max(80),
  jti: z.string().regex(CERTIFICATE_ID),
  /** Who earned it; a very long name is cut and ends in `…`. */
  sub: z.string().min(1),
  org: z.string().min(1),
  /** Course id, `@`, its version. */
  crs: z.string().min(1).max(200),
  /** Seconds since 1970. */
  iat: z.number().int().min(0),
  exp: z.number().int().min(0),
  /** Where the day of issue is another one than that of `iat` in UTC: a day earlier or later. */
  day: z.union([z.literal(-1), z.literal(1)]).optional(),
  /** Score in percent; attacks stopped, of; genuine customers served, of. */
  res: z.tuple([count, count, count, count, count]),
})

/** The claims of a token. */
export type TokenClaims = z.output<typeof claimsSchema>

function shorten(text: string, bytes: number): string {
  if (utf8.decode(text).length <= bytes) return text
  let kept = ''
  for (const letter of text) {
    if (utf8.decode(kept + letter).length > bytes - 3) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

const seconds = (instant: string, parse: (text: string) => number) => Math.floor(parse(instant) / 1000)

/**
 * What a token says of a certificate.
 * @param issuer the `did:key` that signs
 * @param parse milliseconds since 1970 of an ISO 8601 instant
 */
export function claimsOf(
  certificate: Certificate,
  issuer: string,
  parse: (instant: string) => number,
): TokenClaims {
  const c = certificate
  const midnight = (day: string) => parse(`${day}T00:00:00.000Z`)
  const day = (midnight(certificateDays(c).issuedOn) - midnight(c.issuedAt.slice(0, 10))) / DAY_MS
  return {
    iss: issuer,
    jti: c.id,
    sub: shorten(c.personName, NAME_BYTES),
    org: shorten(c.organisation, ORGANISATION_BYTES),
    crs: `${c.course}@${c.courseVersion}`,
    iat: seconds(c.issuedAt, parse),
    exp: seconds(c.validUntil, parse),
    ...(day === 1 || day === -1 ? { day } : {}),
    res: [c.scorePercent, c.hits, c.attacks, c.served, c.legitimate],
  }
}

const encode = (text: string) => base64urlnopad.encode(utf8.decode(text))

/**
 * A compact JWS (RFC 7515) over claims.
 * @param sign Ed25519, 64 bytes
 */
export function signToken(claims: object, sign: (message: Uint8Array) => Uint8Array): string {
  const signed = `${encode(HEADER)}.${encode(JSON.stringify(claims))}`
  return `${signed}.${base64urlnopad.encode(sign(utf8.decode(signed)))}`
}

/** How each token of ours begins, before the first dot. */
export const OUR_TOKEN_HEADER = encode(HEADER)

/** Whether a token says that it is one of ours, whatever has become of it. */
export const bearsOurHeader = (token: string): boolean => token.trim().startsWith(`${OUR_TOKEN_HEADER}.`)

/** Whether a text is a compact JWS, of whomever. */
export const isJws = (text: string): boolean => /^\s*ey[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(text)

/** Whether a text looks like a compact JWS at all. */
export function looksLikeToken(text: string): boolean {
  return text.length <= 4096 && /^\s*ey[\w-]+\.[\w-]+\.[\w-]+\s*$/.test(text)
}

export interface ReadToken {
  readonly payload: unknown
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** Takes a token of ours apart; the signature is not checked here. `undefined` for anything else. */
export function readToken(token: string): ReadToken | undefined {
  const [header, payload, signature, more] = token.trim().split('.')
  if (!header || !payload || !signature || more !== undefined) return undefined
  try {
    if (utf8.encode(base64urlnopad.decode(header)) !== HEADER) return undefined
    return {
      payload: JSON.parse(utf8.encode(base64urlnopad.decode(payload))) as unknown,
      message: utf8.decode(`${header}.${payload}`),
      // Refuses stray bits at the end, so that each signature has one form alone.
      signature: base64urlnopad.decode(signature),
    }
  } catch {
    return undefined
  }
}

/** The claims of a certificate's token, when its payload is one. */
export function certificateClaims(payload: unknown): TokenClaims | undefined {
  const read = claimsSchema.safeParse(payload)
  return read.success && publicKeyOf(read.data.iss) ? read.data : undefined
}

import { base64urlnopad, utf8 } from '@scure/base'
import { z } from 'zod'
import { CERTIFICATE_ID, type Certificate } from './certificate'
import { certificateDays } from './validity'
import { publicKeyOf } from './did-key'

/** Makes the signed token of a certificate, which its QR code carries. */
export interface CertificateSigner {
  token(certificate: Certificate): string
}

/** The JOSE header of every token: the algorithm Ed25519 (RFC 8037), and the type of the payload. */
const HEADER = '{"alg":"EdDSA","typ":"htl"}'

/**
 * The longest name in a token, in bytes of UTF-8, and the longest organisation. They keep a QR code of 30 mm easy to
 * scan.
 */
const NAME_BYTES = 96
const ORGANISATION_BYTES = 56

const DAY_MS = 86_400_000

/** The last second of the year 9999. Later ones have no day of four digits for the year. */
const LAST_SECOND = 253_402_300_799

const count = z.number().int().min(0).max(100_000)
const second = z.number().int().min(0).max(LAST_SECOND)
const claimsSchema = z.strictObject({
  iss: z.string().max(80),
  jti: z.string().regex(CERTIFICATE_ID),
  /** The name of the holder. A very long name is cut and ends in `…`. */
  sub: z.string().min(1),
  org: z.string().min(1),
  /** The course id, `@`, and its version. */
  crs: z.string().min(1).max(200),
  /** Seconds since 1970, as `exp`. */
  iat: second,
  exp: second,
  /** The difference in days between the day of issue and the day of `iat` in UTC, unless they are the same. */
  day: z.union([z.literal(-1), z.literal(1)]).optional(),
  /** The score in percent; attacks stopped, and all attacks; genuine contacts served, and all of them. */
  res: z.tuple([count, count, count, count, count]),
})

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
 * Returns the claims of a certificate's token.
 * @param issuer the `did:key` that signs
 * @param parse converts an ISO 8601 instant to milliseconds since 1970
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
 * Makes a compact JWS (RFC 7515) of claims.
 * @param sign makes an Ed25519 signature of 64 bytes
 */
export function signToken(claims: object, sign: (message: Uint8Array) => Uint8Array): string {
  const signed = `${encode(HEADER)}.${encode(JSON.stringify(claims))}`
  return `${signed}.${base64urlnopad.encode(sign(utf8.decode(signed)))}`
}

/** Every token of ours begins with this text, followed by a dot. */
export const OUR_TOKEN_HEADER = encode(HEADER)

/** Returns true if a token claims to be one of ours, however broken it is. */
export const bearsOurHeader = (token: string): boolean => token.trim().startsWith(`${OUR_TOKEN_HEADER}.`)

/** Returns true if a text is a compact JWS of any issuer. */
export const isJws = (text: string): boolean => /^\s*ey[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(text)

/** Returns true if a text is short enough for a token of ours and has the form of a compact JWS. */
export function looksLikeToken(text: string): boolean {
  return text.length <= 4096 && /^\s*ey[\w-]+\.[\w-]+\.[\w-]+\s*$/.test(text)
}

export interface ReadToken {
  readonly payload: unknown
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** Takes a token of ours apart without checking its signature. Returns `undefined` for any other text. */
export function readToken(token: string): ReadToken | undefined {
  const [header, payload, signature, more] = token.trim().split('.')
  if (!header || !payload || !signature || more !== undefined) return undefined
  try {
    if (utf8.encode(base64urlnopad.decode(header)) !== HEADER) return undefined
    return {
      payload: JSON.parse(utf8.encode(base64urlnopad.decode(payload))) as unknown,
      message: utf8.decode(`${header}.${payload}`),
      // The decoder refuses stray bits at the end, so that each signature has only one form.
      signature: base64urlnopad.decode(signature),
    }
  } catch {
    return undefined
  }
}

/** Returns the claims of a certificate's token; `undefined` for a payload of another kind. */
export function certificateClaims(payload: unknown): TokenClaims | undefined {
  const read = claimsSchema.safeParse(payload)
  return read.success && publicKeyOf(read.data.iss) ? read.data : undefined
}

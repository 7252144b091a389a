import { base64urlnopad } from '@scure/base'
import { z } from 'zod'
import { CERTIFICATE_ID } from './certificate'
import { signToken, readToken } from './token'
import { asLatin } from './decode-text'

/** The revoked certificates of one issuer, without names and reasons, for readers who verify offline. */
const listSchema = z.strictObject({
  iss: z.string().max(80),
  /** ISO 8601. Later revocations are not in the list. */
  at: z.iso.datetime(),
  revoked: z
    .array(
      z.strictObject({
        id: z.string().regex(CERTIFICATE_ID),
        at: z.iso.datetime(),
        /** The calendar day of the revocation at the computer that revoked it; earlier lists lack it. */
        on: z.iso.date().optional(),
        /** True if another certificate replaced this one. */
        superseded: z.boolean(),
      }),
    )
    .max(1_000_000),
})
type RevocationList = z.output<typeof listSchema>

/** JWS in its flattened JSON form (RFC 7515 §7.2.2). */
const flattenedSchema = z.strictObject({
  protected: z.string(),
  payload: z.string(),
  signature: z.string(),
})

/**
 * Writes a signed list of revocations, the text of `revocations.json`.
 * @param sign makes an Ed25519 signature of 64 bytes with the key that `list.iss` names
 */
export function signRevocations(list: RevocationList, sign: (message: Uint8Array) => Uint8Array): string {
  const [header, payload, signature] = signToken(list, sign).split('.')
  return `${JSON.stringify({ protected: header, payload, signature }, null, 2)}\n`
}

/** What is decoded of a payload to see of which kind it is. A multiple of four, so that it is whole bytes. */
const LOOKED_AT = 4096

/**
 * Returns true for the payload of a list of revocations, which is signed with the same header as the token of a
 * certificate. Whether it was altered is not asked.
 * @param payload base64url
 */
export function isRevocationPayload(payload: string): boolean {
  try {
    const text = asLatin(base64urlnopad.decode(payload.slice(0, LOOKED_AT)), LOOKED_AT)
    return /"revoked":\s*\[/.test(text) && !/"jti":/.test(text)
  } catch {
    return false
  }
}

/**
 * Reads a list of revocations and checks its signature.
 * @param verifies checks an Ed25519 signature against the key that a `did:key` names
 * @returns `undefined` when the text is no such list, or was altered
 */
export async function readRevocations(
  text: string,
  verifies: (did: string, message: Uint8Array, signature: Uint8Array) => Promise<boolean>,
): Promise<RevocationList | undefined> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return undefined
  }
  const flattened = flattenedSchema.safeParse(raw)
  if (!flattened.success) return undefined
  const { protected: header, payload, signature } = flattened.data
  const token = readToken(`${header}.${payload}.${signature}`)
  const list = listSchema.safeParse(token?.payload)
  if (!token || !list.success) return undefined
  return (await verifies(list.data.iss, token.message, token.signature)) ? list.data : undefined
}

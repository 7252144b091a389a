import { z } from 'zod'
import { CERTIFICATE_ID } from './certificate'
import { signToken, readToken } from './token'

/** Withdrawn certificates of one issuer, as HR hands them to whoever verifies offline. No names, no reasons. */
const listSchema = z.strictObject({
  iss: z.string().max(80),
  /** ISO 8601: certificates revoked later are not in it. */
  at: z.iso.datetime(),
  revoked: z
    .array(
      z.strictObject({
        id: z.string().regex(CERTIFICATE_ID),
        at: z.iso.datetime(),
        /** The calendar day on which it was revoked, where that was done; lists of before leave it out. */
        on: z.iso.date().optional(),
        /** Another certificate took its place. */
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
 * A signed list of revocations as the text of `revocations.json`.
 * @param sign Ed25519, 64 bytes, with the key that `list.iss` names
 */
export function signRevocations(list: RevocationList, sign: (message: Uint8Array) => Uint8Array): string {
  const [header, payload, signature] = signToken(list, sign).split('.')
  return `${JSON.stringify({ protected: header, payload, signature }, null, 2)}\n`
}

/**
 * Reads a list of revocations and checks who signed it.
 * @param verifies whether an Ed25519 signature was made with the key that a `did:key` names
 * @returns `undefined` when it is no such list, or was altered
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

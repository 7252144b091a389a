/**
 * The published list of revoked certificates: a BitstringStatusListCredential (W3C Bitstring Status List
 * 1.0). It has one bit for each certificate, which is set if the certificate is revoked. Readers learn
 * nothing of certificates that they do not hold.
 */
import { base64urlnopad } from '@scure/base'
import { gzipSync } from 'fflate'
import { z } from 'zod'
import { proofs, VC_CONTEXT } from './badge-shape'
import { publicKeyOf } from './did-key'
import { documentHolds, addProof } from './integrity'
import { WEB_ADDRESS } from './issuer-profile'
import { repeatedMember } from './json'
import { SHORTEST_STATUS_LIST } from './status-place'
import { unpack } from './unpack'

/**
 * The most bytes of an unpacked list. Places go up to 2³¹, which would take 256 MB; no organisation issues that many
 * certificates.
 */
const MOST_BYTES = 16_000_000

const second = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const schema = z.strictObject({
  '@context': z.tuple([z.literal(VC_CONTEXT)]),
  id: z.string().regex(WEB_ADDRESS),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('BitstringStatusListCredential')]),
  issuer: z.string().max(100),
  validFrom: second,
  credentialSubject: z.strictObject({
    id: z.string().max(400),
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.literal('revocation'),
    encodedList: z.string().regex(/^u[\w-]+$/),
  }),
  proof: proofs,
})

export interface StatusList {
  readonly iss: string
  /** The address at which it is published, as the certificates name it. */
  readonly address: string
  /** The time at which the list was made, ISO 8601. Later revocations are not in it. */
  readonly at: string
  isRevoked(index: number): boolean
}

/**
 * Returns the bits of a list. The first is the leftmost bit of the first byte.
 * @param revoked places of revoked certificates
 * @param length the number of bits, a multiple of 8
 */
function bits(revoked: readonly number[], length: number): Uint8Array {
  const bytes = new Uint8Array(length / 8)
  for (const index of revoked) bytes[index >> 3]! |= 0x80 >> (index & 7)
  return bytes
}

/**
 * Writes a list as signed JSON.
 * @param address the address at which it will be published
 * @param revoked places of revoked certificates
 * @param highest the highest place that was ever assigned; the list is long enough for it
 * @param key the issuer's `did:key` and its 32 bytes
 * @param at the time at which it is made, ISO 8601
 */
export async function signStatusList(
  address: string,
  revoked: readonly number[],
  highest: number,
  key: { readonly did: string; readonly seed: Uint8Array },
  at: string,
): Promise<string> {
  let length = SHORTEST_STATUS_LIST
  while (length <= highest) length *= 2
  // Without a timestamp in the archive, the same bits give the same text.
  const packed = gzipSync(bits(revoked, length), { mtime: 0 })
  const document = {
    '@context': [VC_CONTEXT],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: key.did,
    validFrom: `${at.slice(0, 19)}Z`,
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${base64urlnopad.encode(packed)}`,
    },
  }
  const signed = await addProof(document, key.did, key.seed, at)
  return `${JSON.stringify({ ...signed, proof: [signed['proof']].flat() })}\n`
}

/**
 * Reads a published list and checks its signature.
 * @returns `undefined` when the text is no such list, or was altered
 */
export async function readStatusList(text: string): Promise<StatusList | undefined> {
  try {
    const read = schema.safeParse(JSON.parse(text))
    if (!read.success || repeatedMember(text) !== undefined) return undefined
    const { issuer, id, validFrom, credentialSubject, proof } = read.data
    if (!publicKeyOf(issuer) || !(await documentHolds(read.data, issuer, proof, validFrom))) return undefined
    const bytes = unpack(base64urlnopad.decode(credentialSubject.encodedList.slice(1)), MOST_BYTES)
    if (bytes.length * 8 < SHORTEST_STATUS_LIST) return undefined
    return {
      iss: issuer,
      address: id,
      at: validFrom,
      isRevoked: (index) => ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0,
    }
  } catch {
    // The text is no JSON, the list no gzip, or no library can make sense of the proof.
    return undefined
  }
}

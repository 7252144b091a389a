/**
 * The published list of revoked certificates: a BitstringStatusListCredential (W3C Bitstring Status List 1.0). A bit a
 * certificate, one for revoked; whoever reads the list learns nothing of one that they do not hold.
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

/** Most bytes of an unpacked list: room for 2³¹ certificates would be 256 MB; nobody has that many. */
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
  /** Where it is published, as the certificates name it. */
  readonly address: string
  /** When it was made; what was revoked later is not in it. ISO 8601. */
  readonly at: string
  isRevoked(index: number): boolean
}

/**
 * The bits of a list, the first at the left of the first byte.
 * @param revoked places of revoked certificates
 * @param length bits, a multiple of 8
 */
function bits(revoked: readonly number[], length: number): Uint8Array {
  const bytes = new Uint8Array(length / 8)
  for (const index of revoked) bytes[index >> 3]! |= 0x80 >> (index & 7)
  return bytes
}

/**
 * A list as a signed text.
 * @param revoked places of revoked certificates
 * @param highest the highest place that was ever given out; the list is long enough for it
 * @param key the issuer's `did:key` and its 32 bytes
 * @param at when it is made, ISO 8601
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
  // Without a time in it, the same bits are the same text.
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
 * Reads a published list and checks who signed it.
 * @returns `undefined` when it is no such list, or was altered
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
    // No JSON, no gzip, or a proof that no library can make sense of.
    return undefined
  }
}

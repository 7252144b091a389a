import { base58 } from '@scure/base'

/** The multicodec prefix of an Ed25519 public key. */
const ED25519 = [0xed, 0x01] as const

/**
 * Names an Ed25519 public key as a `did:key` (W3C did:key method, multibase base58-btc).
 * @param publicKey 32 bytes
 * @throws RangeError for another length
 */
export function didKeyOf(publicKey: Uint8Array): string {
  if (publicKey.length !== 32) throw new RangeError('An Ed25519 public key has 32 bytes')
  return `did:key:z${base58.encode(Uint8Array.from([...ED25519, ...publicKey]))}`
}

/** Returns the 32 bytes of the Ed25519 key that a `did:key` names; `undefined` for any other text. */
export function publicKeyOf(did: string): Uint8Array | undefined {
  const text = /^did:key:z([1-9A-HJ-NP-Za-km-z]+)$/.exec(did)?.[1]
  if (text === undefined) return undefined
  const bytes = base58.decode(text)
  if (bytes.length !== 34 || bytes[0] !== ED25519[0] || bytes[1] !== ED25519[1]) return undefined
  return bytes.slice(2)
}

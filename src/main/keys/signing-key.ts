import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { join } from 'node:path'
import { didKeyOf, publicKeyOf } from '../../domain/credentials'
import { readSecret, writeSecret, type Keychain } from './secret-file'

/** An Ed25519 key pair of this installation. The private half never leaves this process. */
export interface SigningKey {
  readonly did: string
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** 32 bytes, for libraries that sign on their own. */
  readonly seed: Uint8Array
  readonly inKeychain: boolean
  /** @returns 64 bytes */
  sign(message: Uint8Array): Uint8Array
}

/** The DER of PKCS #8 (RFC 8410) and of a SubjectPublicKeyInfo, up to the 32 bytes of the key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export function signingKeyFrom(seed: Uint8Array, inKeychain: boolean): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const publicKey = new Uint8Array(spki.subarray(SPKI.length))
  return {
    did: didKeyOf(publicKey),
    publicKey,
    seed,
    inKeychain,
    sign: (message) => new Uint8Array(sign(null, message, key)),
  }
}

/**
 * Reads a key pair of this installation, or makes it on first use.
 * @param folder the folder of the records
 * @param name `issuer` signs credentials and the audit log, `device` signs attempts
 * @throws KeyUnreadableError; the file is left as it is
 */
export function openSigningKey(folder: string, name: 'issuer' | 'device', wrapper: Keychain): SigningKey {
  const path = join(folder, `${name}.key`)
  const { value, inKeychain } =
    readSecret(path, wrapper, /^[0-9a-f]{64}$/) ?? writeSecret(path, wrapper, randomBytes(32).toString('hex'))
  return signingKeyFrom(new Uint8Array(Buffer.from(value, 'hex')), inKeychain)
}

/** Checks that a signature over a message was made with the key that a `did:key` names. */
export function verifiesWith(did: string, message: Uint8Array, signature: Uint8Array): boolean {
  const publicKey = publicKeyOf(did)
  if (!publicKey || signature.length !== 64) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

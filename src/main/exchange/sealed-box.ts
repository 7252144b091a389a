import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { join } from 'node:path'
import { readSecret, writeSecret, type Keychain } from '../keys/secret-file'

/** The DER of PKCS #8 and of a SubjectPublicKeyInfo for X25519 (RFC 8410), up to the 32 bytes of the key. */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const SPKI = Buffer.from('302a300506032b656e032100', 'hex')

/** The key pair for which devices encrypt their bundles. */
export interface ExchangeKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  readonly privateKey: KeyObject
}

const rawPublic = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length))

/**
 * Reads HR's key pair, or makes it on first use.
 * @throws KeyUnreadableError
 */
export function openExchangeKey(folder: string, wrapper: Keychain): ExchangeKey {
  const path = join(folder, 'exchange.key')
  const { value } =
    readSecret(path, wrapper, /^[0-9a-f]{64}$/) ?? writeSecret(path, wrapper, randomBytes(32).toString('hex'))
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(value, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  })
  return { publicKey: rawPublic(privateKey), privateKey }
}

export interface SealedBox {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
  readonly content: Uint8Array
}

function secretOf(own: KeyObject, ephemeral: Uint8Array, recipient: Uint8Array, other: Uint8Array): Buffer {
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, other]), format: 'der', type: 'spki' })
  const shared = diffieHellman({ privateKey: own, publicKey })
  const salt = Buffer.concat([ephemeral, recipient])
  return Buffer.from(hkdfSync('sha256', shared, salt, 'hold-the-line bundle', 32))
}

const TAG = 16

/**
 * Encrypts for one reader: X25519 with a fresh key, HKDF-SHA-256, AES-256-GCM.
 * @param label is bound to the content but not hidden
 */
export function sealBox(plain: Uint8Array, recipient: Uint8Array, label: string): SealedBox {
  const { privateKey } = generateKeyPairSync('x25519')
  const key = rawPublic(privateKey)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secretOf(privateKey, key, recipient, recipient), nonce)
  cipher.setAAD(Buffer.from(label, 'utf8'))
  const content = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return { key, nonce, content }
}

/** @returns `undefined` if the box was made for another key or label, or was changed */
export function openBox(box: SealedBox, own: ExchangeKey, label: string): Uint8Array | undefined {
  if (box.content.length < TAG || box.key.length !== 32 || box.nonce.length !== 12) return undefined
  try {
    const secret = secretOf(own.privateKey, box.key, own.publicKey, box.key)
    const decipher = createDecipheriv('aes-256-gcm', secret, box.nonce, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(label, 'utf8'))
    decipher.setAuthTag(box.content.subarray(box.content.length - TAG))
    return Buffer.concat([decipher.update(box.content.subarray(0, -TAG)), decipher.final()])
  } catch {
    return undefined
  }
}

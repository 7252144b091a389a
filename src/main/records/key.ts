import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeAtomically } from '../export/atomic-write'

/** The part of Electron's safeStorage that is used here. */
export interface Wrapper {
  isEncryptionAvailable(): boolean
  encryptString(plain: string): Buffer
  decryptString(wrapped: Buffer): string
}

export interface DatabaseKey {
  /** 64 hexadecimal digits. */
  readonly key: string
  /** False where the system has no keychain and the key lies beside the data. */
  readonly inKeychain: boolean
}

/** The file with the key is there and can't be unwrapped: another user or machine made it, or it is damaged. */
export class KeyUnreadableError extends Error {
  override readonly name = 'KeyUnreadableError'
}

const PLAIN = 'plain:'
const WRAPPED = 'wrapped:'

/**
 * Reads the key of the records, or makes it on the first start.
 * @param path of the key file
 * @throws KeyUnreadableError; the file is left as it is, for without it the records are lost
 */
export function databaseKey(path: string, wrapper: Wrapper): DatabaseKey {
  if (existsSync(path)) return readKey(path, wrapper)
  mkdirSync(dirname(path), { recursive: true })
  const key = randomBytes(32).toString('hex')
  const inKeychain = wrapper.isEncryptionAvailable()
  const text = inKeychain ? WRAPPED + wrapper.encryptString(key).toString('base64') : PLAIN + key
  writeAtomically(path, text, 0o600)
  return { key, inKeychain }
}

function readKey(path: string, wrapper: Wrapper): DatabaseKey {
  const text = readFileSync(path, 'utf8').trim()
  let key = ''
  if (text.startsWith(PLAIN)) key = text.slice(PLAIN.length)
  else if (text.startsWith(WRAPPED)) {
    try {
      key = wrapper.decryptString(Buffer.from(text.slice(WRAPPED.length), 'base64'))
    } catch (cause) {
      throw new KeyUnreadableError('The key of the records could not be unlocked by this user account.', {
        cause,
      })
    }
  }
  if (!/^[0-9a-f]{64}$/.test(key)) throw new KeyUnreadableError('The key file of the records is damaged.')
  return { key, inKeychain: text.startsWith(WRAPPED) }
}

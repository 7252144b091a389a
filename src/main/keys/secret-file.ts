import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { writeAtomically } from '../files/atomic-write'

/** The part of Electron's safeStorage that is used here. */
export interface Keychain {
  isEncryptionAvailable(): boolean
  encryptString(plain: string): Buffer
  decryptString(wrapped: Buffer): string
}

export interface Secret {
  readonly value: string
  /** False if the system has no keychain, so that the secret lies unprotected beside the data. */
  readonly inKeychain: boolean
}

/** The file exists but can't be unlocked: another user or computer made it, or it is damaged. */
export class KeyUnreadableError extends Error {
  override readonly name = 'KeyUnreadableError'
}

const PLAIN = 'plain:'
const WRAPPED = 'wrapped:'

/** Stores a secret in a file of its own, wrapped by the system's keychain if there is one. */
export function writeSecret(path: string, wrapper: Keychain, value: string): Secret {
  mkdirSync(dirname(path), { recursive: true })
  const inKeychain = wrapper.isEncryptionAvailable()
  const text = inKeychain ? WRAPPED + wrapper.encryptString(value).toString('base64') : PLAIN + value
  writeAtomically(path, text, 0o600)
  return { value, inKeychain }
}

/**
 * Reads a secret.
 * @param fits the form of a complete secret
 * @returns `undefined` when there is no such file
 * @throws KeyUnreadableError; the file is left as it is, because without it everything that it locks is lost
 */
export function readSecret(path: string, wrapper: Keychain, fits: RegExp): Secret | undefined {
  if (!existsSync(path)) return undefined
  const text = readFileSync(path, 'utf8').trim()
  let value = ''
  if (text.startsWith(PLAIN)) value = text.slice(PLAIN.length)
  else if (text.startsWith(WRAPPED)) {
    try {
      value = wrapper.decryptString(Buffer.from(text.slice(WRAPPED.length), 'base64'))
    } catch (cause) {
      throw new KeyUnreadableError(`‘${basename(path)}’ could not be unlocked by this user account.`, {
        cause,
      })
    }
  }
  if (!fits.test(value)) throw new KeyUnreadableError(`The key file ‘${basename(path)}’ is damaged.`)
  return { value, inKeychain: text.startsWith(WRAPPED) }
}

import { randomBytes } from 'node:crypto'
import { readSecret, writeSecret, type Keychain } from './secret-file'

export interface DatabaseKey {
  /** 64 hexadecimal digits. */
  readonly key: string
  /** False if the system has no keychain, so that the key lies unprotected beside the data. */
  readonly inKeychain: boolean
}

/**
 * Reads the key of the records, or makes it on the first start.
 * @param path the path of the key file
 * @throws KeyUnreadableError; the file is left as it is, because without it the records are lost
 */
export function databaseKey(path: string, wrapper: Keychain): DatabaseKey {
  const { value, inKeychain } =
    readSecret(path, wrapper, /^[0-9a-f]{64}$/) ?? writeSecret(path, wrapper, randomBytes(32).toString('hex'))
  return { key: value, inKeychain }
}

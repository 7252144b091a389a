import { createHash, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { organisationHomePage, type Naming } from '../../domain/xapi'
import { readSecret, writeSecret, type Keychain } from '../keys/secret-file'

/**
 * The choices on which the names in statements depend. They are plain data, so that they can be handed to the worker.
 */
export interface NamingChoice {
  readonly homePage: string
  /** 64 hexadecimal digits in pseudonymous mode, `null` in named mode. */
  readonly pseudonymKey: string | null
}

const sha1: Naming['sha1'] = (bytes) => new Uint8Array(createHash('sha1').update(bytes).digest())

export function namingFrom({ homePage, pseudonymKey }: NamingChoice): Naming {
  if (pseudonymKey === null) return { homePage, sha1, pseudonym: null }
  const key = Buffer.from(pseudonymKey, 'hex')
  return {
    homePage,
    sha1,
    pseudonym: (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, 40),
  }
}

/**
 * Returns the naming for statements at present.
 * @param homePage the organisation's own address, if it has given one
 * @throws KeyUnreadableError when the key of the pseudonyms exists and can't be read
 */
export function namingChoice(
  organisation: string,
  homePage: string | null,
  privacy: 'named' | 'pseudonymous',
  folder: string,
  keychain: Keychain,
): NamingChoice {
  const address = homePage ?? organisationHomePage(organisation, sha1)
  if (privacy === 'named') return { homePage: address, pseudonymKey: null }
  const path = join(folder, 'pseudonyms.key')
  const { value } =
    readSecret(path, keychain, /^[0-9a-f]{64}$/) ??
    writeSecret(path, keychain, randomBytes(32).toString('hex'))
  return { homePage: address, pseudonymKey: value }
}

/** Identifies a naming without revealing the key. */
export const fingerprintOf = ({ homePage, pseudonymKey }: NamingChoice): string =>
  createHash('sha256')
    .update(JSON.stringify([homePage, pseudonymKey]))
    .digest('hex')

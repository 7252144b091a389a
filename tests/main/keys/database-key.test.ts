import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseKey } from '../../../src/main/keys/database-key'
import { KeyUnreadableError, type Keychain } from '../../../src/main/keys/secret-file'
import { keychain, temporaryFolder } from '../helpers'

const none: Keychain = { ...keychain, isEncryptionAvailable: () => false }

describe('databaseKey', () => {
  it('makes a key once and reads the same one again', () => {
    const path = join(temporaryFolder(), 'deep', 'records.key')
    const made = databaseKey(path, keychain)
    expect(made.key).toMatch(/^[0-9a-f]{64}$/)
    expect(made.inKeychain).toBe(true)
    expect(readFileSync(path, 'utf8')).not.toContain(made.key)
    expect(databaseKey(path, keychain)).toEqual(made)
  })

  it('says so when the system has no keychain', () => {
    const path = join(temporaryFolder(), 'records.key')
    expect(databaseKey(path, none).inKeychain).toBe(false)
    expect(databaseKey(path, none).key).toBe(databaseKey(path, none).key)
  })

  it('refuses a damaged key file and leaves it as it is', () => {
    const path = join(temporaryFolder(), 'records.key')
    writeFileSync(path, 'plain:half a k')
    expect(() => databaseKey(path, keychain)).toThrow(KeyUnreadableError)
    expect(readFileSync(path, 'utf8')).toBe('plain:half a k')
  })

  it('refuses a key that this account cannot unlock', () => {
    const path = join(temporaryFolder(), 'records.key')
    databaseKey(path, keychain)
    const other: Keychain = {
      ...keychain,
      decryptString: () => {
        throw new Error('wrong account')
      },
    }
    expect(() => databaseKey(path, other)).toThrow(KeyUnreadableError)
  })
})

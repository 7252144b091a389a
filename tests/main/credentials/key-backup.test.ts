import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { IssuerKey } from '../../../src/main/credentials/issuer-key'
import { backUpKey, openKeyBackup } from '../../../src/main/credentials/key-backup'
import { openSigningKey, signingKeyFrom } from '../../../src/main/keys/signing-key'
import { openDatabase } from '../../../src/main/store/database'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, keychain, NOW, temporaryFolder } from '../helpers'

const key = signingKeyFrom(new Uint8Array(32).fill(5), true)
const PASSPHRASE = 'the lamp burns où tout dort'

describe('a back-up of the issuer’s key', () => {
  it('opens with its passphrase alone, however the letters are composed', async () => {
    const text = await backUpKey(key, PASSPHRASE)
    expect(text).not.toContain(Buffer.from(key.seed).toString('hex'))
    expect(await openKeyBackup(text, PASSPHRASE.normalize('NFD'))).toEqual(key.seed)
    await expect(openKeyBackup(text, `${PASSPHRASE} `)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  it('tells an altered back-up and another file', async () => {
    const backup = JSON.parse(await backUpKey(key, PASSPHRASE)) as Record<string, string>
    const other = signingKeyFrom(new Uint8Array(32).fill(6), true).did
    const code = (change: object) =>
      openKeyBackup(JSON.stringify({ ...backup, ...change }), PASSPHRASE).then(
        () => 'opened',
        (error: { code: string }) => error.code,
      )
    expect(await code({ did: other })).toBe('wrong-passphrase')
    expect(await code({ tag: '00'.repeat(16) })).toBe('wrong-passphrase')
    expect(await code({ scrypt: { N: 2, r: 8, p: 1, salt: '00'.repeat(16) } })).toBe('bad-request')
    expect(await code({ more: 1 })).toBe('bad-request')
    await expect(openKeyBackup('not JSON', PASSPHRASE)).rejects.toMatchObject({ code: 'bad-request' })
  })
})

describe('the issuer’s key of an installation', () => {
  const noted = (_did: string, work: () => void) => work()
  const place = () => {
    const folder = temporaryFolder()
    const { db } = openDatabase(folder, KEY, NOW)
    const store = new LocalRecords(db)
    return { folder, store, issuers: new IssuerKey(folder, keychain, store) }
  }

  it('is replaced by one from a back-up, and what both signed is trusted, also after a new start', () => {
    const { folder, store, issuers } = place()
    const own = issuers.open().did
    expect(issuers.trusted()).toEqual([own])
    expect(issuers.replace(key.seed, noted)).toBe(true)
    expect(issuers.open().did).toBe(key.did)
    expect(new Set(issuers.trusted())).toEqual(new Set([own, key.did]))
    const again = new IssuerKey(folder, keychain, store)
    expect(again.open().did).toBe(key.did)
    expect(new Set(again.trusted())).toEqual(new Set([own, key.did]))
    expect(again.replace(key.seed, noted)).toBe(false)
    expect(readdirSync(folder).filter((name) => /^issuer-.+\.key$/.test(name))).toHaveLength(1)
  })

  it('is the old one still when the record of the new one can’t be written', () => {
    const { folder, issuers } = place()
    const own = issuers.open().did
    const fails = (_did: string, work: () => void) => {
      work()
      throw new Error('the disk is full')
    }
    expect(() => issuers.replace(key.seed, fails)).toThrow('full')
    expect(issuers.open().did).toBe(own)
    expect(openSigningKey(folder, 'issuer', keychain).did).toBe(own)
    expect(readdirSync(folder).filter((name) => /^issuer-.+\.key$/.test(name))).toEqual([])
  })

  it('makes no key by being asked whom it trusts, and takes HR’s certificates on a device', () => {
    const { folder, store, issuers } = place()
    expect(issuers.trusted()).toEqual([])
    issuers.trust(key.did)
    expect(new IssuerKey(folder, keychain, store).trusted()).toEqual([key.did])
    expect(issuers.own()).toEqual([])
    expect(() => issuers.trust('did:web:example.org')).toThrow(RangeError)
    expect(existsSync(join(folder, 'issuer.key'))).toBe(false)
  })
})

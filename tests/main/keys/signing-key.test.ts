import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSigningKey, signingKeyFrom, verifiesWith } from '../../../src/main/keys/signing-key'
import { KeyUnreadableError } from '../../../src/main/keys/secret-file'
import { keychain, temporaryFolder } from '../helpers'

describe('a signing key', () => {
  it('is the key pair of RFC 8032, test 1', () => {
    const key = signingKeyFrom(
      new Uint8Array(Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')),
      true,
    )
    expect(Buffer.from(key.publicKey).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
    expect(Buffer.from(key.sign(new Uint8Array())).toString('hex')).toMatch(/^e5564300c360ac72/)
  })

  it('is made once, wrapped, and signs what anybody can verify by its name', () => {
    const folder = temporaryFolder()
    const key = openSigningKey(folder, 'issuer', keychain)
    const message = new TextEncoder().encode('Zoé passed')
    const signature = openSigningKey(folder, 'issuer', keychain).sign(message)
    expect(verifiesWith(key.did, message, signature)).toBe(true)
    expect(verifiesWith(key.did, new TextEncoder().encode('Zoé failed'), signature)).toBe(false)
    expect(readFileSync(join(folder, 'issuer.key'), 'utf8')).not.toContain(
      Buffer.from(key.seed).toString('hex'),
    )
    expect(openSigningKey(folder, 'device', keychain).did).not.toBe(key.did)
  })

  it('is never replaced when its file is damaged', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'issuer.key'), 'wrapped:rubbish')
    expect(() => openSigningKey(folder, 'issuer', keychain)).toThrow(KeyUnreadableError)
    expect(readFileSync(join(folder, 'issuer.key'), 'utf8')).toBe('wrapped:rubbish')
  })
})

import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { publicKeyOf } from '../../domain/credentials'
import { writeSecret, type Wrapper } from '../keys/secret-file'
import type { LocalRecords } from '../store/records'
import { openSigningKey, signingKeyFrom, type SigningKey } from '../keys/signing-key'

/** Setting with the `did:key` names of keys that this installation signed with before. */
const EARLIER = 'issuers-before'
/** Setting with the `did:key` names of other installations whose certificates are taken here. */
const TRUSTED = 'issuers'

/** The key that signs certificates. Opened when it is first needed; it can be replaced by one from a back-up. */
export class IssuerKey {
  #key: SigningKey | undefined

  constructor(
    private readonly folder: string,
    private readonly keychain: Wrapper,
    private readonly store: LocalRecords,
  ) {}

  /** @throws KeyUnreadableError */
  readonly open = (): SigningKey => (this.#key ??= openSigningKey(this.folder, 'issuer', this.keychain))

  /** Tells whether there is a key, without making one. */
  exists(): boolean {
    return existsSync(join(this.folder, 'issuer.key'))
  }

  /** Returns this installation's present and earlier keys as an issuer. */
  own(): string[] {
    const now = this.exists() ? [this.open().did] : []
    return [...new Set([...now, ...this.#kept(EARLIER)])]
  }

  /** Returns the issuers whose certificates are accepted here: this installation, and on a device also HR's. */
  trusted(): string[] {
    return [...new Set([...this.own(), ...this.#kept(TRUSTED)])]
  }

  /** Takes the certificates of an issuer from now on: HR's installation, on a device that it enrolled. */
  trust(did: string): void {
    if (!publicKeyOf(did)) throw new RangeError(`‘${did}’ is no did:key.`)
    this.#keep(TRUSTED, did)
  }

  #kept(setting: string): string[] {
    return z.array(z.string()).safeParse(JSON.parse(this.store.setting(setting) ?? '[]')).data ?? []
  }

  #keep(setting: string, did: string): void {
    this.store.saveSetting(setting, JSON.stringify([...new Set([...this.#kept(setting), did])]))
  }

  /**
   * Signs with another key from now on, or with the old one still when anything of it fails. The old one's file is kept
   * beside it under another name, and what it signed stays valid.
   * @param seed 32 bytes
   * @param recorded writes the record and calls `work` in its transaction
   * @returns whether it is another key
   */
  replace(seed: Uint8Array, recorded: (did: string, work: () => void) => void): boolean {
    const next = signingKeyFrom(seed, false)
    const path = join(this.folder, 'issuer.key')
    const there = this.exists()
    let old: SigningKey | undefined
    try {
      old = there ? this.open() : undefined
    } catch {
      // The very reason for a restore: another account's key lies here. It is kept all the same.
    }
    if (old?.did === next.did) return false
    if (old) this.#keep(EARLIER, old.did)
    const aside = join(this.folder, `issuer-${old?.did.slice(-8) ?? 'unreadable'}-${Date.now()}.key`)
    // A copy: without any key in its place, the next start would make one.
    if (there) copyFileSync(path, aside)
    let inKeychain = false
    try {
      recorded(next.did, () => {
        this.#keep(EARLIER, next.did)
        inKeychain = writeSecret(path, this.keychain, Buffer.from(seed).toString('hex')).inKeychain
      })
    } catch (error) {
      if (there) renameSync(aside, path)
      else rmSync(path, { force: true })
      throw error
    }
    this.#key = signingKeyFrom(seed, inKeychain)
    return true
  }
}

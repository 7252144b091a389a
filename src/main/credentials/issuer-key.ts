import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { publicKeyOf } from '../../domain/credentials'
import { writeSecret, type Keychain } from '../keys/secret-file'
import type { LocalRecords } from '../store/records'
import { openSigningKey, signingKeyFrom, type SigningKey } from '../keys/signing-key'

/** This setting holds the `did:key` names of keys that this installation signed with before. */
const EARLIER = 'issuers-before'
/** This setting holds the `did:key` names of other installations whose certificates are accepted here. */
const TRUSTED = 'issuers'

/**
 * Keeps the key that signs certificates. It is opened when it is first needed and can be replaced by one from a backup.
 */
export class IssuerKey {
  #key: SigningKey | undefined

  constructor(
    private readonly folder: string,
    private readonly keychain: Keychain,
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

  /** Accepts certificates of this issuer from now on: on a device, those of the HR installation that enrolled it. */
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
   * Signs with another key from now on. If anything fails, the old key stays in use. The file of the old key is kept
   * under another name, and its signatures stay valid.
   * @param seed 32 bytes
   * @param recorded writes the audit entry and calls `work` in its transaction
   * @returns whether it is a different key
   */
  replace(seed: Uint8Array, recorded: (did: string, work: () => void) => void): boolean {
    const next = signingKeyFrom(seed, false)
    const path = join(this.folder, 'issuer.key')
    const there = this.exists()
    let old: SigningKey | undefined
    try {
      old = there ? this.open() : undefined
    } catch {
      // A key of another account is the usual reason for a restore. It is kept all the same.
    }
    if (old?.did === next.did) return false
    if (old) this.#keep(EARLIER, old.did)
    const aside = join(this.folder, `issuer-${old?.did.slice(-8) ?? 'unreadable'}-${Date.now()}.key`)
    // The old key is copied and not moved: if the program died without any key in place, the next start would make a
    // new one.
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

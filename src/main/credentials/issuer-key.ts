import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { publicKeyOf } from '../../domain/credentials'
import { writeSecret, type Wrapper } from '../records/secret-file'
import type { RecordStore } from '../records/store'
import { openSigningKey, signingKeyFrom, type SigningKey } from './signing-key'

/** Setting with the `did:key` names whose certificates this installation takes, beside its own. */
const TRUSTED = 'issuers'

/** The key that signs certificates. Opened when it is first needed; it can be replaced by one from a back-up. */
export class IssuerKey {
  #key: SigningKey | undefined

  constructor(
    private readonly folder: string,
    private readonly keychain: Wrapper,
    private readonly store: RecordStore,
  ) {}

  /** @throws KeyUnreadableError */
  readonly open = (): SigningKey => (this.#key ??= openSigningKey(this.folder, 'issuer', this.keychain))

  /** Whether there is a key yet; asking makes none. */
  exists(): boolean {
    return existsSync(join(this.folder, 'issuer.key'))
  }

  /** The issuers whose certificates are taken as one's own: this installation's key, earlier ones, HR's. */
  trusted(): string[] {
    const kept = z.array(z.string()).safeParse(JSON.parse(this.store.setting(TRUSTED) ?? '[]')).data ?? []
    const own = this.exists() ? [this.open().did] : []
    return [...new Set([...own, ...kept])]
  }

  /** Takes the certificates of an issuer from now on: HR's installation, on a device that it enrolled. */
  trust(did: string): void {
    if (!publicKeyOf(did)) throw new RangeError(`‘${did}’ is no did:key.`)
    this.store.saveSetting(TRUSTED, JSON.stringify([...new Set([...this.trusted(), did])]))
  }

  /**
   * Signs with another key from now on. The old one's file is kept beside it under another name, and what it signed
   * stays valid.
   * @param seed 32 bytes
   * @returns whether it is another key
   */
  replace(seed: Uint8Array): boolean {
    const next = signingKeyFrom(seed, false)
    const path = join(this.folder, 'issuer.key')
    if (this.exists()) {
      let old: SigningKey | undefined
      try {
        old = this.open()
      } catch {
        // The very reason for a restore: another account's key lies here. It is kept all the same.
      }
      if (old?.did === next.did) return false
      if (old) this.trust(old.did)
      renameSync(path, join(this.folder, `issuer-${old?.did.slice(-8) ?? 'unreadable'}-${Date.now()}.key`))
    }
    const { inKeychain } = writeSecret(path, this.keychain, Buffer.from(seed).toString('hex'))
    this.#key = signingKeyFrom(seed, inKeychain)
    this.trust(next.did)
    return true
  }
}

import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { CredentialStore } from '../store/tables/credentials'
import type { LocalRecords } from '../store/records'
import type { Database } from '../store/libsql'
import { Refused } from '../refused'
import type { IssuerProfiles } from './issuer-profile'
import type { SigningKey } from '../keys/signing-key'

/** This setting holds the path of the file that HR publishes. */
const PLACE = 'status-list-file'

/** The result for the published list after a certificate was revoked. */
export type Rewritten = 'none' | 'written' | 'not-written'

interface Parts {
  readonly db: Database
  readonly store: LocalRecords
  readonly credentials: CredentialStore
  readonly profiles: IssuerProfiles
  readonly key: () => SigningKey
  readonly now: () => Date
  /** Writes a file as a whole or not at all; throws errors that the person is told. */
  readonly write: (path: string, content: string) => void
  readonly report: (error: unknown) => void
}

/**
 * Keeps the file of the published list of revoked certificates. Once it was saved, it is written again at the same
 * place whenever a certificate is revoked, so that the newest list is always there to be copied to the web.
 */
export class StatusListFile {
  constructor(private readonly parts: Parts) {}

  /** Returns the address of the list, if the organisation has one. */
  address(): string | null {
    return this.parts.profiles.profile().statusList
  }

  async #text(address: string): Promise<{ text: string; count: number }> {
    const { signStatusList } = await import('../../domain/credentials/status-list')
    const { revoked, highest } = this.parts.credentials.statusPlaces()
    const text = await signStatusList(
      address,
      revoked,
      highest,
      this.parts.key(),
      this.parts.now().toISOString(),
    )
    return { text, count: revoked.length }
  }

  /**
   * Saves the list and remembers its place.
   * @throws Refused `bad-request` without an address, `write-failed`; then nothing is remembered
   */
  async save(path: string, by: string): Promise<{ file: string; count: number; address: string }> {
    const { db, store, now, write } = this.parts
    const address = this.address()
    if (address === null) throw new Refused('bad-request', 'There is no address of the list yet.')
    const { text, count } = await this.#text(address)
    db.transaction(() => {
      store.saveSetting(PLACE, path)
      store.writeAudit('revocations-exported', now().toISOString(), by, { count, list: address })
      write(path, text)
    })()
    return { file: basename(path), count, address }
  }

  /** Writes the list again where it was saved before. It never throws, because the revocation stays in any case. */
  async rewrite(): Promise<Rewritten> {
    const { store, report, write } = this.parts
    const path = store.setting(PLACE)
    const address = this.address()
    if (path === undefined || address === null) return 'none'
    try {
      if (!existsSync(dirname(path))) return 'not-written'
      write(path, (await this.#text(address)).text)
      return 'written'
    } catch (error) {
      report(error)
      return 'not-written'
    }
  }
}

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../files/atomic-write'
import type { Database } from '../store/libsql'
import { readSecret, writeSecret, type Keychain } from '../keys/secret-file'
import { readSetting, removeSetting, writeSetting } from '../store/tables/settings'

const schema = z.strictObject({
  address: z.string(),
  /** The name of the key. Its secret lies in a file of its own. */
  key: z.string(),
  /** The organisation's own address for its accounts, if it has given one. */
  homePage: z.string().nullable(),
  paused: z.boolean(),
  /** Set when the store refused the key. Nothing is sent until there is another key. */
  refused: z.string().nullable(),
  /** Identifies the naming with which the waiting statements were written. */
  naming: z.string(),
  /** The progress of sending earlier records; `null` when that is finished or was not asked for. */
  earlier: z
    .strictObject({
      part: z.enum(['attempts', 'certificates']),
      after: z.string(),
      done: z.number(),
      total: z.number(),
    })
    .nullable(),
})
export type StoredConnection = z.output<typeof schema>

const NAME = 'record-store'

const basic = (key: string, secret: string) => Buffer.from(`${key}:${secret}`, 'utf8').toString('base64')

/** Returns the value of the header `Authorization`. */
export const authorizationOf = (key: string, secret: string): string => `Basic ${basic(key, secret)}`

/** Keeps the connection to a record store: a row of the settings, and its key and secret in a wrapped file. */
export class ConnectionFile {
  readonly #db: Database
  readonly #path: string
  readonly #keychain: Keychain
  #known: StoredConnection | undefined

  constructor(db: Database, folder: string, keychain: Keychain) {
    this.#db = db
    this.#path = join(folder, 'record-store.key')
    this.#keychain = keychain
    this.reload()
  }

  /** Reads the connection again from the database, for example after a transaction was rolled back. */
  reload(): void {
    const kept = readSetting(this.#db, NAME)
    this.#known = kept === undefined ? undefined : schema.parse(JSON.parse(kept))
  }

  get(): StoredConnection | undefined {
    return this.#known
  }

  save(connection: StoredConnection): void {
    writeSetting(this.#db, NAME, JSON.stringify(connection))
    this.#known = connection
  }

  change(change: Partial<StoredConnection>): void {
    if (this.#known) this.save({ ...this.#known, ...change })
  }

  remove(): void {
    removeSetting(this.#db, NAME)
    this.#known = undefined
  }

  /** @returns a function that restores the file of the credentials to its present content */
  credentialsAsNow(): () => void {
    const before = existsSync(this.#path) ? readFileSync(this.#path) : undefined
    return () => (before ? writeAtomically(this.#path, before, 0o600) : this.removeCredentials())
  }

  removeCredentials(): void {
    if (existsSync(this.#path)) rmSync(this.#path)
  }

  /** @returns true if the system's keychain protects the credentials */
  saveCredentials(key: string, secret: string): boolean {
    return writeSecret(this.#path, this.#keychain, basic(key, secret)).inKeychain
  }

  /**
   * Returns the value of the header `Authorization`.
   * @throws KeyUnreadableError
   */
  authorization(): string | undefined {
    const found = readSecret(this.#path, this.#keychain, /^[A-Za-z0-9+/]+=*$/)
    return found && `Basic ${found.value}`
  }
}

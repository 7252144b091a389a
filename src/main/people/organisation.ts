import {
  DEFAULT_ORGANISATION_SETTINGS,
  organisationSettingsSchema,
  type OrganisationSettings,
} from '../../domain/records'
import { audit } from '../records/audit'
import { atomically, type Database } from '../records/libsql'

const NAME = 'organisation'
const SETTINGS = 'organisation-settings'

/** The organisation's name and how it runs this installation. */
export class OrganisationStore {
  readonly #db: Database
  #known: OrganisationSettings

  /** @throws when what is kept can't be read: a default in its place could show what must stay hidden */
  constructor(db: Database) {
    this.#db = db
    const kept = this.#read(SETTINGS)
    this.#known = organisationSettingsSchema.parse({
      ...DEFAULT_ORGANISATION_SETTINGS,
      ...(kept === undefined ? {} : (JSON.parse(kept) as object)),
    })
  }

  #read(key: string): string | undefined {
    const row = this.#db.prepare('SELECT value FROM settings WHERE key = ?').get(key) as
      { value: string } | undefined
    return row?.value
  }

  #write(key: string, value: string): void {
    this.#db
      .prepare(
        'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, value)
  }

  /** `undefined` until the installation is set up. */
  name(): string | undefined {
    return this.#read(NAME)
  }

  settings(): OrganisationSettings {
    return this.#known
  }

  /**
   * Takes over what is given and leaves the rest.
   * @param by who changed it; `null` for the program itself, as when a device is enrolled
   */
  change(change: Partial<OrganisationSettings> & { name?: string }, at: string, by: string | null): void {
    const { name, ...settings } = change
    const next = organisationSettingsSchema.parse({ ...this.#known, ...settings })
    atomically(this.#db, () => {
      if (name !== undefined) this.#write(NAME, name)
      this.#write(SETTINGS, JSON.stringify(next))
      audit(this.#db, at, by, 'settings-changed', {
        ...settings,
        ...(name === undefined ? {} : { organisation: name }),
      })
    })
    this.#known = next
  }
}

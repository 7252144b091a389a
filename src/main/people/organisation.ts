import {
  DEFAULT_ORGANISATION_SETTINGS,
  organisationSettingsSchema,
  type OrganisationSettings,
} from '../../domain/records'
import { audit } from '../records/audit'
import { atomically, type Database } from '../records/libsql'
import { ORGANISATION_NAME, ORGANISATION_SETTINGS, readSetting, writeSetting } from '../records/settings'

/** The organisation's name and how it runs this installation. */
export class OrganisationStore {
  readonly #db: Database
  #known: OrganisationSettings

  /** @throws when what is kept can't be read: a default in its place could show what must stay hidden */
  constructor(db: Database) {
    this.#db = db
    const kept = readSetting(db, ORGANISATION_SETTINGS)
    this.#known = organisationSettingsSchema.parse({
      ...DEFAULT_ORGANISATION_SETTINGS,
      ...(kept === undefined ? {} : (JSON.parse(kept) as object)),
    })
  }

  /** `undefined` until the installation is set up. */
  name(): string | undefined {
    return readSetting(this.#db, ORGANISATION_NAME)
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
      if (name !== undefined) writeSetting(this.#db, ORGANISATION_NAME, name)
      writeSetting(this.#db, ORGANISATION_SETTINGS, JSON.stringify(next))
      audit(this.#db, at, by, 'settings-changed', {
        ...settings,
        ...(name === undefined ? {} : { organisation: name }),
      })
    })
    this.#known = next
  }
}

import {
  DEFAULT_ORGANISATION_SETTINGS,
  organisationSettingsSchema,
  withPin,
  type OrganisationSettings,
} from '../../domain/records'
import { audit } from '../store/tables/audit'
import { atomically, type Database } from '../store/libsql'
import { endBar } from '../store/result-releases'
import { anyAttemptSince } from '../store/tables/attempts'
import { Refused } from '../refused'
import {
  ORGANISATION_NAME,
  ORGANISATION_SETTINGS,
  PSEUDONYMOUS_SINCE,
  readSetting,
  writeSetting,
} from '../store/tables/settings'

/** Keeps the organisation's name and its settings for this installation. */
export class OrganisationStore {
  readonly #db: Database
  #known: OrganisationSettings

  /** @throws when the stored settings can't be read, because default settings could show what must stay hidden */
  constructor(db: Database) {
    this.#db = db
    this.#known = this.#kept()
  }

  #kept(): OrganisationSettings {
    const kept = readSetting(this.#db, ORGANISATION_SETTINGS)
    return withPin(
      organisationSettingsSchema.parse({
        ...DEFAULT_ORGANISATION_SETTINGS,
        ...(kept === undefined ? {} : (JSON.parse(kept) as object)),
      }),
    )
  }

  /** Reads the settings again. Call it after a transaction with a `change` was rolled back. */
  takenBack(): void {
    this.#known = this.#kept()
  }

  /** `undefined` until the installation is set up. */
  name(): string | undefined {
    return readSetting(this.#db, ORGANISATION_NAME)
  }

  settings(): OrganisationSettings {
    return this.#known
  }

  /**
   * Returns the settings after a change, or refuses the change.
   * @throws Refused `pin-needed` where results are kept from HR and anybody could sign in as a trainee;
   *   `results-closed` when the change would show HR results that were recorded in pseudonymous mode
   */
  allowed(change: Partial<OrganisationSettings>): OrganisationSettings {
    const next = organisationSettingsSchema.parse({ ...this.#known, ...change })
    if (next.privacy === 'named') {
      if (this.#known.privacy === 'pseudonymous' && this.#keepsClosed()) {
        throw new Refused(
          'results-closed',
          'Results that were recorded in pseudonymous mode are still kept, and stay closed to HR.',
        )
      }
      return next
    }
    if (change.pin === 'none' && this.#known.privacy === 'pseudonymous') {
      throw new Refused('pin-needed', 'In pseudonymous mode every trainee has a PIN.')
    }
    return withPin(next)
  }

  /** Tells whether attempts still exist that ended, or came in, since pseudonymous mode was switched on. */
  #keepsClosed(): boolean {
    const since = readSetting(this.#db, PSEUDONYMOUS_SINCE) ?? ''
    return anyAttemptSince(this.#db, since)
  }

  /**
   * Changes the given settings and leaves the others.
   * @param by the person who made the change; `null` for the program itself, for example when a device is enrolled
   * @throws Refused as `allowed` does
   */
  change(change: Partial<OrganisationSettings> & { name?: string }, at: string, by: string | null): void {
    const { name, ...settings } = change
    const next = this.allowed(settings)
    const before = { ...this.#known, organisation: this.name() ?? null }
    atomically(this.#db, () => {
      if (before.privacy === 'pseudonymous' && next.smallestGroup !== before.smallestGroup) {
        endBar(this.#db, before.smallestGroup, at)
      }
      if (before.privacy === 'named' && next.privacy === 'pseudonymous') {
        writeSetting(this.#db, PSEUDONYMOUS_SINCE, at)
      }
      if (name !== undefined) writeSetting(this.#db, ORGANISATION_NAME, name)
      writeSetting(this.#db, ORGANISATION_SETTINGS, JSON.stringify(next))
      const after = { ...settings, ...(name === undefined ? {} : { organisation: name }) }
      // The entry holds the old values too, so that the log explains each change without earlier entries.
      const replaced = Object.keys(after).map((key) => [key, before[key as keyof typeof before] ?? null])
      audit(this.#db, at, by, 'settings-changed', { ...after, before: Object.fromEntries(replaced) })
    })
    this.#known = next
  }
}

import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { PUBLISHERS } from '../../domain/authoring/document'
import type { Role } from '../../bridge/channels'
import { audit } from '../store/tables/audit'
import { atomically, type Database } from '../store/libsql'
import { readSetting, writeSetting } from '../store/tables/settings'

const STUDIO = 'studio'

const kept = z.object({
  /** The folder that the organisation shares; `null` for this installation’s own. */
  folder: z
    .string()
    .refine((path) => isAbsolute(path))
    .nullable(),
  publishers: z.enum(PUBLISHERS),
})
export type StudioSettings = z.infer<typeof kept>

const AT_FIRST: StudioSettings = { folder: null, publishers: 'authors' }

/** Keeps two settings: the folder of the Studio's documents, and who may publish them. */
export class StudioSettingsStore {
  #known: StudioSettings

  /**
   * @throws when the stored settings can’t be read: with default settings, documents in another folder would seem lost
   */
  constructor(private readonly db: Database) {
    const text = readSetting(db, STUDIO)
    this.#known = text === undefined ? AT_FIRST : kept.parse({ ...AT_FIRST, ...(JSON.parse(text) as object) })
  }

  get known(): StudioSettings {
    return this.#known
  }

  change(change: Partial<StudioSettings>, at: string, by: string): void {
    const next = { ...this.#known, ...change }
    const before = Object.fromEntries(
      Object.keys(change).map((key) => [key, this.#known[key as keyof StudioSettings]]),
    )
    atomically(this.db, () => {
      writeSetting(this.db, STUDIO, JSON.stringify(next))
      audit(this.db, at, by, 'studio-settings-changed', { ...change, before })
    })
    this.#known = next
  }

  /** Tells whether people of this role may publish at all. */
  mayPublish(role: Role): boolean {
    return role === 'administrator' || (role === 'trainer' && this.#known.publishers !== 'administrators')
  }
}

/** Keeps pseudonymous mode over a restore: a backup from before it must not open what was recorded in it. */
import { DEFAULT_ORGANISATION_SETTINGS, type OrganisationSettings } from '../../domain/records/organisation'
import type { Database } from './libsql'
import { ORGANISATION_SETTINGS, PSEUDONYMOUS_SINCE, readSetting, writeSetting } from './tables/settings'

type Settings = Pick<Database, 'prepare'>

export interface ClosedResults {
  /** The time at which pseudonymous mode was switched on, ISO 8601. */
  readonly since: string
  readonly smallestGroup: number
}

const settingsOf = (db: Settings): OrganisationSettings => ({
  ...DEFAULT_ORGANISATION_SETTINGS,
  ...(JSON.parse(readSetting(db, ORGANISATION_SETTINGS) ?? '{}') as Partial<OrganisationSettings>),
})

/** Returns since when results are closed to HR; `undefined` in named mode. */
export function closedResults(db: Settings): ClosedResults | undefined {
  const { privacy, smallestGroup } = settingsOf(db)
  if (privacy === 'named') return undefined
  return { since: readSetting(db, PSEUDONYMOUS_SINCE) ?? '', smallestGroup }
}

/**
 * Closes results to HR as they were closed before. Other computers may send again what was recorded since the backup.
 * Call it inside a transaction.
 * @returns true if the backup had left them open
 */
export function keepClosed(db: Settings, { since, smallestGroup }: ClosedResults): boolean {
  const restored = settingsOf(db)
  const opened = restored.privacy === 'named'
  if (opened) writeSetting(db, PSEUDONYMOUS_SINCE, since)
  const kept = {
    ...restored,
    privacy: 'pseudonymous' as const,
    smallestGroup: Math.max(smallestGroup, restored.smallestGroup),
  }
  writeSetting(db, ORGANISATION_SETTINGS, JSON.stringify(kept))
  return opened
}

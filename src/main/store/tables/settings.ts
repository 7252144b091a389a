import type { Database } from '../libsql'

type Settings = Pick<Database, 'prepare'>

export function readSetting(db: Settings, key: string): string | undefined {
  const row = db.prepare('SELECT value FROM settings WHERE key = ?').get<{ value: string }>(key)
  return row?.value
}

export function writeSetting(db: Settings, key: string, value: string): void {
  db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}

export function removeSetting(db: Settings, key: string): void {
  db.prepare('DELETE FROM settings WHERE key = ?').run(key)
}

/** Keys of the settings that hold the organisation's name and its other settings. */
export const ORGANISATION_NAME = 'organisation'
export const ORGANISATION_SETTINGS = 'organisation-settings'

/** This setting holds the time at which pseudonymous mode was switched on. */
export const PSEUDONYMOUS_SINCE = 'pseudonymous-since'

/** After a restore, this setting holds the lowest number that no bundle has had. */
export const BUNDLE_NUMBER_FROM = 'exchange-bundle-from'

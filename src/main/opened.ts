import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import type { AppState, Role } from '../bridge/channels'
import { DEFAULT_ORGANISATION_SETTINGS, withPin, type OrganisationSettings } from '../domain/records'
import { appState } from './ipc/app'
import { SessionStore } from './people/sessions'
import type { ClockWatch } from './records/clock'
import { openDatabase } from './records/database'
import { databaseKey, type DatabaseKey } from './records/key'
import type { Database } from './records/libsql'
import { ORGANISATION_NAME, ORGANISATION_SETTINGS, readSetting } from './records/settings'

/** The records, before anything works on them. */
export interface Opened {
  /** Where the records and their keys lie. */
  readonly folder: string
  readonly key: DatabaseKey
  readonly db: Database
  /** File name under which a database that could not be opened was kept. */
  readonly setAside: string | undefined
}

/** Throws what the person must be told. */
export function openRecords(now: Date): Opened {
  const folder = join(app.getPath('userData'), 'records')
  const key = databaseKey(join(folder, 'records.key'), safeStorage)
  return { folder, key, ...openDatabase(folder, key.key, now) }
}

/** The language that somebody chose on this computer. */
export const keptLocale = ({ db }: Pick<Opened, 'db'>): string | undefined => readSetting(db, 'locale')

export function openingNotices({ key, setAside }: Opened): AppState['notices'] {
  return [
    ...(setAside ? [{ code: 'database-set-aside' as const, detail: setAside }] : []),
    ...(key.inKeychain ? [] : [{ code: 'key-not-in-keychain' as const, detail: 'records.key' }]),
  ]
}

/** Whoever answers for the records hears of an odd clock; it is theirs to say what is right. */
export function clockNotices(clock: ClockWatch, now: Date, role: Role | undefined): AppState['notices'] {
  if (role !== 'hr' && role !== 'administrator') return []
  const odd = clock.look(now)
  return odd ? [{ code: `clock-${odd}`, detail: clock.highest(now) }] : []
}

/**
 * What the first screen shows when nobody is signed in, from the records alone; `undefined` when somebody goes on
 * where they were. It lets most of main be read after that screen. The settings are checked when they first rule
 * something; here they are only shown.
 */
export function firstState(opened: Opened, now: Date): AppState | undefined {
  const { db } = opened
  if (new SessionStore(db).lastOpen(now)) return undefined
  const kept = JSON.parse(readSetting(db, ORGANISATION_SETTINGS) ?? '{}') as Partial<OrganisationSettings>
  return appState({
    store: { setting: (key) => readSetting(db, key) },
    organisation: {
      name: () => readSetting(db, ORGANISATION_NAME),
      settings: () => withPin({ ...DEFAULT_ORGANISATION_SETTINGS, ...kept }),
    },
    signedIn: { person: undefined, held: undefined },
    notices: () => openingNotices(opened),
  })
}

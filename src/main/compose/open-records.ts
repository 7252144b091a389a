import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import type { AppState, Role } from '../../bridge/channels'
import {
  DEFAULT_ORGANISATION_SETTINGS,
  keepsRecords,
  withPin,
  type OrganisationSettings,
} from '../../domain/records'
import type { OpenedFiles } from '../files/opened-files'
import { appState } from '../ipc/app'
import { SessionStore } from '../store/tables/sessions'
import { LOCAL_STATE } from '../store/backups'
import type { ClockWatch } from '../store/clock'
import { openDatabase, setAside, stampOf } from '../store/database'
import { KeyUnreadableError } from '../keys/secret-file'
import { checkFolder } from '../store/start-check'
import { databaseKey, type DatabaseKey } from '../keys/database-key'
import type { Database } from '../store/libsql'
import { ORGANISATION_NAME, ORGANISATION_SETTINGS, readSetting } from '../store/tables/settings'

/** The opened records, before any service uses them. */
export interface OpenRecords {
  /** The folder of the records and their keys. */
  readonly folder: string
  readonly key: DatabaseKey
  readonly db: Database
  /** The file name under which unusable records were kept, when somebody chose to begin without them. */
  readonly setAside: string | undefined
  /** Set if the records have just been restored from a backup. */
  readonly restored?: { readonly day: string } | undefined
}

/** Returns the folder of the records and their keys. */
export const recordsFolder = (): string => join(app.getPath('userData'), 'records')

/** Returns the path of Chromium's file that backups need besides our keys, which are wrapped with it on Windows. */
export const localStateFile = (): string | undefined =>
  process.platform === 'win32' ? join(app.getPath('userData'), LOCAL_STATE) : undefined

/**
 * @param anew keeps unusable records under another name and begins without records
 * @throws RecordsUnusable, or the error of the system or the database
 */
export function openRecords(now: Date, anew = false): OpenRecords {
  const folder = recordsFolder()
  const keyFile = join(folder, 'records.key')
  if (!anew) checkFolder(folder)
  const aside = anew ? setAside(folder, now) : undefined
  if (anew) putKeyAside(keyFile, now)
  const key = databaseKey(keyFile, safeStorage)
  return { folder, key, setAside: aside, ...openDatabase(folder, key.key, now, localStateFile()) }
}

/** Puts an unreadable key aside. The new records get a key of their own. */
function putKeyAside(path: string, now: Date): void {
  try {
    databaseKey(path, safeStorage)
  } catch (error) {
    if (!(error instanceof KeyUnreadableError)) throw error
    renameSync(path, `${path}.set-aside-${stampOf(now)}`)
  }
}

/** Returns the language that somebody chose on this computer. */
export const keptLocale = ({ db }: Pick<OpenRecords, 'db'>): string | undefined => readSetting(db, 'locale')

export function openingNotices({
  key,
  setAside,
  restored,
}: Pick<OpenRecords, 'key' | 'setAside' | 'restored'>): AppState['notices'] {
  return [
    ...(restored ? [{ code: 'records-restored' as const, detail: restored.day }] : []),
    ...(setAside ? [{ code: 'database-set-aside' as const, detail: setAside }] : []),
    ...(key.inKeychain ? [] : [{ code: 'key-not-in-keychain' as const, detail: 'records.key' }]),
  ]
}

/** Tells people who answer for the records that the clock is odd; they have to say which time is right. */
export function clockNotices(clock: ClockWatch, now: Date, role: Role | undefined): AppState['notices'] {
  if (!keepsRecords(role)) return []
  const odd = clock.look(now)
  return odd ? [{ code: `clock-${odd}`, detail: clock.highest(now) }] : []
}

/**
 * Computes the state for the first screen from the records alone when nobody is signed in; `undefined` when somebody
 * continues an earlier session. Most of main can then be loaded after that screen. The settings are only shown here;
 * they are checked when they are first used.
 */
export function firstState(
  records: OpenRecords,
  now: Date,
  opened: Pick<OpenedFiles, 'first'>,
): AppState | undefined {
  const { db } = records
  if (new SessionStore(db).lastOpen(now)) return undefined
  const kept = JSON.parse(readSetting(db, ORGANISATION_SETTINGS) ?? '{}') as Partial<OrganisationSettings>
  return appState({
    store: { setting: (key) => readSetting(db, key) },
    organisation: {
      name: () => readSetting(db, ORGANISATION_NAME),
      settings: () => withPin({ ...DEFAULT_ORGANISATION_SETTINGS, ...kept }),
    },
    signedIn: { person: undefined, blockedBy: undefined },
    opened,
    notices: () => openingNotices(records),
  })
}

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nextBackup } from './backups'
import { openEncrypted, type Database } from './libsql'
import { MIGRATIONS } from './migrations'

/** The database was written by a newer version of the program. It is left as it is. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
}

export interface OpenedDatabase {
  readonly db: Database
  /** File name under which a database that could not be opened was kept, when that happened. */
  readonly setAside: string | undefined
}

const FILE = 'records.db'

/** Where the database lies in the app's data folder. */
export const databasePath = (folder: string): string => join(folder, FILE)

function versionOf(db: Database): number {
  const rows = db.pragma('user_version') as { user_version: number }[]
  return rows[0]?.user_version ?? 0
}

function connect(path: string, key: string): Database {
  const db = openEncrypted(path, key)
  // The worker writes too when it imports a roster; a write of main's own waits for it.
  db.pragma('busy_timeout = 30000')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  versionOf(db)
  return db
}

/** Brings a database to the present version, in one transaction. */
export function migrate(db: Database, beforeFirst: () => void = () => {}): void {
  const version = versionOf(db)
  if (version > MIGRATIONS.length) {
    throw new NewerDatabaseError(
      `The records were written by a newer version of Hold the Line (${version}, this one knows ${MIGRATIONS.length}). Install that version; nothing was changed.`,
    )
  }
  if (version === MIGRATIONS.length) return
  if (version > 0) beforeFirst()
  db.transaction(() => {
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
  })()
}

/** Moves a database and its write-ahead log out of the way, under a name that says when. */
function putAside(folder: string, stamp: string): string {
  const name = `records-set-aside-${stamp}.db`
  renameSync(join(folder, FILE), join(folder, name))
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(join(folder, FILE + suffix))) {
      renameSync(join(folder, FILE + suffix), join(folder, name + suffix))
    }
  }
  return name
}

const isDamage = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT'
}

/**
 * Opens the records. A database that can't be read is kept under another name, never replaced in silence.
 * @param folder the app's data folder
 * @param key 64 hexadecimal digits
 * @param now for the names of backups and of what is set aside
 * @throws NewerDatabaseError, or the system's error when the folder can't be written
 */
export function openDatabase(folder: string, key: string, now: Date): OpenedDatabase {
  mkdirSync(folder, { recursive: true })
  const path = databasePath(folder)
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-')
  let setAside: string | undefined
  let db: Database
  try {
    db = connect(path, key)
  } catch (error) {
    if (!isDamage(error) || !existsSync(path)) throw error
    setAside = putAside(folder, stamp)
    db = connect(path, key)
  }
  try {
    migrate(db, () => copyInto(db, nextBackup(folder, `before-migration-${stamp}`), key))
  } catch (error) {
    db.close()
    throw error
  }
  return { db, setAside }
}

/**
 * Copies the records, encrypted with the same key, and opens the copy to see that it is whole.
 * The database writes the copy itself: whoever opens its file beside it and closes it again takes away, on POSIX
 * systems, the locks that keep other programs from removing its log.
 * @param db outside a transaction
 * @throws when the copy can't be written or does not verify; a bad copy is removed
 */
export function copyInto(db: Database, target: string, key: string): void {
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.tmp`
  rmSync(unfinished, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(unfinished)
    const copy = openEncrypted(unfinished, key)
    const [row] = copy.pragma('quick_check') as { quick_check: string }[]
    copy.close()
    if (row?.quick_check !== 'ok') throw new Error('the copy did not verify')
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

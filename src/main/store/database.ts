import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Moves } from '../files/moves'
import { hasOtherTraces, nextBackup } from './backups'
import { openEncrypted, type Database } from './libsql'
import { MIGRATIONS } from './migrations/index'

/** The database was written by a newer version of the program. It is left as it is. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
}

/** The database is there and holds nothing, beside what tells of earlier records. */
export class EmptyDatabaseError extends Error {
  override readonly name = 'EmptyDatabaseError'
}

const FILE = 'records.db'

/** Returns the path of the database in the app's data folder. */
export const databasePath = (folder: string): string => join(folder, FILE)

export function versionOf(db: Database): number {
  const rows = db.pragma('user_version') as { user_version: number }[]
  return rows[0]?.user_version ?? 0
}

function connect(path: string, key: string): Database {
  const db = openEncrypted(path, key)
  try {
    prepare(db)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/** A start asks again by itself; a window that says what is wrong must not wait for a lock. */
const OPEN_WAIT_MS = 300
/** A write waits so long for another program before it is refused; meanwhile main answers nothing else. */
const WRITE_WAIT_MS = 2000
/** The worker's own import of a roster is waited for. */
const IMPORT_WAIT_MS = 30_000

/** Waits for a write of our own worker as long as it takes. @returns ends that */
export function waitForWorker(db: Database): () => void {
  db.pragma(`busy_timeout = ${IMPORT_WAIT_MS}`)
  return () => void db.pragma(`busy_timeout = ${WRITE_WAIT_MS}`)
}

function prepare(db: Database): void {
  db.pragma(`busy_timeout = ${OPEN_WAIT_MS}`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  versionOf(db)
  // The tables must be readable too: a database that was cut off can still have a whole first page.
  db.prepare('SELECT count(*) FROM sqlite_master').get()
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

/** For names of files: an instant without the signs that some systems refuse. */
export const stampOf = (now: Date): string => now.toISOString().replaceAll(/[:.]/g, '-')

/** Moves a database and its write-ahead log to another name in the same folder, all of it or nothing. */
export function moveDatabase(folder: string, from: string, to: string, moves = new Moves()): void {
  // The log first: with its database under another name it would be taken for that one's.
  try {
    for (const suffix of ['-wal', '-shm', ''])
      moves.renameIfThere(join(folder, from + suffix), join(folder, to + suffix))
  } catch (error) {
    moves.takeBack()
    throw error
  }
}

/**
 * Puts away what lies where the records belong, under a name that says when.
 * @returns that name; `undefined` when there was nothing
 */
export function setAside(folder: string, now: Date): string | undefined {
  if (!existsSync(databasePath(folder))) return undefined
  const name = `records-set-aside-${stampOf(now)}.db`
  moveDatabase(folder, FILE, name)
  return name
}

/**
 * Opens the records, or makes them where there are none. Nothing that is there is ever replaced.
 * @param folder the app's data folder
 * @param key 64 hexadecimal digits
 * @param now for the name of the copy before a migration
 * @throws NewerDatabaseError, or the error of the system or the database
 */
export function openDatabase(folder: string, key: string, now: Date): { readonly db: Database } {
  mkdirSync(folder, { recursive: true })
  const made = !existsSync(databasePath(folder))
  const db = connect(databasePath(folder), key)
  try {
    // A file without tables that is not ours of just now: what was in it is gone.
    if (!made && versionOf(db) === 0 && hasOtherTraces(folder)) throw new EmptyDatabaseError('records.db')
    migrate(db, () => copyInto(db, nextBackup(folder, `before-migration-${stampOf(now)}`)))
  } catch (error) {
    db.close()
    throw error
  }
  db.pragma(`busy_timeout = ${WRITE_WAIT_MS}`)
  return { db }
}

/**
 * Reads a copy through the connection that made it: a connection of its own would hold the file until its statements
 * are collected, and Windows renames no file that is open.
 */
function checkCopy(db: Database, path: string): void {
  db.prepare('ATTACH ? AS copy').run(path)
  try {
    const [row] = db.pragma('copy.quick_check') as { quick_check: string }[]
    if (row?.quick_check !== 'ok') throw new Error('the copy did not verify')
  } finally {
    db.exec('DETACH copy')
  }
}

/**
 * Copies the records, encrypted with the same key, and opens the copy to see that it is whole.
 * The database writes the copy itself: whoever opens its file beside it and closes it again takes away, on POSIX
 * systems, the locks that keep other programs from removing its log.
 * @param db outside a transaction
 * @throws when the copy can't be written or does not verify; a bad copy is removed
 */
export function copyInto(db: Database, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.tmp`
  rmSync(unfinished, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(unfinished)
    checkCopy(db, unfinished)
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

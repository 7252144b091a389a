import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Moves } from '../files/moves'
import { hasOtherTraces, keepKeys, nextBackup } from './backups'
import { openEncrypted, type Database } from './libsql'
import { MIGRATIONS } from './migrations/index'

/** A newer version of the program wrote the database. It is left as it is. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
}

/** The database exists but is empty, although there are signs of earlier records. */
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

/**
 * Opening waits only this long for a lock, in milliseconds: a start tries again by itself, and a window with a problem
 * must appear soon.
 */
const OPEN_WAIT_MS = 300
/**
 * A write waits this long for another program, in milliseconds, before it is refused. Main answers nothing else
 * meanwhile.
 */
const WRITE_WAIT_MS = 2000
/** A write waits this long for the worker's import of a roster, in milliseconds. */
const IMPORT_WAIT_MS = 30_000

/**
 * Makes writes wait longer while our own worker writes.
 * @returns a function that ends this
 */
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

/** Returns an instant as a part of a file name, without characters that some systems refuse. */
export const stampOf = (now: Date): string => now.toISOString().replaceAll(/[:.]/g, '-')

/** Renames a database and its write-ahead log within a folder, both or neither. */
export function moveDatabase(folder: string, from: string, to: string, moves = new Moves()): void {
  // The log is renamed first: beside a database of another name, it would be taken for that one's log.
  try {
    for (const suffix of ['-wal', '-shm', ''])
      moves.renameIfThere(join(folder, from + suffix), join(folder, to + suffix))
  } catch (error) {
    moves.takeBack()
    throw error
  }
}

/**
 * Renames the database in the place of the records, with the time in the new name.
 * @returns the new name; `undefined` if there was no database
 */
export function setAside(folder: string, now: Date): string | undefined {
  if (!existsSync(databasePath(folder))) return undefined
  const name = `records-set-aside-${stampOf(now)}.db`
  moveDatabase(folder, FILE, name)
  return name
}

/**
 * Opens the records, or makes them if there are none. It never replaces existing records.
 * @param folder the app's data folder
 * @param key 64 hexadecimal digits
 * @param now used in the name of the copy before a migration
 * @param localState see `keepKeys`
 * @throws NewerDatabaseError, or the error of the system or the database
 */
export function openDatabase(
  folder: string,
  key: string,
  now: Date,
  localState?: string,
): { readonly db: Database } {
  mkdirSync(folder, { recursive: true })
  const made = !existsSync(databasePath(folder))
  const db = connect(databasePath(folder), key)
  try {
    // An existing file without tables has lost its content, if there are other signs of records.
    if (!made && versionOf(db) === 0 && hasOtherTraces(folder)) throw new EmptyDatabaseError('records.db')
    migrate(db, () => {
      const target = nextBackup(folder, `before-migration-${stampOf(now)}`)
      copyInto(db, target)
      keepKeys(folder, target, localState)
    })
  } catch (error) {
    db.close()
    throw error
  }
  db.pragma(`busy_timeout = ${WRITE_WAIT_MS}`)
  return { db }
}

/**
 * Verifies a copy through the connection that made it. A connection of its own would keep the file open until its
 * statements are collected, and Windows can't rename an open file.
 */
function checkCopy(db: Database, path: string): void {
  db.prepare('ATTACH ? AS copy').run(path)
  try {
    // A pragma of an attached database, which is detached before its statement is collected, would keep the records' file
    // open for good.
    const [row] = db
      .prepare("SELECT quick_check FROM pragma_quick_check(1, 'copy')")
      .all<{ quick_check: string }>()
    if (row?.quick_check !== 'ok') throw new Error('the copy did not verify')
  } finally {
    db.exec('DETACH copy')
  }
}

/**
 * Copies the records, encrypted with the same key, and verifies the copy. The database must write the copy itself: on
 * POSIX systems, a program that opens the database's file beside it and closes it again removes the locks that keep
 * other programs from deleting its log.
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

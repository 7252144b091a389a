import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { refusalOf } from '../files/errors'
import { Moves } from '../files/moves'
import { localDay } from '../local-day'
import { Refused } from '../refused'
import { audit } from './tables/audit'
import { backupsFolder, isKeyFile, listBackups } from './backups'
import { closedResults, keepClosed, type ClosedResults } from './closed-results'
import { databasePath, migrate, moveDatabase, stampOf, versionOf } from './database'
import { filesClosed, openEncrypted, type Database } from './libsql'
import { MIGRATIONS } from './migrations/index'
import { readSecret, type Keychain } from '../keys/secret-file'
import { BUNDLE_NUMBER_FROM, readSetting, writeSetting } from './tables/settings'

/** A copy of the records that can be restored. */
export interface Restorable {
  /** The file's name, with its folder if that is not the listed one. */
  readonly file: string
  /** ISO day. */
  readonly day: string
  readonly size: number
  /** `copy`: a database with another name, as somebody has copied it. */
  readonly kind: 'daily' | 'before-update' | 'copy'
}

interface Found extends Restorable {
  readonly path: string
}

/** The result of a restore. */
export interface Restored {
  readonly file: string
  readonly day: string
  /** The name under which the earlier records were kept; `null` when there were none. */
  readonly kept: string | null
}

const KEY = /^[0-9a-f]{64}$/
const COMING = 'records-coming-back.db.tmp'
/** The numbers of bundles and of the audit log skip this many when nobody can say how far they had come. */
const BUNDLES_LEAP = 1000
const AUDIT_LEAP = 1_000_000

const size = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

/**
 * Finds the copies in a folder, newest first.
 * @throws the system's error when the folder can't be read
 */
function copiesIn(folder: string): Found[] {
  const backups = listBackups(folder)
  const known = new Set(backups.map(({ file }) => file))
  const others = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.db') && name.startsWith('records') && !known.has(name))
    .map((file) => ({ file, stat: statSync(join(folder, file)) }))
    .filter(({ stat }) => stat.isFile() && stat.size > 0)
    .sort((a, b) => b.stat.mtimeMs - a.stat.mtimeMs)
    .map(({ file, stat }) => ({
      file,
      day: localDay(stat.mtime),
      size: stat.size,
      kind: 'copy' as const,
    }))
  return [...backups, ...others].map(({ file, day, size, kind }) => ({
    file,
    day,
    size,
    kind,
    path: join(folder, file),
  }))
}

/** Finds the backups in a folder that somebody chose. It may also be a copy of the whole folder of records. */
function chosenCopies(folder: string): Found[] {
  const inside = join(folder, 'backups')
  const deeper = existsSync(inside)
    ? copiesIn(inside).map((found) => ({ ...found, file: `backups/${found.file}` }))
    : []
  return [...copiesIn(folder), ...deeper]
}

/** Makes the refusal that names the fault of a copy. */
const unusable = (code: 'backup-unreadable' | 'backup-newer' | 'backup-locked', file: string) =>
  new Refused(code, `‘${file}’ can’t be restored (${code}).`)

interface Source {
  readonly db: Database
  readonly key: string
  /** The folder of the copy's own keys; `undefined` if it can be opened with the present key. */
  readonly keys: string | undefined
}

interface Deps {
  /** The folder of the records and their keys. */
  readonly folder: string
  readonly keychain: Keychain
  readonly now: () => Date
  /**
   * Stops all services, does the work, and opens the records again.
   * @throws what the work throws, once the records are open again
   */
  readonly reopen: (work: () => Promise<Restored>) => Promise<Restored>
}

/** Replaces the records by a backup. The earlier records are kept under another name. */
export class Restore {
  #chosen: string | undefined

  constructor(private readonly deps: Deps) {}

  /** @param folder a folder that somebody chose; `undefined` for the program's own backups */
  look(folder: string | undefined): void {
    this.#chosen = folder
  }

  /** @throws Refused `not-found` when the folder can't be read */
  list(): { readonly folder: string | null; readonly backups: Restorable[] } {
    const backups = this.#found().map(({ path: _path, ...restorable }) => restorable)
    return { folder: this.#chosen === undefined ? null : basename(this.#chosen), backups }
  }

  #found(): Found[] {
    const folder = this.#chosen ?? backupsFolder(this.deps.folder)
    try {
      return this.#chosen === undefined ? copiesIn(folder) : chosenCopies(folder)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
      throw new Refused('not-found', `The folder ‘${basename(folder)}’ can’t be read (${code}).`)
    }
  }

  /**
   * Restores a copy from the list. It is copied, opened and checked before the present records are touched.
   * @param by the id of the administrator; `null` if the records are gone
   * @throws Refused `not-found`, `disk-full`, `not-writable`, `write-failed`, `backup-unreadable`, `backup-newer`,
   *   `backup-locked`; then everything is as it was
   */
  async run(file: string, by: string | null): Promise<Restored> {
    const found = this.#found().find((one) => one.file === file)
    if (!found) throw new Refused('not-found', 'This backup is no longer there.')
    const { folder, now } = this.deps
    const coming = join(folder, COMING)
    try {
      const source = this.#open(found, coming)
      try {
        this.#check(source.db, file)
      } finally {
        source.db.close()
      }
      return await this.deps.reopen(() => this.#replaceRecords(found, source, by, now()))
    } finally {
      await filesClosed()
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(coming + suffix, { force: true })
    }
  }

  #open(found: Found, coming: string): Source {
    try {
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(coming + suffix, { force: true })
      copyFileSync(found.path, coming)
      if (existsSync(`${found.path}-wal`)) copyFileSync(`${found.path}-wal`, `${coming}-wal`)
      const file = openSync(coming, 'r+')
      fsyncSync(file)
      closeSync(file)
    } catch (error) {
      throw refusalOf(error, databasePath(this.deps.folder))
    }
    const places = [
      this.deps.folder,
      found.path.replace(/\.db$/, '.keys'),
      dirname(found.path),
      dirname(dirname(found.path)),
    ]
    let locked = false
    for (const keys of new Set(places)) {
      let key: string | undefined
      try {
        key = readSecret(join(keys, 'records.key'), this.deps.keychain, KEY)?.value
      } catch {
        locked = true
      }
      const db = key === undefined ? undefined : opened(coming, key)
      if (db) return { db, key: key!, keys: keys === this.deps.folder ? undefined : keys }
    }
    throw unusable(locked ? 'backup-locked' : 'backup-unreadable', found.file)
  }

  #check(db: Database, file: string): void {
    try {
      if (versionOf(db) > MIGRATIONS.length) throw unusable('backup-newer', file)
      const [row] = db.pragma('quick_check') as { quick_check: string }[]
      if (versionOf(db) === 0 || row?.quick_check !== 'ok') throw unusable('backup-unreadable', file)
    } catch (error) {
      throw error instanceof Refused ? error : unusable('backup-unreadable', file)
    }
  }

  /** Replaces the records, which must be closed. */
  async #replaceRecords(found: Found, source: Source, by: string | null, now: Date): Promise<Restored> {
    const { folder } = this.deps
    const coming = join(folder, COMING)
    const kept = size(databasePath(folder)) > 0 ? `records-before-restore-${stampOf(now)}.db` : null
    const reached = this.#reached()
    const db = openEncrypted(coming, source.key)
    try {
      migrate(db)
      goOn(db, { found, kept, reached, by, at: now.toISOString() })
      // The file is moved, so it must contain everything that is still in the log.
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.pragma('journal_mode = DELETE')
    } finally {
      db.close()
    }
    await filesClosed()
    const moves = new Moves()
    try {
      if (source.keys !== undefined) this.#takeKeys(source.keys, now, moves)
      else this.#fillKeys(found, moves)
      if (kept === null)
        for (const suffix of ['', '-wal', '-shm']) rmSync(databasePath(folder) + suffix, { force: true })
      else moveDatabase(folder, 'records.db', kept, moves)
      moves.rename(coming, databasePath(folder))
    } catch (error) {
      moves.takeBack()
      throw refusalOf(error, databasePath(folder))
    }
    return { file: found.file, day: found.day, kept }
  }

  /**
   * Returns the last numbers of the audit log and of bundles in the present records; `undefined` if they can't be read.
   */
  #reached(): Reached | undefined {
    const { folder, keychain } = this.deps
    if (size(databasePath(folder)) === 0) return undefined
    let db: Database | undefined
    try {
      const key = readSecret(join(folder, 'records.key'), keychain, KEY)?.value
      db = key === undefined ? undefined : opened(databasePath(folder), key)
      return db && reachedBy(db)
    } catch {
      return undefined
    } finally {
      db?.close()
    }
  }

  /** Takes over all keys of the copy. The present keys are kept under other names. */
  #takeKeys(keys: string, now: Date, moves: Moves): void {
    const { folder } = this.deps
    for (const name of readdirSync(keys).filter(isKeyFile)) {
      const path = join(folder, name)
      moves.renameIfThere(path, `${path}.before-restore-${stampOf(now)}`)
      moves.copy(join(keys, name), path)
    }
  }

  /** Takes keys from the backup that this installation has lost. */
  #fillKeys(found: Found, moves: Moves): void {
    const keys = found.path.replace(/\.db$/, '.keys')
    if (!existsSync(keys)) return
    for (const name of readdirSync(keys).filter(isKeyFile)) {
      const path = join(this.deps.folder, name)
      if (!existsSync(path)) moves.copy(join(keys, name), path)
    }
  }
}

/** Opens a database; `undefined` if this key does not open it. */
function opened(path: string, key: string): Database | undefined {
  const db = openEncrypted(path, key)
  try {
    versionOf(db)
    db.prepare('SELECT count(*) FROM sqlite_master').get()
    return db
  } catch {
    db.close()
    return undefined
  }
}

interface Reached {
  readonly audit: number
  readonly bundle: number
  readonly attempts: number
  readonly certificates: number
  /** Set in pseudonymous mode. */
  readonly closed: ClosedResults | undefined
}

function reachedBy(db: Database): Reached {
  const one = (sql: string) => db.prepare(sql).get<{ n: number | null }>()!.n ?? 0
  return {
    audit: one('SELECT max(seq) AS n FROM audit'),
    // An earlier restore may have skipped numbers from which no bundle has been made since.
    bundle: Math.max(
      one('SELECT max(number) AS n FROM own_bundles'),
      Number(readSetting(db, BUNDLE_NUMBER_FROM) ?? 0) - 1,
    ),
    attempts: one('SELECT count(*) AS n FROM attempts'),
    certificates: one('SELECT count(*) AS n FROM credentials'),
    closed: closedResults(db),
  }
}

interface GoingOn {
  readonly found: Found
  readonly kept: string | null
  readonly reached: Reached | undefined
  readonly by: string | null
  readonly at: string
}

/**
 * Keeps results closed that were closed to HR. Skips the numbers that were used after the backup, which the restored
 * records don't know. Otherwise a new entry of the audit log or a new bundle could get a number that another one already
 * had.
 */
function goOn(db: Database, { found, kept, reached, by, at }: GoingOn): void {
  const own = reachedBy(db)
  const after = Math.max(own.audit, reached?.audit ?? own.audit + AUDIT_LEAP)
  const bundle = Math.max(own.bundle, reached?.bundle ?? own.bundle + BUNDLES_LEAP)
  db.transaction(() => {
    db.prepare('UPDATE sessions SET ended_at = ? WHERE ended_at IS NULL').run(at)
    writeSetting(db, BUNDLE_NUMBER_FROM, String(bundle + 1))
    const closed = reached?.closed !== undefined && keepClosed(db, reached.closed)
    const detail = {
      backup: basename(found.file),
      day: found.day,
      kept,
      follows: own.audit,
      lost: reached
        ? {
            attempts: Math.max(0, reached.attempts - own.attempts),
            certificates: Math.max(0, reached.certificates - own.certificates),
          }
        : null,
      ...(closed ? { privacy: 'pseudonymous' } : {}),
    }
    const known = by !== null && db.prepare('SELECT 1 FROM people WHERE id = ?').get(by) !== undefined
    audit(db, at, known ? by : null, 'records-restored', detail, after)
  })()
}

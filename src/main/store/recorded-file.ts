import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { besideOf, writePending, type Content } from '../files/atomic-write'
import { refusalOf } from '../files/errors'
import { audit, type Act, type AuditDetail } from './tables/audit'
import { atomically, type Database } from './libsql'
import { readSetting, removeSetting, writeSetting } from './tables/settings'

/** The entry in the audit log for a file that leaves the program. */
export interface FileEntry {
  readonly act: Act
  readonly at: string
  readonly by: string | null
  readonly detail: AuditDetail
  /** Makes further changes to the records in the same transaction. */
  readonly alongside?: () => void
}

/**
 * Describes a file that is being put in its place. It is stored before the file is written and removed once the audit
 * entry is.
 */
interface UnderWay {
  readonly file: string
  readonly temporary: string
  readonly earlier: string
  readonly act: Act
  readonly by: string | null
}

const UNDER_WAY = 'file-under-way'

/**
 * Keeps the earlier content of a file under another name, by a link or a copy; some drives, and all with FAT, have no
 * links.
 */
function keepEarlier(path: string, earlier: string): boolean {
  if (!existsSync(path)) return false
  try {
    linkSync(path, earlier)
  } catch {
    copyFileSync(path, earlier)
  }
  return true
}

/**
 * Puts a file in its place together with its audit entry: both or neither. If one fails, the place keeps its earlier
 * content and the records stay as they were.
 * @param content the whole content, or a function that makes it inside the transaction, after the entry is written; `{ temporary }`
 *   names a complete file that already lies beside its place
 * @throws Refused with what to do, if the disk is full or the place can't be written
 */
export function saveRecorded(
  db: Database,
  path: string,
  content: Content | (() => Content) | { readonly temporary: string },
  { act, at, by, detail, alongside }: FileEntry,
): void {
  const ready = typeof content === 'object' && 'temporary' in content
  const temporary = ready ? content.temporary : besideOf(path)
  const earlier = besideOf(path, 'old')
  const place: { holds: 'what it held' | 'a new file' | 'a newer file' } = { holds: 'what it held' }
  try {
    if (!ready && typeof content !== 'function') writePending(path, content, { temporary })
    const underWay: UnderWay = { file: path, temporary, earlier, act, by }
    writeSetting(db, UNDER_WAY, JSON.stringify(underWay))
    atomically(db, () => {
      alongside?.()
      audit(db, at, by, act, detail)
      if (typeof content === 'function') writePending(path, content(), { temporary })
      const kept = keepEarlier(path, earlier)
      renameSync(temporary, path)
      place.holds = kept ? 'a newer file' : 'a new file'
      removeSetting(db, UNDER_WAY)
    })
  } catch (error) {
    if (place.holds === 'a newer file') renameSync(earlier, path)
    if (place.holds === 'a new file') rmSync(path, { force: true })
    rmSync(temporary, { force: true })
    forget(db)
    throw refusalOf(error, path)
  } finally {
    rmSync(earlier, { force: true })
  }
}

/**
 * Removes the note of the file under way. If that fails, the next start looks at the file and finds nothing to report.
 */
function forget(db: Database): void {
  try {
    removeSetting(db, UNDER_WAY)
  } catch {
    // The error that led here is reported instead.
  }
}

/**
 * Settles a file that was being put in its place when the program died: a half written file is removed, and a file that
 * may lack its entry is named in the audit log. Call it at the start.
 */
export function settleFiles(db: Database, at: string): void {
  const kept = readSetting(db, UNDER_WAY)
  if (kept === undefined) return
  const { file, temporary, earlier, act, by } = JSON.parse(kept) as UnderWay
  const halfWay = existsSync(temporary)
  for (const left of [temporary, earlier]) rmSync(left, { force: true })
  atomically(db, () => {
    removeSetting(db, UNDER_WAY)
    if (!halfWay && existsSync(file)) audit(db, at, by, 'file-unrecorded', { act })
  })
}

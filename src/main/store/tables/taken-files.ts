import { stat } from 'node:fs/promises'
import type { Database } from '../libsql'

/** A file that was written later than this before it was read may be written again within the same tick of its clock. */
const SETTLED_AFTER_MS = 10_000

export interface FileMark {
  readonly size: number
  /**
   * Changes with the content: size, time of the last write, time of the last change of anything (which no program sets),
   * and the number of the file, which another one that is moved here does not have.
   */
  readonly text: string
  readonly changedAt: number
}

export async function markOf(path: string): Promise<FileMark> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true })
  const last = mtimeNs > ctimeNs ? mtimeNs : ctimeNs
  return {
    size: Number(size),
    text: `${size} ${mtimeNs} ${ctimeNs} ${ino}`,
    changedAt: Number(last / 1_000_000n),
  }
}

/**
 * Remembers the files that were taken from the folder, with their size and time, so that no start reads them all again.
 */
export class TakenFiles {
  constructor(private readonly db: Database) {}

  has(path: string, mark: FileMark): boolean {
    return (
      this.db.prepare('SELECT 1 FROM taken_files WHERE path = ? AND mark = ?').get(path, mark.text) !==
      undefined
    )
  }

  /**
   * Call it when the file's records are committed.
   * @param before how it looked before it was read
   * @param now ISO date-time
   */
  async add(path: string, before: FileMark, now: string): Promise<void> {
    const after = await markOf(path)
    if (after.text !== before.text || Date.parse(now) - before.changedAt < SETTLED_AFTER_MS) return
    this.db
      .prepare(
        `INSERT INTO taken_files (path, mark) VALUES (?, ?)
         ON CONFLICT (path) DO UPDATE SET mark = excluded.mark`,
      )
      .run(path, before.text)
  }
}

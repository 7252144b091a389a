import { stat } from 'node:fs/promises'
import type { Database } from '../libsql'

/**
 * A file that was written less than this before it was read may be written again within the same tick of the file
 * system's clock.
 */
const SETTLED_AFTER_MS = 10_000

export interface FileMark {
  readonly size: number
  /**
   * Changes with the content. It consists of the size, the time of the last write, the time of the last change of
   * anything (which no program sets), and the number of the file, which differs for another file that is moved here.
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
   * Notes that a file was taken. Call it when the file's records are committed.
   * @param before the mark of the file before it was read
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

import type { BundleReason } from '../../../domain/records'
import type { Database } from '../libsql'

/** A row of `bundles`. */
interface BundleRow {
  readonly hash: string
  readonly device_id: string | null
  readonly number: number | null
  readonly file: string
  readonly seen_at: string
  readonly outcome: BundleOutcome
  readonly reason: BundleReason | null
  readonly attempts: number
}

export type BundleOutcome = 'imported' | 'waiting' | 'refused'

/** A file with a bundle. */
export interface BundleFile {
  /** SHA-256 of the file. */
  readonly hash: string
  readonly file: string
  /** `null` if it can't be read from the file. */
  readonly device: string | null
  readonly number: number | null
  readonly seenAt: string
}

/** A file that was not taken. */
export interface BundleProblem extends BundleFile {
  /** The name of the device; `null` if the device is not on the list. */
  readonly deviceName: string | null
  readonly reason: BundleReason
}

type ProblemRow = BundleRow & { readonly device_name: string | null }

const toBundleProblem = (row: ProblemRow): BundleProblem => ({
  hash: row.hash,
  file: row.file,
  device: row.device_id,
  deviceName: row.device_name,
  number: row.number,
  seenAt: row.seen_at,
  reason: row.reason!,
})

/** A list of files that were not taken holds at most this many. */
const MOST_PROBLEMS = 200

/** Records which bundles came and what became of each. */
export class Bundles {
  constructor(private readonly db: Pick<Database, 'prepare'>) {}

  outcomeOf(hash: string): BundleOutcome | undefined {
    return this.db.prepare('SELECT outcome FROM bundles WHERE hash = ?').get<Pick<BundleRow, 'outcome'>>(hash)
      ?.outcome
  }

  /**
   * Deletes earlier lines of a file that was still being copied, so that it leaves one line and not one for each look.
   */
  #forgetTorn({ file, hash }: BundleFile): void {
    this.db.prepare("DELETE FROM bundles WHERE file = ? AND reason = 'torn' AND hash <> ?").run(file, hash)
  }

  /** Notes that a file was not taken. Call it inside a transaction. */
  notTaken(bundle: BundleFile, outcome: 'waiting' | 'refused', reason: BundleReason): void {
    this.#forgetTorn(bundle)
    this.db
      .prepare(
        `INSERT INTO bundles (hash, device_id, number, file, seen_at, outcome, reason) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (hash) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason`,
      )
      .run(bundle.hash, bundle.device, bundle.number, bundle.file, bundle.seenAt, outcome, reason)
  }

  /**
   * Notes that a bundle was taken. Call it inside the transaction that writes its attempts.
   * @param attempts the number of new attempts
   */
  taken(bundle: BundleFile, attempts: number): void {
    this.#forgetTorn(bundle)
    this.db
      .prepare(
        `INSERT INTO bundles (hash, device_id, number, file, seen_at, outcome, attempts) VALUES (?, ?, ?, ?, ?, 'imported', ?)
         ON CONFLICT (hash) DO UPDATE SET outcome = 'imported', reason = NULL, seen_at = excluded.seen_at,
           attempts = excluded.attempts`,
      )
      .run(bundle.hash, bundle.device, bundle.number, bundle.file, bundle.seenAt, attempts)
  }

  /** Returns the numbers of the bundles that were taken, by device, ascending. */
  takenNumbers(): ReadonlyMap<string, readonly number[]> {
    const rows = this.db
      .prepare(
        "SELECT DISTINCT device_id, number FROM bundles WHERE outcome = 'imported' ORDER BY device_id, number",
      )
      .all<{ readonly device_id: string; readonly number: number }>()
    const numbers = new Map<string, number[]>()
    for (const { device_id: device, number } of rows) {
      const list = numbers.get(device)
      if (list) list.push(number)
      else numbers.set(device, [number])
    }
    return numbers
  }

  /** Returns files that were not taken, newest first, without those that the device has sent again meanwhile. */
  problems(): BundleProblem[] {
    const came = this.db.prepare(
      "SELECT 1 FROM bundles WHERE device_id = ? AND number = ? AND outcome = 'imported'",
    )
    return this.db
      .prepare(
        `SELECT b.*, d.name AS device_name FROM bundles b LEFT JOIN devices d ON d.id = b.device_id
         WHERE b.outcome = 'refused' OR b.reason = 'torn' ORDER BY b.seen_at DESC, b.hash LIMIT ${MOST_PROBLEMS}`,
      )
      .all<ProblemRow>()
      .filter((row) => row.device_id === null || came.get(row.device_id, row.number) === undefined)
      .map(toBundleProblem)
  }
}

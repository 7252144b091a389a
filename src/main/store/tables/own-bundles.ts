import type { Database } from '../libsql'
import type { AttemptRow } from './attempts'

/** A row of `own_bundles`. */
interface OwnBundleRow {
  readonly number: number
  readonly made_at: string
  readonly attempts: number
  readonly written_at: string | null
}

/** A bundle that this device made. */
export interface OwnBundle {
  readonly number: number
  readonly madeAt: string
  readonly attempts: number
  readonly written: boolean
}

const toOwnBundle = (row: OwnBundleRow): OwnBundle => ({
  number: row.number,
  madeAt: row.made_at,
  attempts: row.attempts,
  written: row.written_at !== null,
})

const WAITING = `FROM attempts WHERE ended_at IS NOT NULL AND signature IS NOT NULL AND imported_at IS NULL AND bundle IS NULL`

/** Keeps this device's bundles, and which attempt is in which of them. */
export class OwnBundles {
  constructor(private readonly db: Pick<Database, 'prepare'>) {}

  /** Counts finished attempts that are in no bundle yet, and returns the end of the first of them. */
  waiting(): { attempts: number; since: string | null } {
    return this.db.prepare(`SELECT count(*) AS attempts, min(ended_at) AS since ${WAITING}`).get<{
      attempts: number
      since: string | null
    }>()!
  }

  latest(): OwnBundle | undefined {
    const row = this.db.prepare('SELECT * FROM own_bundles ORDER BY number DESC LIMIT 1').get<OwnBundleRow>()
    return row && toOwnBundle(row)
  }

  /** Adds a new bundle with the attempts that have waited longest. Call it inside a transaction. */
  add({ number, madeAt, attempts }: Omit<OwnBundle, 'written'>): void {
    this.db
      .prepare('INSERT INTO own_bundles (number, made_at, attempts) VALUES (?, ?, ?)')
      .run(number, madeAt, attempts)
    this.db
      .prepare(
        `UPDATE attempts SET bundle = ? WHERE id IN (SELECT id ${WAITING} ORDER BY ended_at, id LIMIT ?)`,
      )
      .run(number, attempts)
  }

  /** Returns the bundles whose file is not written yet, by number. */
  unwritten(): OwnBundle[] {
    return this.db
      .prepare('SELECT * FROM own_bundles WHERE written_at IS NULL ORDER BY number')
      .all<OwnBundleRow>()
      .map(toOwnBundle)
  }

  written(number: number, at: string): void {
    this.db.prepare('UPDATE own_bundles SET written_at = ? WHERE number = ?').run(at, number)
  }

  forgetWritten(): void {
    this.db.prepare('UPDATE own_bundles SET written_at = NULL').run()
  }

  /** Returns the attempts of a bundle with their signatures, by their end. */
  attemptsOf(number: number): { readonly id: string; readonly signature: string }[] {
    return this.db
      .prepare(
        'SELECT id, signature FROM attempts WHERE bundle = ? AND imported_at IS NULL ORDER BY ended_at, id',
      )
      .all<Pick<AttemptRow, 'id' | 'signature'>>(number)
      .map(({ id, signature }) => ({ id, signature: signature! }))
  }
}

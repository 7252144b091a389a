/** Makes records to export, of any size, in a folder of the test. */
import { EVERYTHING } from '../../../src/domain/records'
import { openDatabase } from '../../../src/main/store/database'
import type { Database } from '../../../src/main/store/libsql'
import { sealRow, Seals } from '../../../src/main/evidence/seal'
import type { ExportScope } from '../../../src/main/store/export-source'
import { KEY, NOW, temporaryFolder } from '../helpers'

export const NOW_TEXT = NOW.toISOString()
export const SECRET = 'cd'.repeat(32)
/** A time before any of the records. */
export const SINCE = '2026-01-01T00:00:00.000Z'
export const seals = new Seals(SECRET, SINCE)
export const HASH = 'ef'.repeat(32)

export const scope = (change: Partial<ExportScope> = {}): ExportScope => ({
  subject: 'attempts',
  filter: EVERYTHING,
  now: NOW_TEXT,
  scoresByPerson: true,
  sealedSince: SINCE,
  ...change,
})

export interface Who {
  readonly name?: string
  readonly team?: string | null
}

export class Records {
  readonly folder = temporaryFolder()
  readonly db: Database = openDatabase(this.folder, KEY, NOW).db
  #people = 0
  #attempts = 0

  constructor() {
    this.db.exec(`INSERT INTO scenarios VALUES ('${HASH}', 'bribe', '1.0.0', '{}')`)
  }

  person({ name = 'Ana Duarte', team = 'Cards 1' }: Who = {}): string {
    const n = (this.#people += 1)
    this.db
      .prepare(
        `INSERT INTO people (id, name, number, role, created_at, team) VALUES (?, ?, ?, 'trainee', ?, ?)`,
      )
      .run(`p${n}`, name, `N-${n}`, NOW_TEXT, team)
    return `p${n}`
  }

  /** Adds a finished, sealed attempt. */
  attempt(person: string, critical: readonly string[] = []): string {
    const id = `a${(this.#attempts += 1)}`
    this.db
      .prepare(
        `INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, started_at, ended_at, disposition,
           outcome, earned, possible, passed, critical, truth, channel, locale, competencies, scoring_version)
         VALUES (?, ?, 'short', 1, 'assessed', 'bribe', ?, '2026-02-01T08:00:00.000Z', '2026-02-01T08:05:30.500Z',
           'reported', 'hit', 5, 7, 1, ?, 'attack', 'chat', 'en', '{}', 1)`,
      )
      .run(id, person, HASH, JSON.stringify(critical))
    sealRow(this.db, seals, id)
    return id
  }

  standing(person: string, values: Record<string, unknown>): void {
    const all = { course: 'short', modules: 4, ...values }
    this.db
      .prepare(
        `INSERT INTO standings (person_id, ${Object.keys(all).join(', ')}) VALUES (?${', ?'.repeat(Object.keys(all).length)})`,
      )
      .run(person, ...Object.values(all))
  }

  /** Adds many unsealed attempts at once. */
  manyAttempts(person: string, count: number): void {
    this.db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO attempts (id, person_id, course, mode, scenario, scenario_hash, started_at)
         SELECT 'm' || i, ?, 'short', 'practice', 'bribe', ?, '2026-02-01T08:00:00.000Z' FROM n`,
      )
      .run(count, person, HASH)
  }
}

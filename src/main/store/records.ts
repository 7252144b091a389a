import { atomically, type Database } from './libsql'
import type { LogEntry } from '../../domain/run'
import type { Score } from '../../domain/scoring'
import type { RoundAttempt } from '../../domain/course'
import type { Certificate } from '../../domain/credentials'
import type { ExportedAttempt } from '../../domain/records'
import type { Channel, Truth } from '../../domain/scenario/vocabulary'
import { percent, SCORING_VERSION } from '../../domain/scoring'
import { audit, type Act } from './tables/audit'
import { readSetting, writeSetting } from './tables/settings'
import { toRoundAttempt } from './tables/round-attempt'

export interface Person {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly role: 'trainee' | 'trainer' | 'hr' | 'administrator'
}

export interface StoredAttempt {
  readonly id: string
  readonly personId: string
  readonly course: string
  readonly round: number | null
  readonly mode: 'assessed' | 'practice'
  readonly scenario: string
  readonly scenarioHash: string
  readonly truth: Truth
  readonly channel: Channel
  /** The interface's language when it began. */
  readonly locale: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly setAsideAt: string | null
}

export interface ScenarioCopy {
  readonly hash: string
  readonly id: string
  readonly version: string
  readonly content: string
}

type Row = Record<string, unknown>

const toPerson = (row: Row): Person => ({
  id: row['id'] as string,
  name: row['name'] as string,
  number: row['number'] as string,
  role: row['role'] as Person['role'],
})

const toAttempt = (row: Row): StoredAttempt => ({
  id: row['id'] as string,
  personId: row['person_id'] as string,
  course: row['course'] as string,
  round: row['round'] as number | null,
  mode: row['mode'] as StoredAttempt['mode'],
  scenario: row['scenario'] as string,
  scenarioHash: row['scenario_hash'] as string,
  truth: row['truth'] as Truth,
  channel: row['channel'] as Channel,
  locale: row['locale'] as string,
  startedAt: row['started_at'] as string,
  endedAt: row['ended_at'] as string | null,
  setAsideAt: row['set_aside_at'] as string | null,
})

/** Reads and writes the records. Every method is one statement or one transaction. */
export class RecordStore {
  readonly #db: Database
  readonly #insertDecision: ReturnType<Database['prepare']>
  readonly #statements = new Map<string, ReturnType<Database['prepare']>>()

  constructor(db: Database) {
    this.#db = db
    this.#insertDecision = db.prepare(
      'INSERT INTO decisions (attempt_id, seq, kind, event, at, elapsed_ms) VALUES (?, ?, ?, ?, ?, ?)',
    )
  }

  /** Preparing costs about as much as the insert of a decision, so each text is prepared once. */
  #prepared(sql: string): ReturnType<Database['prepare']> {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #one(sql: string, ...params: unknown[]): Row | undefined {
    return this.#prepared(sql).get(...params) as Row | undefined
  }

  #all(sql: string, ...params: unknown[]): Row[] {
    return this.#prepared(sql).all(...params) as Row[]
  }

  setting(key: string): string | undefined {
    return readSetting(this.#db, key)
  }

  saveSetting(key: string, value: string): void {
    writeSetting(this.#db, key, value)
  }

  person(id: string): Person | undefined {
    const row = this.#one('SELECT * FROM people WHERE id = ?', id)
    return row && toPerson(row)
  }

  /** The scenario as it was played. */
  scenarioCopy(hash: string): ScenarioCopy | undefined {
    const row = this.#one('SELECT hash, id, version, content FROM scenarios WHERE hash = ?', hash)
    return (
      row && {
        hash,
        id: row['id'] as string,
        version: row['version'] as string,
        content: row['content'] as string,
      }
    )
  }

  personByNumber(number: string): Person | undefined {
    const row = this.#one('SELECT * FROM people WHERE number = ?', number)
    return row && toPerson(row)
  }

  addPerson(person: Person, at: string, organisation?: string): void {
    atomically(this.#db, () => {
      if (organisation !== undefined) {
        this.saveSetting('organisation', organisation)
        audit(this.#db, at, person.id, 'set-up', { organisation })
      }
      this.#db
        .prepare('INSERT INTO people (id, name, number, role, created_at) VALUES (?, ?, ?, ?, ?)')
        .run(person.id, person.name, person.number, person.role, at)
      audit(this.#db, at, person.id, 'person-added', { role: person.role })
    })
  }

  /** @param thenDo when it throws, nothing is written */
  writeAudit(act: Act, at: string, personId: string | null, detail: object, thenDo = () => {}): void {
    atomically(this.#db, () => {
      audit(this.#db, at, personId, act, detail)
      thenDo()
    })
  }

  startAttempt(
    attempt: StoredAttempt,
    scenario: ScenarioCopy,
    replaces?: string,
    thenDo: () => void = () => {},
  ): void {
    this.#db.transaction(() => {
      if (replaces) {
        this.#db.prepare('UPDATE attempts SET set_aside_at = ? WHERE id = ?').run(attempt.startedAt, replaces)
      }
      this.#db
        .prepare('INSERT OR IGNORE INTO scenarios (hash, id, version, content) VALUES (?, ?, ?, ?)')
        .run(scenario.hash, scenario.id, scenario.version, scenario.content)
      this.#db
        .prepare(
          `INSERT INTO standings (person_id, course, started_at) VALUES (?, ?, ?)
           ON CONFLICT (person_id, course) DO UPDATE SET started_at = coalesce(started_at, excluded.started_at)`,
        )
        .run(attempt.personId, attempt.course, attempt.startedAt)
      this.#db
        .prepare(
          `INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, truth, channel, locale,
             started_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          attempt.id,
          attempt.personId,
          attempt.course,
          attempt.round,
          attempt.mode,
          attempt.scenario,
          attempt.scenarioHash,
          attempt.truth,
          attempt.channel,
          attempt.locale,
          attempt.startedAt,
        )
      thenDo()
    })()
  }

  attempt(id: string): StoredAttempt | undefined {
    const row = this.#one('SELECT * FROM attempts WHERE id = ?', id)
    return row && toAttempt(row)
  }

  log(attempt: string): LogEntry[] {
    return this.#all('SELECT * FROM decisions WHERE attempt_id = ? ORDER BY seq', attempt).map((row) => ({
      seq: row['seq'] as number,
      kind: row['kind'] as LogEntry['kind'],
      event: row['event'] as string,
      at: row['at'] as string,
      elapsedMs: row['elapsed_ms'] as number,
    }))
  }

  /** On disk when this returns. */
  appendDecision(attempt: string, entry: LogEntry): void {
    this.#insertDecision.run(attempt, entry.seq, entry.kind, entry.event, entry.at, entry.elapsedMs)
  }

  /** The last decision, the score that it leads to and a credential that it earns, all or nothing. */
  endAttempt(attempt: string, entry: LogEntry, score: Score, thenDo: () => void): void {
    this.#db.transaction(() => {
      this.appendDecision(attempt, entry)
      this.#db
        .prepare(
          `UPDATE attempts SET ended_at = ?, disposition = ?, outcome = ?, earned = ?, possible = ?, passed = ?, critical = ?,
             competencies = ?, scoring_version = ?
           WHERE id = ?`,
        )
        .run(
          entry.at,
          score.disposition,
          score.outcome,
          score.earned,
          score.possible,
          score.passed ? 1 : 0,
          JSON.stringify(score.critical),
          JSON.stringify(
            Object.fromEntries(score.byCompetency.map((c) => [c.competency, [c.earned, c.possible]])),
          ),
          SCORING_VERSION,
          attempt,
        )
      thenDo()
    })()
  }

  assessedAttempts(person: string, course: string): RoundAttempt[] {
    return this.#all(
      `SELECT * FROM attempts WHERE person_id = ? AND course = ? AND mode = 'assessed' ORDER BY started_at`,
      person,
      course,
    ).map(toRoundAttempt)
  }

  attemptSummary(id: string): { disposition: string; passed: boolean } | undefined {
    const row = this.#one(
      'SELECT disposition, passed FROM attempts WHERE id = ? AND ended_at IS NOT NULL',
      id,
    )
    return row && { disposition: row['disposition'] as string, passed: row['passed'] === 1 }
  }

  /** The newest certificate of a course that was not revoked. */
  latestCredential(person: string, course: string): Certificate | undefined {
    const row = this.#one(
      `SELECT payload FROM credentials WHERE person_id = ? AND course = ? AND revoked_at IS NULL
       ORDER BY issued_at DESC LIMIT 1`,
      person,
      course,
    )
    return row && (JSON.parse(row['payload'] as string) as Certificate)
  }

  #attemptQuery(search: string): { where: string; params: string[] } {
    if (!search.trim()) return { where: '', params: [] }
    const like = `%${search.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    return {
      where: String.raw`WHERE p.name LIKE ? ESCAPE '\' OR p.number LIKE ? ESCAPE '\' OR a.scenario LIKE ? ESCAPE '\'`,
      params: [like, like, like],
    }
  }

  /** Newest first. */
  *attempts(search: string, offset = 0, limit = -1): Generator<ExportedAttempt> {
    const { where, params } = this.#attemptQuery(search)
    const rows = this.#db
      .prepare(
        `SELECT a.*, p.name AS person_name, p.number AS person_number, s.version AS scenario_version
         FROM attempts a JOIN people p ON p.id = a.person_id JOIN scenarios s ON s.hash = a.scenario_hash ${where}
         ORDER BY a.started_at DESC, a.id LIMIT ? OFFSET ?`,
      )
      .iterate(...params, limit, offset) as IterableIterator<Row>
    for (const row of rows) {
      const ended = row['ended_at'] !== null
      const possible = row['possible'] as number | null
      const earned = row['earned'] as number | null
      yield {
        id: row['id'] as string,
        personName: row['person_name'] as string,
        personNumber: row['person_number'] as string,
        course: row['course'] as string,
        round: row['round'] as number | null,
        scenario: row['scenario'] as string,
        scenarioVersion: row['scenario_version'] as string,
        scenarioHash: row['scenario_hash'] as string,
        mode: row['mode'] as string,
        truth: row['truth'] as string,
        startedAt: row['started_at'] as string,
        endedAt: row['ended_at'] as string | null,
        earned,
        possible,
        scorePercent: earned !== null && possible ? percent(earned / possible) : null,
        passed: ended ? row['passed'] === 1 : null,
        disposition: row['disposition'] as string | null,
        outcome: row['outcome'] as string | null,
        critical: ended ? (JSON.parse(row['critical'] as string) as string[]) : [],
      }
    }
  }

  close(): void {
    this.#db.close()
  }
}

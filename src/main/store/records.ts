import { atomically, type Database } from './libsql'
import type { LogEntry } from '../../domain/run'
import type { Score } from '../../domain/scoring'
import type { RoundAttempt } from '../../domain/course'
import type { Certificate } from '../../domain/credentials'
import type { ExportedAttempt } from '../../domain/records'
import { percent, SCORING_VERSION } from '../../domain/scoring'
import { audit, type Act, type AuditDetail } from './tables/audit'
import { readSetting, writeSetting } from './tables/settings'
import {
  flagsOf,
  toRoundAttempt,
  storedAttemptColumns,
  toStoredAttempt,
  type StoredAttemptRow,
  type AttemptRow,
  type StoredAttempt,
} from './tables/attempts'
import { certificateTellsSince } from './certificate-origin'
import type { CredentialRow } from './tables/credentials'
import type { Pass } from './tables/standings'
import { decisionWriter, toLogEntry, type DecisionRow } from './tables/decisions'
import { toPerson, type Person, type PersonRow } from './tables/people'
import { keepScenario, scenarioCopy, type ScenarioCopy } from './tables/scenarios'

export type { Person, ScenarioCopy, StoredAttempt }

/** An attempt with its person and the version of its scenario. */
type ListedRow = AttemptRow & {
  readonly person_name: string
  readonly person_number: string
  readonly scenario_version: string
}

const STORED_ATTEMPT = `SELECT ${storedAttemptColumns} FROM attempts WHERE id = ?`

/** Reads and writes the records. Every method is one statement or one transaction. */
export class LocalRecords {
  readonly #db: Database
  readonly #writeDecision: (attempt: string, entry: LogEntry) => void
  readonly #statements = new Map<string, ReturnType<Database['prepare']>>()

  constructor(db: Database) {
    this.#db = db
    this.#writeDecision = decisionWriter(db)
  }

  /** Prepares each text once, because preparing costs about as much as inserting a decision. */
  #prepared(sql: string): ReturnType<Database['prepare']> {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #one<R>(sql: string, ...params: unknown[]): R | undefined {
    return this.#prepared(sql).get<R>(...params)
  }

  #all<R>(sql: string, ...params: unknown[]): R[] {
    return this.#prepared(sql).all<R>(...params)
  }

  setting(key: string): string | undefined {
    return readSetting(this.#db, key)
  }

  saveSetting(key: string, value: string): void {
    writeSetting(this.#db, key, value)
  }

  person(id: string): Person | undefined {
    const row = this.#one<PersonRow>('SELECT * FROM people WHERE id = ?', id)
    return row && toPerson(row)
  }

  /** Returns the scenario as it was played. */
  scenarioCopy(hash: string): ScenarioCopy | undefined {
    return scenarioCopy({ prepare: (sql) => this.#prepared(sql) }, hash)
  }

  personByNumber(number: string): Person | undefined {
    const row = this.#one<PersonRow>('SELECT * FROM people WHERE number = ?', number)
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

  /** @param thenDo further work in the same transaction; if it throws, nothing is written */
  writeAudit(act: Act, at: string, personId: string | null, detail: AuditDetail, thenDo = () => {}): void {
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
      keepScenario(this.#db, scenario)
      this.#db
        .prepare(
          `INSERT INTO standings (person_id, course, started_at) VALUES (?, ?, ?)
           ON CONFLICT (person_id, course) DO UPDATE SET started_at = coalesce(started_at, excluded.started_at)`,
        )
        .run(attempt.personId, attempt.course, attempt.startedAt)
      this.#db
        .prepare(
          `INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, truth, channel, locale,
             started_at, seed, round_seed)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
          attempt.seed,
          attempt.roundSeed,
        )
      thenDo()
    })()
  }

  attempt(id: string): StoredAttempt | undefined {
    const row = this.#one<StoredAttemptRow>(STORED_ATTEMPT, id)
    return row && toStoredAttempt(row)
  }

  log(attempt: string): LogEntry[] {
    return this.#all<DecisionRow>('SELECT * FROM decisions WHERE attempt_id = ? ORDER BY seq', attempt).map(
      toLogEntry,
    )
  }

  /** Appends a decision. It is on the disk when this returns. */
  appendDecision(attempt: string, entry: LogEntry): void {
    this.#writeDecision(attempt, entry)
  }

  /** Writes the last decision, the score and all that depends on them, completely or not at all. */
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
    return this.#all<AttemptRow>(
      `SELECT * FROM attempts WHERE person_id = ? AND course = ? AND mode = 'assessed' ORDER BY started_at`,
      person,
      course,
    ).map(toRoundAttempt)
  }

  /** Returns the time of each attempt with its contact, in any course and mode. */
  meetings(person: string): { id: string; scenario: string; startedAt: string }[] {
    return this.#all('SELECT id, scenario, started_at AS startedAt FROM attempts WHERE person_id = ?', person)
  }

  /** Returns the courses that were assigned to a person or begun by them. */
  coursesOf(person: string): string[] {
    return this.#all<{ course: string }>(
      'SELECT course FROM standings WHERE person_id = ? AND (assigned_at IS NOT NULL OR started_at IS NOT NULL)',
      person,
    ).map(({ course }) => course)
  }

  attemptSummary(id: string): { disposition: string; passed: boolean; scoringVersion: number } | undefined {
    const row = this.#one<{ disposition: string; passed: number; scoring_version: number }>(
      'SELECT disposition, passed, scoring_version FROM attempts WHERE id = ? AND ended_at IS NOT NULL',
      id,
    )
    return (
      row && { disposition: row.disposition, passed: row.passed === 1, scoringVersion: row.scoring_version }
    )
  }

  /** Notes that a person asked for a round too early. Only the latest time is kept. */
  noteRoundRefused(person: string, course: string, at: string): void {
    this.#prepared('UPDATE standings SET round_refused_at = ? WHERE person_id = ? AND course = ?').run(
      at,
      person,
      course,
    )
  }

  /** Returns what the standing says of a pass of the course; `undefined` without a standing. */
  passOf(person: string, course: string): Pass | undefined {
    return this.#one<Pass>(
      `SELECT passed_at AS passedAt, valid_until AS validUntil, revoked_at AS revokedAt FROM standings
       WHERE person_id = ? AND course = ?`,
      person,
      course,
    )
  }

  /** Returns the highest round for which somebody was given a certificate; 0 if there is none. */
  lastCertifiedRound(person: string, course: string): number {
    return this.#one<{ round: number }>(
      'SELECT coalesce(max(round), 0) AS round FROM credentials WHERE person_id = ? AND course = ?',
      person,
      course,
    )!.round
  }

  /** Returns the newest certificate of a course that was not revoked. */
  latestCredential(person: string, course: string): Certificate | undefined {
    const row = this.#one<Pick<CredentialRow, 'payload'>>(
      `SELECT payload FROM credentials WHERE person_id = ? AND course = ? AND revoked_at IS NULL
       ORDER BY issued_at DESC LIMIT 1`,
      person,
      course,
    )
    return row && (JSON.parse(row.payload) as Certificate)
  }

  /** Returns the time from which on a certificate tells results, ISO 8601. */
  certificateTellsSince(id: string): string | undefined {
    return certificateTellsSince(this.#db, id)
  }

  #attemptQuery(search: string): { where: string; params: string[] } {
    if (!search.trim()) return { where: '', params: [] }
    const like = `%${search.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    return {
      where: String.raw`WHERE p.name LIKE ? ESCAPE '\' OR p.number LIKE ? ESCAPE '\' OR a.scenario LIKE ? ESCAPE '\'`,
      params: [like, like, like],
    }
  }

  /** Returns attempts, newest first. */
  *attempts(search: string, offset = 0, limit = -1): Generator<ExportedAttempt> {
    const { where, params } = this.#attemptQuery(search)
    const rows = this.#db
      .prepare(
        `SELECT a.*, p.name AS person_name, p.number AS person_number, s.version AS scenario_version
         FROM attempts a JOIN people p ON p.id = a.person_id JOIN scenarios s ON s.hash = a.scenario_hash ${where}
         ORDER BY a.started_at DESC, a.id LIMIT ? OFFSET ?`,
      )
      .iterate<ListedRow>(...params, limit, offset)
    for (const row of rows) {
      const ended = row.ended_at !== null
      const possible = row.possible
      const earned = row.earned
      yield {
        id: row.id,
        personName: row.person_name,
        personNumber: row.person_number,
        course: row.course,
        round: row.round,
        scenario: row.scenario,
        scenarioVersion: row.scenario_version,
        scenarioHash: row.scenario_hash,
        mode: row.mode,
        truth: row.truth,
        startedAt: row.started_at,
        endedAt: row.ended_at,
        earned,
        possible,
        scorePercent: earned !== null && possible ? percent(earned / possible) : null,
        passed: ended ? row.passed === 1 : null,
        disposition: row.disposition,
        outcome: row.outcome,
        critical: ended ? flagsOf(row.critical) : [],
      }
    }
  }

  close(): void {
    this.#db.close()
  }
}

import { COMPETENCIES, type Competency } from '../../../domain/scenario/vocabulary'
import type { Standing } from '../../../domain/records'
import type { Database } from '../libsql'
import { roundAttemptColumns, type AttemptRow, type RoundAttemptRow } from './attempts'
import { isOfRound, type BegunRound, type CredentialRow } from './credentials'

/** A row of `standings`. The points by competency are columns of their own, see `COMPETENCY_COLUMNS`. */
export interface StandingRow {
  readonly person_id: string
  readonly course: string
  readonly course_version: string | null
  readonly assigned_at: string | null
  readonly assigned_by: string | null
  readonly due_at: string | null
  readonly started_at: string | null
  readonly status: Standing['status']
  readonly round: number
  readonly modules: number
  readonly modules_done: number
  readonly earned: number
  readonly possible: number
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly false_alarms: number
  readonly critical: number
  /** The number of assessed attempts that were set aside, in any round. */
  readonly set_aside: number
  /** The time at which the limit of rounds last kept the person from beginning the next round. */
  readonly round_refused_at: string | null
  readonly passed_at: string | null
  readonly last_activity: string | null
  readonly credential_id: string | null
  readonly valid_until: string | null
  readonly revoked_at: string | null
  readonly course_hash: string | null
  /** In percent. */
  readonly score: number | null
  readonly sort_name: string
  readonly number: string
  /** Empty if the person has none. */
  readonly team: string
  readonly site: string
}

/**
 * Returns the columns of a competency: `data_protection_earned` and `data_protection_possible` for `data-protection`.
 */
export const competencyColumns = (
  competency: Competency,
): { readonly earned: string; readonly possible: string } => {
  const name = competency.replaceAll('-', '_')
  return { earned: `${name}_earned`, possible: `${name}_possible` }
}

/** Every competency with the names of its columns. */
export const COMPETENCY_COLUMNS = COMPETENCIES.map((competency) => ({
  competency,
  ...competencyColumns(competency),
}))

type Statements = Pick<Database, 'prepare'>

/** The columns of an attempt from which its standing is computed. */
export type CountedRow = RoundAttemptRow & Pick<AttemptRow, 'mode' | 'competencies'>

/** Returns all attempts of a person in a course, in their order. */
export const attemptsOfStanding = (db: Statements, person: string, course: string): CountedRow[] =>
  db
    .prepare(
      `SELECT ${roundAttemptColumns}, mode, competencies FROM attempts
       WHERE person_id = ? AND course = ? ORDER BY started_at, id`,
    )
    .all<CountedRow>(person, course)

/** The certificate that a standing shows. */
export interface StandingCertificate {
  /** `null` when it was revoked. */
  readonly id: string | null
  readonly validUntil: string
  readonly revokedAt: string | null
}

type CertificateRow = Pick<CredentialRow, 'valid_until' | 'revoked_at'> & { readonly id: string | null }

/** What a standing says of a pass and of its certificate. */
export interface Pass {
  /** ISO 8601; `null` if the course is not passed. */
  readonly passedAt: string | null
  readonly validUntil: string | null
  readonly revokedAt: string | null
}

/**
 * Chooses the certificate of a standing. One in force comes before revoked ones, which include those that were
 * replaced.
 * @param round a completed round shows its own certificate and none of an earlier round; `null` for any
 */
export function certificateOfStanding(
  db: Statements,
  person: string,
  course: string,
  round: BegunRound | null,
): StandingCertificate | undefined {
  const row = db
    .prepare(
      `SELECT iif(revoked_at IS NULL, id, NULL) AS id, valid_until, revoked_at
       FROM credentials c WHERE person_id = ? AND course = ?
         AND (? IS NULL OR (round = ? AND ${isOfRound('?')}))
       ORDER BY revoked_at IS NOT NULL, issued_at DESC, id LIMIT 1`,
    )
    .get<CertificateRow>(person, course, round?.number ?? null, round?.number ?? null, round?.begunAt ?? null)
  return row && { id: row.id, validUntil: row.valid_until, revokedAt: row.revoked_at }
}

/** A column of a standing and its value. */
export type StandingValue = readonly [column: string, value: string | number | null]

/** Writes the given columns; the others stay as they are. */
export function writeStanding(
  db: Statements,
  person: string,
  course: string,
  values: readonly StandingValue[],
): void {
  const columns = values.map(([column]) => column)
  db.prepare(
    `INSERT INTO standings (person_id, course, ${columns.join(', ')})
     VALUES (?, ?, ${columns.map(() => '?').join(', ')})
     ON CONFLICT (person_id, course) DO UPDATE SET
       ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  ).run(person, course, ...values.map(([, value]) => value))
}

/** Returns people whose standing was computed for another version of the course, or never. */
export const peopleWithStaleStanding = (
  db: Statements,
  course: string,
  hash: string,
  limit: number,
): string[] =>
  db
    .prepare(
      `SELECT person_id FROM standings WHERE course = ? AND course_hash IS NULL
       UNION ALL SELECT person_id FROM standings WHERE course = ? AND course_hash < ?
       UNION ALL SELECT person_id FROM standings WHERE course = ? AND course_hash > ? LIMIT ?`,
    )
    .all<Pick<StandingRow, 'person_id'>>(course, course, hash, course, hash, limit)
    .map((row) => row.person_id)

/** Returns the standings of a person in all their courses. */
export const standingsOf = (db: Statements, person: string): StandingRow[] =>
  db.prepare('SELECT * FROM standings WHERE person_id = ? ORDER BY course').all<StandingRow>(person)

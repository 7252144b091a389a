/** Reads rows from which xAPI statements are made. */
import type { Database } from './libsql'
import { roundAttemptColumns, type AttemptRow, type RoundAttemptRow } from './tables/attempts'
import type { CredentialRow } from './tables/credentials'

export type SqlValue = string | number | null

interface WithPerson {
  readonly person_name: string
  readonly person_number: string
}

/** With the time that was spent on its decisions. */
export type FinishedAttemptRow = AttemptRow & WithPerson & { readonly engaged_ms: number | null }

/** Tells whether a person began a later round of a course. */
export const hasLaterRound = (
  db: Pick<Database, 'prepare'>,
  person: string,
  course: string,
  round: number,
): boolean =>
  db
    .prepare(
      "SELECT 1 FROM attempts WHERE person_id = ? AND course = ? AND round > ? AND mode = 'assessed' LIMIT 1",
    )
    .get(person, course, round) !== undefined

export type CertificateStatementRow = CredentialRow & WithPerson

/** @param rest a condition over `attempts a` and `people p`, followed by an order and a limit */
export const finishedAttemptRows = (
  db: Pick<Database, 'prepare'>,
  rest: string,
  params: readonly SqlValue[],
): IterableIterator<FinishedAttemptRow> =>
  db
    .prepare(
      `SELECT a.*, p.name AS person_name, p.number AS person_number,
         (SELECT sum(d.elapsed_ms) FROM decisions d WHERE d.attempt_id = a.id AND d.kind = 'decision') AS engaged_ms
       FROM attempts a JOIN people p ON p.id = a.person_id
       WHERE a.ended_at IS NOT NULL AND ${rest}`,
    )
    .iterate<FinishedAttemptRow>(...params)

/** Returns finished attempts in the order of their ids, without their contents. */
export const finishedAttemptIds = (
  db: Pick<Database, 'prepare'>,
  after: string,
  limit: number,
): { readonly id: string; readonly person_id: string }[] =>
  db
    .prepare('SELECT id, person_id FROM attempts WHERE ended_at IS NOT NULL AND id > ? ORDER BY id LIMIT ?')
    .all(after, limit)

/** Returns certificates in the order of their ids, without their contents. */
export const certificateIds = (
  db: Pick<Database, 'prepare'>,
  after: string,
  limit: number,
): { readonly id: string; readonly person_id: string }[] =>
  db.prepare('SELECT id, person_id FROM credentials WHERE id > ? ORDER BY id LIMIT ?').all(after, limit)

/** Returns the assessed attempts of one round. */
export const roundRows = (
  db: Pick<Database, 'prepare'>,
  person: string,
  course: string,
  round: number,
): RoundAttemptRow[] =>
  db
    .prepare(
      `SELECT ${roundAttemptColumns} FROM attempts
       WHERE person_id = ? AND course = ? AND round = ? AND mode = 'assessed'`,
    )
    .all<RoundAttemptRow>(person, course, round)

/** @param rest a condition over `credentials c` and `people p`, followed by an order and a limit */
export const certificateRows = (
  db: Pick<Database, 'prepare'>,
  rest: string,
  params: readonly SqlValue[],
): IterableIterator<CertificateStatementRow> =>
  db
    .prepare(
      `SELECT c.*, p.name AS person_name, p.number AS person_number
       FROM credentials c JOIN people p ON p.id = c.person_id WHERE ${rest}`,
    )
    .iterate<CertificateStatementRow>(...params)

/** Returns the largest row number of a table. Rows can be read in parts by their numbers, however few of them match. */
export const lastRowNumber = (db: Pick<Database, 'prepare'>, table: 'attempts' | 'credentials'): number =>
  db.prepare(`SELECT max(rowid) AS n FROM ${table}`).get<{ n: number | null }>()!.n ?? 0

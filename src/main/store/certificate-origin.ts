import type { Database } from './libsql'

type Statements = Pick<Database, 'prepare'>

/**
 * Returns the time from which on a certificate tells results: the beginning of its round. If the attempts were deleted,
 * it is the issue of the first certificate of the round, because one that was issued anew tells the results of the
 * first.
 * @returns ISO 8601; `undefined` if there is no such certificate
 */
export function certificateTellsSince(db: Statements, id: string): string | undefined {
  return (
    db
      .prepare(
        `WITH RECURSIVE origin (id, replaces, person_id, course, round, issued_at) AS (
           SELECT id, replaces, person_id, course, round, issued_at FROM credentials WHERE id = ?
           UNION SELECT c.id, c.replaces, c.person_id, c.course, c.round, c.issued_at
             FROM credentials c JOIN origin o ON c.id = o.replaces)
         SELECT min(at) AS at FROM (
           SELECT issued_at AS at FROM origin
           UNION ALL SELECT a.started_at FROM attempts a JOIN origin o
             ON a.person_id = o.person_id AND a.course = o.course AND a.round = o.round WHERE a.mode = 'assessed')`,
      )
      .get<{ at: string | null }>(id)?.at ?? undefined
  )
}

/** Tells whether somebody holds, or held, a certificate that was issued before a moment. */
export const hadCertificateBefore = (db: Statements, person: string, before: string): boolean =>
  db
    .prepare('SELECT 1 FROM credentials WHERE person_id = ? AND issued_at < ? LIMIT 1')
    .get(person, before) !== undefined

import { createHmac, hkdfSync } from 'node:crypto'
import { audit } from './tables/audit'
import { ClockWatch } from './clock'
import type { PersonRow } from './tables/people'
import type { Database } from './libsql'
import { Pictures } from './tables/pictures'

/** Counts what was removed when a person was erased. */
export interface Erased {
  readonly attempts: number
  readonly credentials: number
  /** The number of statements that a record store has already taken. They have to be removed there. */
  readonly delivered: number
}

export interface RetentionDone {
  readonly attempts: number
  readonly credentials: number
  readonly people: number
}

type Row = Record<string, unknown>

/** Tables with rows of a person, in an order in which they can be deleted. */
const OF_A_PERSON = [
  'DELETE FROM outbox WHERE person_id = ?',
  'DELETE FROM decisions WHERE attempt_id IN (SELECT id FROM attempts WHERE person_id = ?)',
  'DELETE FROM attempts WHERE person_id = ?',
  'DELETE FROM credentials WHERE person_id = ?',
  'DELETE FROM standings WHERE person_id = ?',
  'DELETE FROM secrets WHERE person_id = ?',
  'DELETE FROM earlier_secrets WHERE person_id = ?',
  'DELETE FROM sessions WHERE person_id = ?',
  'DELETE FROM saved_views WHERE person_id = ?',
  'DELETE FROM device_people WHERE person_id = ?',
  'UPDATE people SET manager_id = NULL WHERE manager_id = ?',
  'DELETE FROM people WHERE id = ?',
] as const

/** The last moment at which something happened in an attempt. One that was never finished may have been continued. */
const lastMomentOf = (attempt: string): string =>
  `coalesce(${attempt}.ended_at, ${attempt}.set_aside_at, max(${attempt}.started_at, coalesce(
     (SELECT max(d.at) FROM decisions d WHERE d.attempt_id = ${attempt}.id), ${attempt}.started_at)))`

const isOld = (attempt: string): string =>
  `(${lastMomentOf(attempt)} < :cutoff AND ${lastMomentOf(attempt)} > :notUpTo)`

/**
 * Selects the attempts whose time is over. An assessed round goes as a whole or stays as a whole, since what is left of
 * it would count as another result. An earlier round doesn't outlive a later one, because it would then count again.
 */
const OVERDUE_ATTEMPTS = `SELECT a.id FROM attempts a
  WHERE ${isOld('a')}
    AND NOT EXISTS (SELECT 1 FROM credentials c WHERE c.person_id = a.person_id AND c.course = a.course
      AND c.revoked_at IS NULL AND c.valid_until > :now)
    AND (a.mode = 'practice' OR NOT EXISTS (SELECT 1 FROM attempts b
      WHERE b.person_id = a.person_id AND b.course = a.course AND b.mode = 'assessed'
      AND (b.round IS a.round OR b.round < a.round) AND NOT ${isOld('b')}))`

/** An average month; retention need not be exact to the day. */
const MONTH_MS = 30.5 * 86_400_000

/** Finds all data about a person: to hand it out, to erase it, and to delete it when its time is over. */
export class PersonRecords {
  readonly #erasureKey: Buffer

  /** @param databaseKey 64 hexadecimal digits; erased employee numbers are only remembered as a hash with this key */
  constructor(
    private readonly db: Database,
    databaseKey: string,
  ) {
    this.#erasureKey = Buffer.from(
      hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), '', 'erased employee numbers', 32),
    )
  }

  #hashOf(number: string): string {
    return createHmac('sha256', this.#erasureKey).update(number.trim().toLowerCase()).digest('hex')
  }

  /**
   * Returns all data about a person, for a request of access.
   * @returns `undefined` when there is no such person
   */
  file(personId: string): Row | undefined {
    const { db } = this
    const person = db
      .prepare(
        'SELECT id, name, number, email, role, team, site, manager_id, created_at, left_at FROM people WHERE id = ?',
      )
      .get<Row>(personId)
    if (!person) return undefined
    const all = (sql: string) => db.prepare(sql).all<Row>(personId)
    const pictures = new Pictures(db)
    const decisions = db.prepare(
      'SELECT seq, kind, event, at, elapsed_ms FROM decisions WHERE attempt_id = ? ORDER BY seq',
    )
    return {
      person,
      standings: all('SELECT * FROM standings WHERE person_id = ? ORDER BY course'),
      attempts: all('SELECT * FROM attempts WHERE person_id = ? ORDER BY started_at, id').map((attempt) => ({
        ...attempt,
        decisions: decisions.all(attempt['id']),
      })),
      certificates: all('SELECT * FROM credentials WHERE person_id = ? ORDER BY issued_at, id').map(
        (row) => ({
          ...row,
          document: typeof row['document'] === 'string' ? pictures.withPictures(row['document']) : null,
        }),
      ),
      sessions: all('SELECT started_at, ended_at FROM sessions WHERE person_id = ? ORDER BY started_at'),
      saved_views: all('SELECT name, page, view, created_at FROM saved_views WHERE person_id = ?'),
      audit: all('SELECT seq, at, act, detail FROM audit WHERE person_id = ? ORDER BY seq'),
    }
  }

  /**
   * Erases a person with all their data, in one transaction. The audit log keeps the ids, which then have no names.
   * @param by the id of the person who does it
   * @returns `undefined` when there is no such person
   */
  erase(personId: string, by: string, at: string): Erased | undefined {
    return this.db.transaction(() => {
      const erased = this.#remove(personId, at)
      if (erased) audit(this.db, at, by, 'person-erased', { person: personId, ...erased })
      return erased
    })()
  }

  #remove(personId: string, at: string): Erased | undefined {
    const { db } = this
    const person = db
      .prepare('SELECT number FROM people WHERE id = ?')
      .get<Pick<PersonRow, 'number'>>(personId)
    if (!person) return undefined
    const count = (sql: string) => db.prepare(sql).get<{ n: number }>(personId)!.n
    const erased: Erased = {
      attempts: count('SELECT count(*) AS n FROM attempts WHERE person_id = ?'),
      credentials: count('SELECT count(*) AS n FROM credentials WHERE person_id = ?'),
      delivered: count('SELECT count(*) AS n FROM outbox WHERE delivered_at IS NOT NULL AND person_id = ?'),
    }
    db.prepare(
      `INSERT INTO erasures (number_hash, erased_at) VALUES (?, ?)
       ON CONFLICT (number_hash) DO UPDATE SET erased_at = excluded.erased_at`,
    ).run(this.#hashOf(person.number), new ClockWatch(db).believed(new Date(at)).toISOString())
    for (const sql of OF_A_PERSON) db.prepare(sql).run(personId)
    return erased
  }

  /**
   * Tells whether an attempt ended before its person was erased, so that a bundle that comes late does not bring it
   * back.
   */
  wasErased(number: string, endedAt: string): boolean {
    const row = this.db
      .prepare('SELECT erased_at FROM erasures WHERE number_hash = ?')
      .get<{ erased_at: string }>(this.#hashOf(number))
    return row !== undefined && endedAt <= row.erased_at
  }

  /**
   * Deletes records that are older than the organisation keeps them: finished or abandoned attempts with their
   * decisions, certificates that expired before then, and people who left before then, with all their records. The attempts of
   * an assessed round are deleted together, once the newest of them is old enough. Attempts behind a certificate in
   * force are kept until it ends. The standings concerned are marked to be computed anew.
   * @param months how long records are kept
   * @returns `undefined` when the clock is odd and nothing was looked at
   */
  applyRetention(months: number, now: Date): RetentionDone | undefined {
    const { db } = this
    const at = now.toISOString()
    const span = new ClockWatch(db).retention(now, months * MONTH_MS)
    if (!span) return undefined
    const { cutoff, notUpTo } = span
    return db.transaction(() => {
      const leavers = db
        .prepare('SELECT id FROM people WHERE left_at IS NOT NULL AND left_at < ? AND left_at > ?')
        .all<{ id: string }>(cutoff, notUpTo)
      for (const { id } of leavers) this.#remove(id, at)
      const overdue = db.prepare(OVERDUE_ATTEMPTS).all<{ id: string }>({ cutoff, notUpTo, now: at })
      const ids = JSON.stringify(overdue.map(({ id }) => id))
      const among = 'IN (SELECT value FROM json_each(?))'
      // A standing without `course_hash` is computed anew later, in pieces.
      db.prepare(
        `UPDATE standings SET course_hash = NULL WHERE (person_id, course) IN (
           SELECT person_id, course FROM attempts WHERE id ${among}
           UNION SELECT person_id, course FROM credentials WHERE valid_until < ? AND issued_at > ?)`,
      ).run(ids, cutoff, notUpTo)
      db.prepare(`DELETE FROM outbox WHERE attempt_id ${among}`).run(ids)
      db.prepare(`DELETE FROM decisions WHERE attempt_id ${among}`).run(ids)
      const attempts = db.prepare(`DELETE FROM attempts WHERE id ${among}`).run(ids).changes
      const credentials = db
        .prepare('DELETE FROM credentials WHERE valid_until < ? AND issued_at > ?')
        .run(cutoff, notUpTo).changes
      db.exec(`DELETE FROM standings WHERE course_hash IS NULL AND assigned_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.person_id = standings.person_id AND a.course = standings.course)
        AND NOT EXISTS (SELECT 1 FROM credentials c WHERE c.person_id = standings.person_id AND c.course = standings.course)`)
      const done: RetentionDone = { attempts, credentials, people: leavers.length }
      if (attempts + credentials + leavers.length > 0)
        audit(db, at, null, 'retention-applied', { months, ...done })
      return done
    })()
  }
}

import { audit, type Act } from './audit'
import { atomically, type Database } from '../libsql'
import type { Person } from '../records'

/** After a restart, a session continues if it began no longer ago than the longest shift lasts. */
const SHIFT_MS = 12 * 3_600_000
/** A clock may be corrected by this much. A session that seems to begin so far in the future is still continued. */
const CORRECTED_MS = 5 * 60_000

export interface OpenSession {
  readonly id: string
  readonly personId: string
  readonly locked: boolean
}

/** Keeps sign-ins and sign-outs, and finds people for the sign-in. People who have left are not found. */
export class SessionStore {
  constructor(private readonly db: Database) {}

  personByNumber(number: string): Person | undefined {
    return this.db
      .prepare('SELECT id, name, number, role FROM people WHERE number = ? AND left_at IS NULL')
      .get<Person>(number.trim())
  }

  /** Checks all people, because somebody who has left keeps their number. */
  numberIsTaken(number: string): boolean {
    return this.db.prepare('SELECT 1 FROM people WHERE number = ?').get(number.trim()) !== undefined
  }

  person(id: string): Person | undefined {
    return this.db
      .prepare('SELECT id, name, number, role FROM people WHERE id = ? AND left_at IS NULL')
      .get<Person>(id)
  }

  /**
   * Returns the open session of this shift, for a restart after a power cut. A session that began in the future was
   * dated by a wrong clock. It is not continued, because it would last until long after its shift.
   */
  lastOpen(now: Date): OpenSession | undefined {
    const at = (ms: number) => new Date(now.getTime() + ms).toISOString()
    const row = this.db
      .prepare(
        `SELECT id, person_id, locked_at FROM sessions WHERE ended_at IS NULL AND started_at > ? AND started_at < ?
         ORDER BY started_at DESC LIMIT 1`,
      )
      .get<{ id: string; person_id: string; locked_at: string | null }>(at(-SHIFT_MS), at(CORRECTED_MS))
    return row && { id: row.id, personId: row.person_id, locked: row.locked_at !== null }
  }

  open(session: string, person: string, at: string): void {
    atomically(this.db, () => {
      this.db.prepare('UPDATE sessions SET ended_at = ? WHERE ended_at IS NULL').run(at)
      this.db
        .prepare('INSERT INTO sessions (id, person_id, started_at) VALUES (?, ?, ?)')
        .run(session, person, at)
      audit(this.db, at, person, 'sign-in', {})
    })
  }

  #mark(
    column: 'locked_at' | 'ended_at',
    value: string | null,
    session: OpenSession,
    at: string,
    act: Act,
  ): void {
    atomically(this.db, () => {
      this.db.prepare(`UPDATE sessions SET ${column} = ? WHERE id = ?`).run(value, session.id)
      audit(this.db, at, session.personId, act, {})
    })
  }

  close(session: OpenSession, at: string): void {
    this.#mark('ended_at', at, session, at, 'sign-out')
  }

  lock(session: OpenSession, at: string): void {
    this.#mark('locked_at', at, session, at, 'locked')
  }

  unlock(session: OpenSession, at: string): void {
    this.#mark('locked_at', null, session, at, 'unlocked')
  }

  /**
   * Tells whether an administrator other than this one has signed in since then and could help. Sign-ins in the future
   * came from a clock that was ahead. They don't count, or the last administrator would be locked out until then.
   */
  otherAdministratorSince(person: string, since: string, until: string): boolean {
    return (
      this.db
        .prepare(
          `SELECT 1 FROM people p JOIN sessions s ON s.person_id = p.id
           WHERE p.role = 'administrator' AND p.left_at IS NULL AND p.id <> ?
             AND s.started_at > ? AND s.started_at <= ? LIMIT 1`,
        )
        .get(person, since, until) !== undefined
    )
  }
}

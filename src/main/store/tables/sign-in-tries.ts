import { createHash } from 'node:crypto'
import { atomically, type Database } from '../libsql'

interface Rule {
  /** The number of wrong tries that cost no wait. */
  readonly free: number
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** The count starts again after this time without a wrong try. */
  readonly forgottenAfterMs: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The rule for one employee number, whether anybody has it or not. */
const ONE: Rule = {
  free: 4,
  firstWaitMs: 15 * SECOND,
  longestWaitMs: 30 * MINUTE,
  forgottenAfterMs: 24 * 60 * MINUTE,
}

/** The rule for all numbers together, so that one common PIN can't be tried on each of them in turn. */
const ALL: Rule = {
  free: 30,
  firstWaitMs: 5 * SECOND,
  longestWaitMs: MINUTE,
  forgottenAfterMs: 15 * MINUTE,
}
const ALL_KEY = '*'

/** Hashes a number, because somebody may type their passphrase into the field for the number. */
const keyOf = (number: string): string =>
  createHash('sha256').update(number.trim().toLowerCase()).digest('hex')

function waitAfter(failures: number, { free, firstWaitMs, longestWaitMs }: Rule): number {
  return failures <= free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - free - 1, 20))
}

/**
 * Counts wrong tries and makes the next one wait, longer each time. The counts are in the database, so restarting the
 * program or the computer does not help.
 */
export class SignInTries {
  constructor(private readonly db: Database) {}

  /** Returns the milliseconds until the next try for this number is allowed; 0 if it is allowed now. */
  wait(number: string, now: Date): number {
    this.#mend(now)
    const left = (key: string) => {
      const row = this.db
        .prepare('SELECT wait_until FROM sign_in_tries WHERE key = ?')
        .get<{ wait_until: string | null }>(key)
      return row?.wait_until ? Math.max(0, Date.parse(row.wait_until) - now.getTime()) : 0
    }
    return Math.max(left(keyOf(number)), left(ALL_KEY))
  }

  /**
   * Corrects tries in the future, which were dated by a clock that was ahead. They count as made now: their wait is
   * served once, beginning now, and no try is forgiven.
   */
  #mend(now: Date): void {
    const ahead = this.db
      .prepare('SELECT key, wait_until, last_at FROM sign_in_tries WHERE last_at > ?')
      .all<{ key: string; wait_until: string | null; last_at: string }>(now.toISOString())
    for (const { key, wait_until: until, last_at: last } of ahead) {
      const wait = until === null ? 0 : Date.parse(until) - Date.parse(last)
      this.db
        .prepare('UPDATE sign_in_tries SET wait_until = ?, last_at = ? WHERE key = ?')
        .run(until && new Date(now.getTime() + wait).toISOString(), now.toISOString(), key)
    }
  }

  /** Counts a try as wrong before it is checked, so that many tries at once can't avoid the wait. */
  begin(number: string, now: Date): void {
    atomically(this.db, () => {
      this.#mend(now)
      const old = new Date(now.getTime() - ONE.forgottenAfterMs).toISOString()
      this.db.prepare('DELETE FROM sign_in_tries WHERE last_at < ?').run(old)
      this.#count(keyOf(number), ONE, now)
      this.#count(ALL_KEY, ALL, now)
    })
  }

  #count(key: string, rule: Rule, now: Date): void {
    const row = this.db
      .prepare('SELECT failures, last_at FROM sign_in_tries WHERE key = ?')
      .get<{ failures: number; last_at: string }>(key)
    const fresh = !row || now.getTime() - Date.parse(row.last_at) > rule.forgottenAfterMs
    const failures = fresh ? 1 : row.failures + 1
    const wait = waitAfter(failures, rule)
    this.db
      .prepare(
        `INSERT INTO sign_in_tries (key, failures, wait_until, last_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, wait_until = excluded.wait_until,
           last_at = excluded.last_at`,
      )
      .run(key, failures, wait > 0 ? new Date(now.getTime() + wait).toISOString() : null, now.toISOString())
  }

  /** Takes the last try back, because it was right. */
  succeeded(number: string): void {
    atomically(this.db, () => {
      this.forget(number)
      this.db
        .prepare('UPDATE sign_in_tries SET failures = max(0, failures - 1), wait_until = NULL WHERE key = ?')
        .run(ALL_KEY)
    })
  }

  /** Forgets the tries of a person whose secret was reset. */
  forget(number: string): void {
    this.db.prepare('DELETE FROM sign_in_tries WHERE key = ?').run(keyOf(number))
  }
}

import type { SecretKind } from '../../../domain/records/index'
import { audit } from './audit'
import { atomically, type Database } from '../libsql'

export interface StoredSecret {
  readonly kind: SecretKind
  /** `undefined` for a person from before passphrases existed, who sets one at the next sign-in. */
  readonly hash: string | undefined
  readonly mustChange: boolean
  /** ISO 8601. Attempts that were begun before this time are closed to this secret; `null` when none is. */
  readonly opensFrom: string | null
  /** The id of the person who set it. */
  readonly setBy: string | null
  readonly setAt: string
}

/** A secret that the person had chosen before somebody else replaced it. */
export interface EarlierSecret {
  readonly id: number
  readonly hash: string
  readonly opensFrom: string | null
}

/** Keeps the hashes of PINs and passphrases. */
export class SecretStore {
  constructor(private readonly db: Database) {}

  of(person: string): StoredSecret | undefined {
    const row = this.db
      .prepare('SELECT kind, hash, must_change, opens_from, set_by, set_at FROM secrets WHERE person_id = ?')
      .get<{
        kind: SecretKind
        hash: string
        must_change: number
        opens_from: string | null
        set_by: string | null
        set_at: string
      }>(person)
    return (
      row && {
        kind: row.kind,
        hash: row.hash === '' ? undefined : row.hash,
        mustChange: row.must_change === 1,
        opensFrom: row.opens_from,
        setBy: row.set_by,
        setAt: row.set_at,
      }
    )
  }

  /**
   * @param by the person themselves, or the person who resets the secret
   * @param mustChange true for a start secret, which is good for one sign-in
   */
  set(person: string, kind: SecretKind, hash: string, mustChange: boolean, at: string, by: string): void {
    atomically(this.db, () => {
      const before = this.of(person)
      // Somebody who changes their own secret keeps access to everything that the old one opened. A first secret opens
      // everything if nothing was recorded before. Any other new secret opens only what begins after it was set.
      const proved = by === person && before?.hash !== undefined
      const first = by === person && before === undefined && !this.#anythingRecorded(person)
      const opensFrom = proved ? before.opensFrom : first ? null : at
      if (!proved && before?.hash !== undefined && !before.mustChange) {
        this.db
          .prepare(
            `INSERT INTO earlier_secrets (person_id, hash, opens_from, replaced_at, replaced_by) VALUES (?, ?, ?, ?, ?)`,
          )
          .run(person, before.hash, before.opensFrom, at, by)
      }
      this.db
        .prepare(
          `INSERT INTO secrets (person_id, kind, hash, set_at, must_change, opens_from, set_by)
             VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, hash = excluded.hash, set_at = excluded.set_at,
             must_change = excluded.must_change, opens_from = excluded.opens_from, set_by = excluded.set_by`,
        )
        .run(person, kind, hash, at, mustChange ? 1 : 0, opensFrom, by)
      audit(this.db, at, by, mustChange ? 'secret-reset' : 'secret-set', { person, kind })
    })
  }

  #anythingRecorded(person: string): boolean {
    return (
      this.db
        .prepare(
          'SELECT 1 FROM attempts WHERE person_id = ? UNION ALL SELECT 1 FROM earlier_secrets WHERE person_id = ? LIMIT 1',
        )
        .get(person, person) !== undefined
    )
  }

  /**
   * Returns the name of the person who last replaced a secret that this person had chosen; `undefined` when nobody did.
   */
  lastReplaced(person: string): { readonly name: string | null } | undefined {
    return this.db
      .prepare(
        `SELECT p.name FROM earlier_secrets e LEFT JOIN people p ON p.id = e.replaced_by WHERE e.person_id = ?
         ORDER BY e.id DESC LIMIT 1`,
      )
      .get<{ name: string | null }>(person)
  }

  /** Returns the earlier secrets, newest first. */
  earlier(person: string): EarlierSecret[] {
    return this.db
      .prepare(
        'SELECT id, hash, opens_from AS opensFrom FROM earlier_secrets WHERE person_id = ? ORDER BY id DESC',
      )
      .all<EarlierSecret>(person)
  }

  /** Gives the present secret access to everything that an earlier one opened, because the person has proved it. */
  reopen(person: string, { id, opensFrom }: EarlierSecret, at: string): void {
    atomically(this.db, () => {
      this.db.prepare('UPDATE secrets SET opens_from = ? WHERE person_id = ?').run(opensFrom, person)
      this.db.prepare('DELETE FROM earlier_secrets WHERE person_id = ? AND id >= ?').run(person, id)
      audit(this.db, at, person, 'earlier-results-opened', {})
    })
  }
}

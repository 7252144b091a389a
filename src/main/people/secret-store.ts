import type { SecretKind } from '../../domain/records'
import { audit } from '../records/audit'
import { atomically, type Database } from '../records/libsql'

export interface StoredSecret {
  readonly kind: SecretKind
  /** `undefined` for somebody who was there before passphrases existed, and sets one at the next sign-in. */
  readonly hash: string | undefined
  readonly mustChange: boolean
}

/** PINs and passphrases, as hashes. */
export class SecretStore {
  constructor(private readonly db: Database) {}

  of(person: string): StoredSecret | undefined {
    const row = this.db
      .prepare('SELECT kind, hash, must_change FROM secrets WHERE person_id = ?')
      .get(person) as { kind: SecretKind; hash: string; must_change: number } | undefined
    return (
      row && {
        kind: row.kind,
        hash: row.hash === '' ? undefined : row.hash,
        mustChange: row.must_change === 1,
      }
    )
  }

  /**
   * @param by the person themselves, or whoever resets it
   * @param mustChange a start secret, good for one sign-in
   */
  set(person: string, kind: SecretKind, hash: string, mustChange: boolean, at: string, by: string): void {
    atomically(this.db, () => {
      this.db
        .prepare(
          `INSERT INTO secrets (person_id, kind, hash, set_at, must_change) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, hash = excluded.hash,
             set_at = excluded.set_at, must_change = excluded.must_change`,
        )
        .run(person, kind, hash, at, mustChange ? 1 : 0)
      audit(this.db, at, by, mustChange ? 'secret-reset' : 'secret-set', { person, kind })
    })
  }
}

import type { Database } from '../libsql'
import { audit } from './audit'

/** Returns the hash of the valid code, and the time at which it was made. */
export function currentRecoveryCode(
  db: Pick<Database, 'prepare'>,
): { readonly madeAt: string; readonly hash: string } | undefined {
  return db
    .prepare(
      'SELECT made_at AS madeAt, hash FROM recovery_codes WHERE used_at IS NULL ORDER BY made_at DESC LIMIT 1',
    )
    .get<{ madeAt: string; hash: string }>()
}

/** Replaces the recovery code. Call it inside a transaction. */
export function replaceRecoveryCode(
  db: Database,
  {
    id,
    hash,
    at,
    by,
  }: { readonly id: string; readonly hash: string; readonly at: string; readonly by: string },
): void {
  db.prepare('UPDATE recovery_codes SET used_at = ? WHERE used_at IS NULL').run(at)
  db.prepare('INSERT INTO recovery_codes (id, hash, made_at) VALUES (?, ?, ?)').run(id, hash, at)
  audit(db, at, by, 'recovery-code-made', { id })
}

import { createHash } from 'node:crypto'
import { AUDIT_START, auditHash, type Act } from '../../../domain/records'
import type { Database } from '../libsql'

export type { Act }

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/**
 * Appends to the audit log; call it inside the transaction of what it records.
 * @param after a number that has been given already, by records that are no longer there
 */
export function audit(
  db: Database,
  at: string,
  personId: string | null,
  act: Act,
  detail: object,
  after = 0,
): void {
  const last = db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as
    { seq: number; hash: string } | undefined
  const entry = {
    seq: Math.max(last?.seq ?? 0, after) + 1,
    at,
    personId,
    act,
    detail: JSON.stringify(detail),
    previous: last?.hash ?? AUDIT_START,
  }
  db.prepare(
    'INSERT INTO audit (seq, at, person_id, act, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(entry.seq, at, personId, act, entry.detail, entry.previous, auditHash(entry, sha256))
}

import { createHash } from 'node:crypto'
import type { Database } from './libsql'

export type Act =
  | 'set-up'
  | 'person-added'
  | 'sign-in'
  | 'sign-out'
  | 'credential-issued'
  | 'records-exported'
  | 'certificate-saved'
  | 'database-set-aside'
  | 'settings-changed'
  | 'person-erased'
  | 'person-exported'
  | 'retention-applied'
  | 'sealing-began'

const FIRST = '0'.repeat(64)

/** Each entry's hash covers the one before it, so that a change or a gap shows. */
export function auditHash(entry: {
  seq: number
  at: string
  personId: string | null
  act: string
  detail: string
  previous: string
}): string {
  const { seq, at, personId, act, detail, previous } = entry
  return createHash('sha256')
    .update(JSON.stringify([seq, at, personId, act, detail, previous]))
    .digest('hex')
}

/** Appends to the audit log; call it inside the transaction of what it records. */
export function audit(db: Database, at: string, personId: string | null, act: Act, detail: object): void {
  const last = db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as
    { seq: number; hash: string } | undefined
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at,
    personId,
    act,
    detail: JSON.stringify(detail),
    previous: last?.hash ?? FIRST,
  }
  db.prepare(
    'INSERT INTO audit (seq, at, person_id, act, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(entry.seq, at, personId, act, entry.detail, entry.previous, auditHash(entry))
}

/** @returns the number of the first entry that does not fit, or `undefined` when the log is whole */
export function firstBrokenEntry(db: Database): number | undefined {
  let previous = FIRST
  let expected = 1
  const rows = db.prepare('SELECT seq, at, person_id, act, detail, previous, hash FROM audit ORDER BY seq')
  for (const row of rows.iterate() as IterableIterator<Record<string, unknown>>) {
    const entry = {
      seq: row['seq'] as number,
      at: row['at'] as string,
      personId: row['person_id'] as string | null,
      act: row['act'] as string,
      detail: row['detail'] as string,
      previous: row['previous'] as string,
    }
    if (entry.seq !== expected || entry.previous !== previous || auditHash(entry) !== row['hash'])
      return expected
    previous = row['hash'] as string
    expected += 1
  }
  return undefined
}

import {
  AUDIT_START,
  auditHash,
  type Act,
  type AuditDetail,
  type AuditEntry,
  type AuditHead,
} from '../../../domain/records'
import type { Database } from '../libsql'
import { sha256 } from '../../sha256'

export type { Act, AuditDetail }

/** A row of `audit`. */
export interface AuditRow {
  readonly seq: number
  readonly at: string
  readonly person_id: string | null
  readonly act: string
  readonly detail: string
  readonly previous: string
  readonly hash: string
}

export const toAuditEntry = ({ person_id: personId, ...row }: AuditRow): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  personId,
  act: row.act,
  detail: row.detail,
  previous: row.previous,
  hash: row.hash,
})

/** A row of `audit_heads`, whose columns have the names of the domain. */
export type AuditHeadRow = AuditHead

export const toAuditHead = ({ seq, hash, signer, signature, at }: AuditHeadRow): AuditHead => ({
  seq,
  hash,
  signer,
  signature,
  at,
})

type Log = Pick<Database, 'prepare'>

export const lastEntry = (db: Log): Pick<AuditEntry, 'seq' | 'hash'> | undefined =>
  db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get<Pick<AuditRow, 'seq' | 'hash'>>()

/**
 * Appends to the audit log. Call it inside the transaction of the change that it records.
 * @param after the last number that was ever given, if that entry is no longer there
 */
export function audit(
  db: Database,
  at: string,
  personId: string | null,
  act: Act,
  detail: AuditDetail,
  after = 0,
): void {
  const last = lastEntry(db)
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

/** Returns the first entry of an act. */
export function firstOf(db: Log, act: Act): AuditEntry | undefined {
  const row = db.prepare('SELECT * FROM audit WHERE act = ? ORDER BY seq LIMIT 1').get<AuditRow>(act)
  return row && toAuditEntry(row)
}

/** Returns entries after one number and up to another, at most `limit`. */
export const auditEntries = (db: Log, after: number, upTo: number, limit: number): AuditEntry[] =>
  db
    .prepare('SELECT * FROM audit WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?')
    .all<AuditRow>(after, upTo, limit)
    .map(toAuditEntry)

/** Returns the heads over entries after one number and up to another. */
export const auditHeads = (db: Log, after: number, upTo: number): AuditHead[] =>
  db
    .prepare('SELECT * FROM audit_heads WHERE seq > ? AND seq <= ?')
    .all<AuditHeadRow>(after, upTo)
    .map(toAuditHead)

export function newestAuditHead(db: Log): AuditHead | undefined {
  const row = db.prepare('SELECT * FROM audit_heads ORDER BY seq DESC LIMIT 1').get<AuditHeadRow>()
  return row && toAuditHead(row)
}

/** Stores a head and removes earlier ones of the same signer and day. Call it inside a transaction. */
export function keepAuditHead(db: Log, { seq, hash, signer, signature, at }: AuditHead): void {
  db.prepare('DELETE FROM audit_heads WHERE substr(at, 1, 10) = ? AND signer = ? OR seq = ?').run(
    at.slice(0, 10),
    signer,
    seq,
  )
  db.prepare('INSERT INTO audit_heads (seq, hash, signer, signature, at) VALUES (?, ?, ?, ?, ?)').run(
    seq,
    hash,
    signer,
    signature,
    at,
  )
}

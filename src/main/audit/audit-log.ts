import {
  AuditCheck,
  auditFileHeader,
  auditFileLines,
  auditHeadText,
  type AuditEntry,
  type AuditHead,
  type AuditTools,
  type AuditVerdict,
  type Role,
} from '../../domain/records'
import { verifiesWith, type SigningKey } from '../keys/signing-key'
import { sha256, toAuditEntry, toAuditHead, type AuditHeadRow, type AuditRow } from '../store/tables/audit'
import { atomically, type Database } from '../store/libsql'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const tools: AuditTools = {
  sha256,
  verifies: (did, text, signature) => verifiesWith(did, utf8(text), Buffer.from(signature, 'base64')),
}

function newestHead(db: Database): AuditHead | undefined {
  const row = db.prepare('SELECT * FROM audit_heads ORDER BY seq DESC LIMIT 1').get<AuditHeadRow>()
  return row && toAuditHead(row)
}

/**
 * Signs the log as it stands now. Of one day the newest head is kept: it covers the earlier ones.
 * @returns the head over the last entry; `undefined` while the log is empty
 */
export function signAuditLog(
  db: Database,
  key: Pick<SigningKey, 'did' | 'sign'>,
  now: string,
): AuditHead | undefined {
  const last = db
    .prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
    .get<Pick<AuditRow, 'seq' | 'hash'>>()
  if (!last) return undefined
  const newest = newestHead(db)
  if (newest && newest.seq === last.seq && newest.hash === last.hash && newest.signer === key.did)
    return newest
  const signed = { seq: last.seq, hash: last.hash, at: now }
  const signature = Buffer.from(key.sign(utf8(auditHeadText(signed)))).toString('base64')
  const head: AuditHead = { ...signed, signer: key.did, signature }
  atomically(db, () => {
    db.prepare('DELETE FROM audit_heads WHERE substr(at, 1, 10) = ? AND signer = ? OR seq = ?').run(
      now.slice(0, 10),
      key.did,
      last.seq,
    )
    db.prepare('INSERT INTO audit_heads (seq, hash, signer, signature, at) VALUES (?, ?, ?, ?, ?)').run(
      head.seq,
      head.hash,
      head.signer,
      head.signature,
      head.at,
    )
  })
  return head
}

const BATCH = 2000

/** The log with the heads that sign it, a batch at a time, so that a long one is never wholly in memory. */
function* inBatches(
  db: Database,
  upTo: number,
): Generator<{ entry: AuditEntry; head: AuditHead | undefined }[]> {
  const entries = db.prepare('SELECT * FROM audit WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?')
  const heads = db.prepare('SELECT * FROM audit_heads WHERE seq > ? AND seq <= ?')
  let after = 0
  for (;;) {
    const batch = entries.all<AuditRow>(after, upTo, BATCH).map(toAuditEntry)
    const last = batch[batch.length - 1]
    if (!last) return
    const signed = new Map(heads.all<AuditHeadRow>(after, last.seq).map((head) => [head.seq, head]))
    yield batch.map((entry) => ({ entry, head: signed.get(entry.seq) }))
    after = last.seq
  }
}

/**
 * Walks the whole log.
 * @param issuers this installation's keys: a head of any other is a fault
 * @param pause lets other work in between two batches
 */
export async function checkAuditLog(
  db: Database,
  issuers: readonly string[],
  pause: () => Promise<void> = () => new Promise(setImmediate),
): Promise<AuditVerdict> {
  const check = new AuditCheck(tools, issuers)
  for (const batch of inBatches(db, Number.MAX_SAFE_INTEGER)) {
    for (const { entry, head } of batch) {
      check.add(entry)
      if (head) check.addHead(head)
    }
    await pause()
  }
  return check.finish(newestHead(db), false)
}

/** The exported log, line by line, as of a signed head. */
export function* auditFile(
  db: Database,
  organisation: string,
  exportedAt: string,
  newest: AuditHead,
): Generator<string> {
  yield auditFileHeader(organisation, exportedAt, newest)
  for (const batch of inBatches(db, newest.seq)) {
    for (const { entry, head } of batch) yield auditFileLines(entry, head)
  }
}

export interface AuditFilter {
  readonly act: string | null
  /** Part of a name or an employee number. */
  readonly person: string
  /** Instants, ISO 8601 in UTC; the end is not included. */
  readonly from: string | null
  readonly to: string | null
}

export interface AuditLine {
  readonly seq: number
  readonly at: string
  readonly act: string
  readonly detail: string
  /** `null` for the program itself; no name when the person was erased. */
  readonly personName: string | null
  readonly personNumber: string | null
  readonly personId: string | null
  /** Of whoever did it; `null` for the program itself and for somebody who was erased. */
  readonly role: Role | null
}

/** One page of the log, newest first, before an entry's number. */
export function auditPage(
  db: Database,
  { act, person, from, to }: AuditFilter,
  before: number | null,
  limit: number,
): AuditLine[] {
  const where = ['1 = 1']
  const params: unknown[] = []
  const add = (condition: string, ...values: unknown[]) => {
    where.push(condition)
    params.push(...values)
  }
  if (before !== null) add('a.seq < ?', before)
  if (act !== null) add('a.act = ?', act)
  if (from !== null) add('a.at >= ?', from)
  if (to !== null) add('a.at < ?', to)
  if (person.trim()) {
    const like = `%${person.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    add(
      String.raw`a.person_id IN (SELECT id FROM people WHERE name LIKE ? ESCAPE '\' OR number LIKE ? ESCAPE '\')`,
      like,
      like,
    )
  }
  return db
    .prepare(
      `SELECT a.seq, a.at, a.act, a.detail, a.person_id AS personId, p.name AS personName, p.number AS personNumber, p.role
       FROM audit a LEFT JOIN people p ON p.id = a.person_id
       WHERE ${where.join(' AND ')} ORDER BY a.seq DESC LIMIT ?`,
    )
    .all<AuditLine>(...params, limit)
}

import {
  AuditCheck,
  auditFileHeader,
  auditFileLines,
  auditHeadText,
  type AuditEntry,
  type AuditHead,
  type AuditTools,
  type AuditVerdict,
} from '../../domain/records'
import { verifiesWith, type SigningKey } from '../keys/signing-key'
import { auditEntries, auditHeads, keepAuditHead, lastEntry, newestAuditHead } from '../store/tables/audit'
import { sha256 } from '../sha256'
import { atomically, type Database } from '../store/libsql'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const tools: AuditTools = {
  sha256,
  verifies: (did, text, signature) => verifiesWith(did, utf8(text), Buffer.from(signature, 'base64')),
}

/**
 * Signs the log as it stands now. Only the newest head of a day is kept, because it covers the earlier ones.
 * @returns the head over the last entry; `undefined` while the log is empty
 */
export function signAuditLog(
  db: Database,
  key: Pick<SigningKey, 'did' | 'sign'>,
  now: string,
): AuditHead | undefined {
  const last = lastEntry(db)
  if (!last) return undefined
  const newest = newestAuditHead(db)
  if (newest && newest.seq === last.seq && newest.hash === last.hash && newest.signer === key.did)
    return newest
  const signed = { seq: last.seq, hash: last.hash, at: now }
  const signature = Buffer.from(key.sign(utf8(auditHeadText(signed)))).toString('base64')
  const head: AuditHead = { ...signed, signer: key.did, signature }
  atomically(db, () => keepAuditHead(db, head))
  return head
}

const BATCH = 2000

/** Reads the log with the heads that sign it, a batch at a time, so that a long log is never wholly in memory. */
function* inBatches(
  db: Database,
  upTo: number,
): Generator<{ entry: AuditEntry; head: AuditHead | undefined }[]> {
  let after = 0
  for (;;) {
    const batch = auditEntries(db, after, upTo, BATCH)
    const last = batch[batch.length - 1]
    if (!last) return
    const signed = new Map(auditHeads(db, after, last.seq).map((head) => [head.seq, head]))
    yield batch.map((entry) => ({ entry, head: signed.get(entry.seq) }))
    after = last.seq
  }
}

/**
 * Walks the whole log.
 * @param issuers this installation's keys; a head that another key signed is a fault
 * @param pause lets other work run between two batches
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
  return check.finish(newestAuditHead(db), false)
}

/** Gives the lines of the exported log, up to a signed head. */
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

import { canonicalJson } from './canonical'

/**
 * One entry of the audit log. Its hash also covers the hash of the entry before it, so that a change or a gap can be
 * detected.
 */
export interface AuditEntry {
  /**
   * Counts from 1 without gaps, except before `records-restored`, which skips the numbers that were assigned after the
   * backup.
   */
  readonly seq: number
  readonly at: string
  readonly personId: string | null
  readonly act: string
  /** JSON with ids and counts, never a name or an employee number, so that erasing a person leaves the log valid. */
  readonly detail: string
  readonly previous: string
  readonly hash: string
}

/** The signed hash of an entry. Without the key, nobody can rewrite the entries before it. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
  /** The `did:key` of the installation that signed. */
  readonly signer: string
  /** An Ed25519 signature over `auditHeadText`, base64. */
  readonly signature: string
  readonly at: string
}

/**
 * The faults of a log. `changed`: the entry does not fit its own hash. `broken`: it does not follow the entry before
 * it, which was rewritten. `missing`, `reordered`: the numbers show it. `rewritten`: an entry from here up to the
 * signed one is not the one that was signed. `truncated`: the log ends before the entry that was signed. `unsigned`: no
 * signature covers the end. `head-altered`: a signature is invalid. `other-key`: another key signed. `unreadable`: a
 * line is no entry.
 */
export const AUDIT_FAULTS = [
  'changed',
  'broken',
  'missing',
  'reordered',
  'rewritten',
  'truncated',
  'unsigned',
  'head-altered',
  'other-key',
  'unreadable',
] as const
export type AuditFaultKind = (typeof AUDIT_FAULTS)[number]

export interface AuditFault {
  readonly kind: AuditFaultKind
  /** The number of the first entry that can't be trusted. */
  readonly seq: number
}

export interface AuditVerdict {
  readonly whole: boolean
  readonly entries: number
  readonly fault: AuditFault | null
  /** The newest signed entry that is valid. */
  readonly signed: { readonly seq: number; readonly at: string; readonly signer: string } | null
}

/** The hash that stands in place of a previous one in the first entry. */
export const AUDIT_START = '0'.repeat(64)

/** Cryptography that the caller supplies, because the domain has none of its own. */
export interface AuditTools {
  /** Returns the SHA-256 of a text in UTF-8, in hexadecimal digits. */
  sha256(text: string): string
  /** Returns true if a `did:key` made this signature (base64) over a text in UTF-8. */
  verifies(did: string, text: string, signature: string): boolean
}

/** Computes the hash of an entry from all its members and the hash before it. */
export function auditHash(entry: Omit<AuditEntry, 'hash'>, sha256: AuditTools['sha256']): string {
  const { seq, at, personId, act, detail, previous } = entry
  return sha256(JSON.stringify([seq, at, personId, act, detail, previous]))
}

/** Returns the text that a head's signature covers. */
export function auditHeadText({ seq, hash, at }: Pick<AuditHead, 'seq' | 'hash' | 'at'>): string {
  return canonicalJson({ type: 'hold-the-line/audit-head', seq, hash, at })
}

/** Returns true if the entry continues a log that was restored from a backup, after the entry that it names. */
function leapsOver({ act, detail, seq }: AuditEntry, expected: number): boolean {
  if (act !== 'records-restored' || seq <= expected) return false
  try {
    return (JSON.parse(detail) as { follows?: unknown }).follows === expected - 1
  } catch {
    return false
  }
}

/**
 * Checks a log entry by entry from the first one, and keeps the first fault. It holds only the last entry in memory.
 */
export class AuditCheck {
  #entries = 0
  #expected = 1
  #previous = AUDIT_START
  #last: AuditEntry | undefined
  #fault: AuditFault | undefined
  #signed: AuditVerdict['signed'] = null
  #signer: string | undefined

  /** @param issuers keys that may sign; without any, all heads must be signed by one key */
  constructor(
    private readonly tools: AuditTools,
    private readonly issuers: readonly string[] = [],
  ) {}

  #found(kind: AuditFaultKind, seq: number): void {
    this.#fault ??= { kind, seq }
  }

  add(entry: AuditEntry): void {
    this.#entries += 1
    const missing = this.#fault?.kind === 'missing' ? this.#fault : undefined
    // The entry that seemed to be missing stands further down.
    if (missing && entry.seq === missing.seq) this.#fault = { kind: 'reordered', seq: missing.seq }
    if (leapsOver(entry, this.#expected)) this.#expected = entry.seq
    if (entry.seq < this.#expected) this.#found('reordered', entry.seq)
    else if (entry.seq > this.#expected) this.#found('missing', this.#expected)
    else if (auditHash(entry, this.tools.sha256) !== entry.hash) this.#found('changed', entry.seq)
    else if (entry.previous !== this.#previous) this.#found('broken', entry.seq)
    this.#expected = Math.max(this.#expected, entry.seq + 1)
    this.#previous = entry.hash
    this.#last = entry
  }

  /** Adds a head. It must come directly after the entry that it signs. */
  addHead(head: AuditHead): void {
    if (this.#fault) return
    const after = (this.#signed?.seq ?? 0) + 1
    if (!this.#mayTrust(head)) return
    if (head.seq !== this.#last?.seq)
      this.#found(head.seq > this.#expected - 1 ? 'truncated' : 'reordered', head.seq)
    else if (head.hash !== this.#last.hash) this.#found('rewritten', after)
    else this.#signed = { seq: head.seq, at: head.at, signer: head.signer }
  }

  #mayTrust(head: AuditHead): boolean {
    const allowed =
      this.issuers.length > 0
        ? this.issuers.includes(head.signer)
        : (this.#signer ??= head.signer) === head.signer
    if (!allowed) this.#found('other-key', head.seq)
    else if (!this.tools.verifies(head.signer, auditHeadText(head), head.signature)) {
      this.#found('head-altered', head.seq)
    }
    return this.#fault === undefined
  }

  /** Records a line that is no entry where the next entry was expected. */
  unreadable(): void {
    this.#found('unreadable', this.#expected)
  }

  /**
   * Ends the check.
   * @param newest the newest known head, which the log must reach
   * @param toTheEnd true if a signature must cover the last entry, as in an exported log
   */
  finish(newest: AuditHead | undefined, toTheEnd: boolean): AuditVerdict {
    if (newest && !this.#fault && this.#mayTrust(newest)) {
      if (newest.seq > this.#expected - 1) this.#found('truncated', this.#expected)
      else if (newest.seq === this.#last?.seq) this.addHead(newest)
    }
    if (!newest) this.#found('unsigned', 1)
    else if (toTheEnd && newest.seq < this.#expected - 1) this.#found('unsigned', newest.seq + 1)
    return {
      whole: this.#fault === undefined,
      entries: this.#entries,
      fault: this.#fault ?? null,
      signed: this.#signed,
    }
  }
}

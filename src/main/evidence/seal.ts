import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { logText } from '../../domain/records'
import type { LogEntry } from '../../domain/run'
import { sealedAttempt, sealedWithLogs, writeSeal } from '../store/sealed'
import { finishedAttempts } from '../store/tables/attempts'
import { audit, firstOf } from '../store/tables/audit'
import { sha256 } from '../sha256'
import type { Database } from '../store/libsql'
import { readSecret, writeSecret, type Keychain } from '../keys/secret-file'

/**
 * `whole`: sealed, and the seal fits. `altered`: changed since, or the seal is missing. `unsealed`: older than the
 * seals. `open`: not finished and therefore not sealed yet.
 */
export type Integrity = 'whole' | 'altered' | 'unsealed' | 'open'

/** Reads the end of an attempt from its sealed text. */
export const sealedEnd = (text: string): string | null => (JSON.parse(text) as (string | null)[])[0]!

/** Seals rows of `attempts` and checks seals. It works in any thread that knows the secret. */
export class Seals {
  readonly #key: KeyObject

  /**
   * @param secret 64 hexadecimal digits
   * @param since the time from which records are sealed, ISO 8601 in UTC; an attempt that ended later must have a seal
   */
  constructor(
    readonly secret: string,
    readonly since: string,
  ) {
    const bytes = hkdfSync('sha256', Buffer.from(secret, 'hex'), '', 'hold-the-line attempt seal', 32)
    this.#key = createSecretKey(Buffer.from(bytes))
  }

  /** Returns the HMAC-SHA-256 of a sealed text (or its UTF-8) in base64. */
  of(text: string | Uint8Array): string {
    return createHmac('sha256', this.#key).update(text).digest('base64')
  }

  /**
   * Checks one of many rows. It checks the log's hash in the row, but not the log.
   * @param text the result of `sealedTextSql`
   */
  integrity(text: string | Uint8Array, seal: string | null, endedAt: string | null): Integrity {
    if (seal !== null) return endedAt !== null && this.of(text) === seal ? 'whole' : 'altered'
    if (endedAt === null) return 'open'
    return endedAt < this.since ? 'unsealed' : 'altered'
  }
}

/**
 * Checks one row as it is now.
 * @throws when there is no such attempt
 */
export function attemptIntegrity(db: Database, seals: Seals, attempt: string): Integrity {
  const { text, seal, endedAt } = sealedAttempt(db, attempt)!
  return seals.integrity(text, seal, endedAt)
}

/** Returns the time at which this installation began to seal its records. The first start notes it in the audit log. */
export function beganSealing(db: Database, now: string): string {
  const began = firstOf(db, 'sealing-began')
  if (began) return began.at
  const unsealed = finishedAttempts(db)
  db.transaction(() => audit(db, now, null, 'sealing-began', { unsealed }))()
  return now
}

/**
 * Reads the secret of the seals, or makes it on first use.
 * @throws KeyUnreadableError
 */
export function openSealSecret(folder: string, wrapper: Keychain): string {
  const path = join(folder, 'seal.key')
  const { value } =
    readSecret(path, wrapper, /^[0-9a-f]{64}$/) ?? writeSecret(path, wrapper, randomBytes(32).toString('hex'))
  return value
}

/** Seals a row as it is now. Call it inside the transaction that changed the row. */
export function sealRow(db: Database, seals: Seals, attempt: string): void {
  writeSeal(db, attempt, seals.of(sealedAttempt(db, attempt)!.text))
}

/** Tells whether a log has the hash that its attempt's row holds. */
export const logFits = (log: readonly LogEntry[], hash: unknown): boolean => sha256(logText(log)) === hash

/**
 * Finds attempts of a page that were changed outside the program, by their seal and the hash of their log.
 * @param ids some dozens at most, because each log is read
 */
export function alteredAmong(db: Database, seals: Seals, ids: readonly string[]): ReadonlySet<string> {
  const altered = new Set<string>()
  for (const { id, text, seal, endedAt, log, logHash } of sealedWithLogs(db, ids)) {
    const integrity = seals.integrity(text, seal, endedAt)
    if (integrity === 'altered' || (integrity === 'whole' && sha256(log) !== logHash)) altered.add(id)
  }
  return altered
}

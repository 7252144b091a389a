import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { logText } from '../../domain/records'
import type { LogEntry } from '../../domain/run'
import { audit, sha256 } from '../store/tables/audit'
import type { AttemptRow } from '../store/tables/attempts'
import type { Database } from '../store/libsql'
import { readSecret, writeSecret, type Wrapper } from '../keys/secret-file'

/**
 * `whole`: sealed, and the seal fits. `altered`: changed since, or its seal is gone. `unsealed`: from before records
 * were sealed. `open`: not finished, so that nothing is sealed yet.
 */
export type Integrity = 'whole' | 'altered' | 'unsealed' | 'open'

/**
 * What the seal of an attempt covers, in this order: everything that a list or an export says of it. The end comes
 * first, so that whoever has the text sees at once whether there was one.
 */
const SEALED = [
  'ended_at',
  'id',
  'person_id',
  'course',
  'course_version',
  'round',
  'mode',
  'scenario',
  'scenario_hash',
  'truth',
  'channel',
  'locale',
  'started_at',
  'set_aside_at',
  'disposition',
  'outcome',
  'earned',
  'possible',
  'passed',
  'critical',
  'competencies',
  'scoring_version',
  'device',
  'log_hash',
] as const

/** Covered besides where an attempt has a seed; seals of before cover no more than they did. */
const SEEDED = [...SEALED, 'seed', 'round_seed'] as const

type SealedRow = Readonly<Partial<Record<(typeof SEEDED)[number] & keyof AttemptRow, unknown>>>

/**
 * The sealed text as an SQL expression over a row of `attempts`: a JSON array, so that no two rows have one text
 * whatever they hold, and made in one call, which is several times faster than joining the values one by one.
 */
export function sealedTextSql(alias = 'a'): string {
  const array = (columns: readonly string[]) =>
    `json_array(${columns.map((column) => `${alias}.${column}`).join(', ')})`
  return `iif(${alias}.seed IS NULL, ${array(SEALED)}, ${array(SEEDED)})`
}

/** The same text of a row that was read: `SELECT * FROM attempts`. */
export function sealedText(row: SealedRow): string {
  const columns = (row.seed ?? null) === null ? SEALED : SEEDED
  return JSON.stringify(columns.map((column) => row[column] ?? null))
}

/** The end of an attempt out of its sealed text. */
export const sealedEnd = (text: string): string | null => (JSON.parse(text) as (string | null)[])[0]!

/** The text of an attempt's log as an SQL expression, equal to `logText`; group by attempt, in order of `seq`. */
export const LOG_TEXT_SQL = `group_concat(json_array(d.seq, d.kind, d.event, d.at, d.elapsed_ms), char(10) ORDER BY d.seq)`

/** Seals rows of `attempts` and tells whether a seal still fits. Works in any thread that is given the secret. */
export class Seals {
  readonly #key: KeyObject

  /**
   * @param secret 64 hexadecimal digits
   * @param since when records began to be sealed, ISO 8601 in UTC; an attempt that ended later must have a seal
   */
  constructor(
    readonly secret: string,
    readonly since: string,
  ) {
    const bytes = hkdfSync('sha256', Buffer.from(secret, 'hex'), '', 'hold-the-line attempt seal', 32)
    this.#key = createSecretKey(Buffer.from(bytes))
  }

  /** HMAC-SHA-256 of a sealed text (or its UTF-8), base64. */
  of(text: string | Uint8Array): string {
    return createHmac('sha256', this.#key).update(text).digest('base64')
  }

  /** Checks one of many: `text` is what `sealedTextSql` gave. Says nothing of the log beyond its hash in the row. */
  integrity(text: string | Uint8Array, seal: string | null, endedAt: string | null): Integrity {
    if (seal !== null) return endedAt !== null && this.of(text) === seal ? 'whole' : 'altered'
    if (endedAt === null) return 'open'
    return endedAt < this.since ? 'unsealed' : 'altered'
  }
}

/** Checks one row as it stands. @throws when there is no such attempt */
export function attemptIntegrity(db: Database, seals: Seals, attempt: string): Integrity {
  const row = db
    .prepare(`SELECT ${sealedTextSql()} AS text, a.seal, a.ended_at FROM attempts a WHERE a.id = ?`)
    .get<{ text: string; seal: string | null; ended_at: string | null }>(attempt)!
  return seals.integrity(row.text, row.seal, row.ended_at)
}

/** When this installation began to seal its records: the audit log says so, and is told on the first start. */
export function beganSealing(db: Database, now: string): string {
  const began = db
    .prepare("SELECT at FROM audit WHERE act = 'sealing-began' ORDER BY seq LIMIT 1")
    .get<{ at: string }>()
  if (began) return began.at
  const { n } = db.prepare('SELECT count(*) AS n FROM attempts WHERE ended_at IS NOT NULL').get<{
    n: number
  }>()!
  db.transaction(() => audit(db, now, null, 'sealing-began', { unsealed: n }))()
  return now
}

/** Reads the secret of the seals, or makes it when it is first needed. @throws KeyUnreadableError */
export function openSealSecret(folder: string, wrapper: Wrapper): string {
  const path = join(folder, 'seal.key')
  const { value } =
    readSecret(path, wrapper, /^[0-9a-f]{64}$/) ?? writeSecret(path, wrapper, randomBytes(32).toString('hex'))
  return value
}

/** Puts the seal on a row as it stands. Call it inside the transaction that changed the row. */
export function sealRow(db: Database, seals: Seals, attempt: string): void {
  const row = db.prepare(`SELECT ${sealedTextSql()} AS text FROM attempts a WHERE a.id = ?`).get<{
    text: string
  }>(attempt)!
  db.prepare('UPDATE attempts SET seal = ? WHERE id = ?').run(seals.of(row.text), attempt)
}

/** Whether the log in the table is the one whose hash the row holds. */
export const logFits = (log: readonly LogEntry[], hash: unknown): boolean => sha256(logText(log)) === hash

/**
 * The attempts of a page that are no longer what was recorded, by their seal and the hash of their log.
 * @param ids some dozens: each log is read
 */
export function alteredAmong(db: Database, seals: Seals, ids: readonly string[]): ReadonlySet<string> {
  const read = db.prepare(
    `SELECT ${sealedTextSql()} AS text, a.seal, a.ended_at, a.log_hash,
       (SELECT ${LOG_TEXT_SQL} FROM decisions d WHERE d.attempt_id = a.id) AS log FROM attempts a WHERE a.id = ?`,
  )
  const altered = ids.filter((id) => {
    const row = read.get<Record<'text' | 'seal' | 'ended_at' | 'log_hash' | 'log', string | null>>(id)
    if (!row) return false
    const integrity = seals.integrity(row.text!, row.seal, row.ended_at)
    return integrity === 'altered' || (integrity === 'whole' && sha256(row.log ?? '') !== row.log_hash)
  })
  return new Set(altered)
}

import type { Database } from './libsql'
import type { AttemptRow } from './tables/attempts'

/**
 * The columns that the seal of an attempt covers, in this order: everything that a list or an export shows of it.
 * `ended_at` comes first, so that the text shows at once whether the attempt has ended.
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

/** An attempt with a seed has its seeds sealed, too. Older seals cover only the columns above. */
const SEEDED = [...SEALED, 'seed', 'round_seed'] as const

type SealedRow = Readonly<Partial<Record<(typeof SEEDED)[number] & keyof AttemptRow, unknown>>>

/**
 * Returns the sealed text as an SQL expression over a row of `attempts`. It is a JSON array, so that different rows
 * always have different texts. It is made in one call, which is several times faster than joining the values one by
 * one.
 */
export function sealedTextSql(alias = 'a'): string {
  const array = (columns: readonly string[]) =>
    `json_array(${columns.map((column) => `${alias}.${column}`).join(', ')})`
  return `iif(${alias}.seed IS NULL, ${array(SEALED)}, ${array(SEEDED)})`
}

/** Returns the sealed text of a row that was read with `SELECT * FROM attempts`. */
export function sealedText(row: SealedRow): string {
  const columns = (row.seed ?? null) === null ? SEALED : SEEDED
  return JSON.stringify(columns.map((column) => row[column] ?? null))
}

/** The text of an attempt's log as an SQL expression, equal to `logText`. Group by attempt, in order of `seq`. */
export const LOG_TEXT_SQL = `group_concat(json_array(d.seq, d.kind, d.event, d.at, d.elapsed_ms), char(10) ORDER BY d.seq)`

/** The columns of an attempt that are needed to check its seal. */
export interface SealedAttempt {
  readonly text: string
  readonly seal: string | null
  readonly endedAt: string | null
}

interface SealedAttemptRow extends Pick<AttemptRow, 'seal' | 'ended_at'> {
  readonly text: string
}

const toSealedAttempt = ({ text, seal, ended_at: endedAt }: SealedAttemptRow): SealedAttempt => ({
  text,
  seal,
  endedAt,
})

export function sealedAttempt(db: Pick<Database, 'prepare'>, id: string): SealedAttempt | undefined {
  const row = db
    .prepare(`SELECT ${sealedTextSql()} AS text, a.seal, a.ended_at FROM attempts a WHERE a.id = ?`)
    .get<SealedAttemptRow>(id)
  return row && toSealedAttempt(row)
}

/** An attempt with the text of its log and the hash that the log had at its end. */
export interface SealedWithLog extends SealedAttempt {
  readonly log: string
  readonly logHash: string | null
}

type SealedWithLogRow = SealedAttemptRow & Pick<AttemptRow, 'log_hash'> & { readonly log: string | null }

/** Reads those attempts that exist, in the order of `ids`, each with its log. */
export function* sealedWithLogs(
  db: Pick<Database, 'prepare'>,
  ids: readonly string[],
): Generator<SealedWithLog & { readonly id: string }> {
  const read = db.prepare(
    `SELECT ${sealedTextSql()} AS text, a.seal, a.ended_at, a.log_hash,
       (SELECT ${LOG_TEXT_SQL} FROM decisions d WHERE d.attempt_id = a.id) AS log FROM attempts a WHERE a.id = ?`,
  )
  for (const id of ids) {
    const row = read.get<SealedWithLogRow>(id)
    if (row) yield { id, ...toSealedAttempt(row), log: row.log ?? '', logHash: row.log_hash }
  }
}

export function writeSeal(db: Pick<Database, 'prepare'>, id: string, seal: string): void {
  db.prepare('UPDATE attempts SET seal = ? WHERE id = ?').run(seal, id)
}

/** Facts that are added to an attempt when it has ended, before it is signed. */
export interface Provenance {
  readonly courseVersion: string
  readonly logHash: string
  /** The `did:key` of the device. */
  readonly device: string
  /** Given here because an attempt that was begun in the first version has no channel yet. */
  readonly channel: string
}

export function writeProvenance(
  db: Pick<Database, 'prepare'>,
  id: string,
  { courseVersion, logHash, device, channel }: Provenance,
): void {
  db.prepare(
    'UPDATE attempts SET course_version = ?, log_hash = ?, device = ?, channel = coalesce(channel, ?) WHERE id = ?',
  ).run(courseVersion, logHash, device, channel, id)
}

export function writeSignature(db: Pick<Database, 'prepare'>, id: string, signature: string): void {
  db.prepare('UPDATE attempts SET signature = ? WHERE id = ?').run(signature, id)
}

import type { LogEntry } from '../../../domain/run'
import type { Database } from '../libsql'

/** A row of `decisions`. */
export interface DecisionRow {
  readonly seq: number
  readonly kind: LogEntry['kind']
  readonly event: string
  readonly at: string
  readonly elapsed_ms: number
}

export const toLogEntry = ({ elapsed_ms: elapsedMs, seq, kind, event, at }: DecisionRow): LogEntry => ({
  seq,
  kind,
  event,
  at,
  elapsedMs,
})

/** Returns the whole log of an attempt. */
export const logOf = (db: Pick<Database, 'prepare'>, attempt: string): LogEntry[] =>
  db
    .prepare('SELECT seq, kind, event, at, elapsed_ms FROM decisions WHERE attempt_id = ? ORDER BY seq')
    .all<DecisionRow>(attempt)
    .map(toLogEntry)

/**
 * Prepares a statement for many decisions.
 * @returns a function that appends a decision to an attempt's log
 */
export const decisionWriter = (
  db: Pick<Database, 'prepare'>,
): ((attempt: string, entry: LogEntry) => void) => {
  const insert = db.prepare(
    'INSERT INTO decisions (attempt_id, seq, kind, event, at, elapsed_ms) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return (attempt, entry) =>
    void insert.run(attempt, entry.seq, entry.kind, entry.event, entry.at, entry.elapsedMs)
}

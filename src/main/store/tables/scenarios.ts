import type { Database } from '../libsql'

/** A scenario as it was played. */
export interface ScenarioCopy {
  readonly hash: string
  readonly id: string
  readonly version: string
  readonly content: string
}

export const toScenarioCopy = ({ hash, id, version, content }: ScenarioCopy): ScenarioCopy => ({
  hash,
  id,
  version,
  content,
})

export function scenarioCopy(db: Pick<Database, 'prepare'>, hash: string): ScenarioCopy | undefined {
  const row = db
    .prepare('SELECT hash, id, version, content FROM scenarios WHERE hash = ?')
    .get<ScenarioCopy>(hash)
  return row && toScenarioCopy(row)
}

/** Stores the content with which an attempt is played. */
export function keepScenario(
  db: Pick<Database, 'prepare'>,
  { hash, id, version, content }: ScenarioCopy,
): void {
  db.prepare('INSERT OR IGNORE INTO scenarios (hash, id, version, content) VALUES (?, ?, ?, ?)').run(
    hash,
    id,
    version,
    content,
  )
}

export const isScenarioKept = (db: Pick<Database, 'prepare'>, hash: string): boolean =>
  db.prepare('SELECT 1 FROM scenarios WHERE hash = ?').get(hash) !== undefined

import { logText, type AttemptDocument } from '../../domain/records'
import type { Database } from './libsql'
import type { AttemptRow } from './tables/attempts'
import { sha256 } from '../sha256'
import { decisionWriter } from './tables/decisions'

/** The columns of an attempt that another installation signed. Columns that are left out keep their defaults. */
type ImportedRow = Omit<AttemptRow, 'seal' | 'set_aside_at' | 'bundle'>

function toImportedRow(
  { score, ...document }: AttemptDocument,
  signature: string,
  person: string,
  at: string,
): ImportedRow {
  return {
    id: document.id,
    person_id: person,
    signed_person: person === document.person ? null : document.person,
    course: document.course,
    course_version: document.courseVersion,
    round: document.round,
    mode: document.mode,
    scenario: document.scenario,
    scenario_hash: document.scenarioHash,
    truth: document.truth,
    channel: document.channel,
    locale: document.locale,
    seed: document.seed ?? null,
    round_seed: document.roundSeed ?? null,
    started_at: document.startedAt,
    ended_at: document.endedAt,
    disposition: score.disposition,
    outcome: score.outcome,
    earned: score.earned,
    possible: score.possible,
    passed: score.passed ? 1 : 0,
    critical: JSON.stringify(score.critical),
    competencies: JSON.stringify(score.competencies),
    scoring_version: score.scoringVersion,
    device: document.device,
    signature,
    log_hash: sha256(logText(document.log)),
    imported_at: at,
  }
}

/**
 * Writes an attempt of another installation with its whole log. Call it inside the transaction of the import.
 * @param person our id of the person who made it
 */
export function addImportedAttempt(
  db: Pick<Database, 'prepare'>,
  document: AttemptDocument,
  signature: string,
  person: string,
  at: string,
): void {
  const row = toImportedRow(document, signature, person, at)
  const columns = Object.keys(row)
  db.prepare(
    `INSERT INTO attempts (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(...Object.values(row))
  const write = decisionWriter(db)
  for (const entry of document.log) write(document.id, entry)
}

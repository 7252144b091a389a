/** What exports say, column by column. Names and their order are stable; docs/records.md explains them. */

/** `flag` is yes or no; `list` is several words. Instants are ISO 8601 in UTC, in pseudonymous mode some of them days. */
export type ColumnKind = 'text' | 'integer' | 'instant' | 'flag' | 'list'

export interface RecordColumn {
  readonly name: string
  readonly kind: ColumnKind
  /** In characters, for a spreadsheet. */
  readonly width: number
  /** Tells how one person did, so that it is left out in pseudonymous mode. */
  readonly result: boolean
}

/** `xapi`: statements for a learning record store, also as JSON Lines. `pdf`: a report to print. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl', 'xapi', 'pdf'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const EXPORT_SUBJECTS = ['attempts', 'completion'] as const
export type ExportSubject = (typeof EXPORT_SUBJECTS)[number]

const column = (name: string, kind: ColumnKind, width: number): RecordColumn => ({
  name,
  kind,
  width,
  result: false,
})
const result = (name: string, kind: ColumnKind, width: number): RecordColumn => ({
  ...column(name, kind, width),
  result: true,
})

/**
 * One row an attempt. In pseudonymous mode one row for each day on which somebody worked at a course: what was played,
 * and how often, counts as a result, since all contacts played and the course not complete, or one of them assessed
 * twice, tells that a round was not passed.
 */
const ATTEMPTS = [
  result('attempt_id', 'text', 38),
  column('name', 'text', 28),
  column('employee_number', 'text', 18),
  column('team', 'text', 18),
  column('site', 'text', 18),
  column('course', 'text', 22),
  result('course_version', 'text', 14),
  result('round', 'integer', 8),
  result('mode', 'text', 11),
  result('scenario', 'text', 24),
  result('scenario_version', 'text', 16),
  result('scenario_sha256', 'text', 20),
  result('truth', 'text', 12),
  result('channel', 'text', 10),
  result('language', 'text', 10),
  column('started_at', 'instant', 20),
  result('ended_at', 'instant', 20),
  result('set_aside_at', 'instant', 20),
  result('points_earned', 'integer', 14),
  result('points_possible', 'integer', 14),
  result('score_percent', 'integer', 14),
  result('passed', 'flag', 9),
  result('disposition', 'text', 13),
  result('outcome', 'text', 16),
  result('critical_acts', 'list', 28),
  result('scoring_version', 'integer', 14),
  result('device', 'text', 20),
  result('seed', 'integer', 12),
  result('round_seed', 'integer', 12),
  result('integrity', 'text', 11),
] as const satisfies readonly RecordColumn[]

/** One row a person and course. */
const COMPLETION = [
  column('name', 'text', 28),
  column('employee_number', 'text', 18),
  column('team', 'text', 18),
  column('site', 'text', 18),
  column('course', 'text', 22),
  column('course_version', 'text', 14),
  column('status', 'text', 13),
  column('assigned_at', 'instant', 20),
  column('due_at', 'instant', 20),
  column('started_at', 'instant', 20),
  result('round', 'integer', 8),
  column('modules', 'integer', 10),
  // All modules done and the course not complete: not passed.
  result('modules_done', 'integer', 13),
  result('score_percent', 'integer', 14),
  result('attacks', 'integer', 10),
  result('attacks_stopped', 'integer', 15),
  result('genuine_contacts', 'integer', 16),
  result('turned_away', 'integer', 13),
  result('critical_acts', 'integer', 13),
  column('passed_at', 'instant', 20),
  column('last_activity', 'instant', 20),
  column('certificate', 'text', 16),
  column('valid_until', 'instant', 20),
  column('certificate_revoked_at', 'instant', 20),
  result('set_aside', 'integer', 11),
] as const satisfies readonly RecordColumn[]

/** Columns of an export of attempts, or of completion, in their order. */
export const EXPORT_COLUMNS: Readonly<Record<ExportSubject, readonly RecordColumn[]>> = {
  attempts: ATTEMPTS,
  completion: COMPLETION,
}

/**
 * The columns that an export has.
 * @param scoresByPerson false in pseudonymous mode, in which nothing says how one person did
 */
export function columnsOf(subject: ExportSubject, scoresByPerson: boolean): readonly RecordColumn[] {
  return EXPORT_COLUMNS[subject].filter(({ result }) => scoresByPerson || !result)
}

/** What can be had in which format: statements tell of attempts, the report is about completion. */
export const FORMATS_OF: Readonly<Record<ExportSubject, readonly ExportFormat[]>> = {
  attempts: ['xlsx', 'csv', 'jsonl', 'xapi'],
  completion: ['xlsx', 'csv', 'jsonl', 'pdf'],
}

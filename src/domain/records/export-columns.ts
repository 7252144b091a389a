/** The columns of exports. Their names and order are stable; docs/records.md explains them. */

/**
 * `flag` is yes or no; `list` is several words. Instants are ISO 8601 in UTC; in pseudonymous mode some of them are
 * days.
 */
export type ColumnKind = 'text' | 'integer' | 'instant' | 'flag' | 'list'

export interface RecordColumn {
  readonly name: string
  readonly kind: ColumnKind
  /** The width in a spreadsheet, in characters. */
  readonly width: number
  /** True if the column tells how one person did. Pseudonymous mode leaves it out. */
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
 * One row for each attempt. In pseudonymous mode there is one row for each day on which a person worked at a course.
 * The contacts that were played and their number count as results there: if all contacts were played and the course is
 * not complete, or one was assessed twice, a round was failed.
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

/** One row for each person and course. */
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
  // A drawn round that is over has as many modules as it took: one that was failed early has fewer than others. If all
  // modules are done and the course is not complete, it was failed.
  result('modules', 'integer', 10),
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

/** The columns of an export of attempts, or of completion, in their order. */
export const EXPORT_COLUMNS: Readonly<Record<ExportSubject, readonly RecordColumn[]>> = {
  attempts: ATTEMPTS,
  completion: COMPLETION,
}

/**
 * Returns the columns of an export.
 * @param scoresByPerson false in pseudonymous mode, which leaves out the results of individual people
 */
export function columnsOf(subject: ExportSubject, scoresByPerson: boolean): readonly RecordColumn[] {
  return EXPORT_COLUMNS[subject].filter(({ result }) => scoresByPerson || !result)
}

/** The formats in which each subject can be exported: statements describe attempts, the report describes completion. */
export const FORMATS_OF: Readonly<Record<ExportSubject, readonly ExportFormat[]>> = {
  attempts: ['xlsx', 'csv', 'jsonl', 'xapi'],
  completion: ['xlsx', 'csv', 'jsonl', 'pdf'],
}

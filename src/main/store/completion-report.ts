import type { Detection, RecordFilter, ReportRow } from '../../domain/records'
import { completionCondition, countsAtOnce } from './filter-sql'
import type { Database } from './libsql'
import { statusSql } from './standing-status'

export interface ReportRequest {
  readonly filter: RecordFilter
  readonly now: string
  /** False in pseudonymous mode. */
  readonly scoresByPerson: boolean
}

/** Counts the rows that a report would list. */
export function countReportRows(
  db: Pick<Database, 'prepare'>,
  { filter, now, scoresByPerson }: ReportRequest,
): number {
  const { where, params } = completionCondition(filter, now, scoresByPerson, countsAtOnce(now))
  return db
    .prepare(`SELECT count(*) AS n FROM standings s JOIN people p ON p.id = s.person_id WHERE ${where}`)
    .get<{ n: number }>(...params)!.n
}

/** Returns the rows of a report, sorted by name. In pseudonymous mode, times are shortened to days. */
export function reportRows(
  db: Pick<Database, 'prepare'>,
  { filter, now, scoresByPerson }: ReportRequest,
): ReportRow[] {
  const { where, params } = completionCondition(filter, now, scoresByPerson, countsAtOnce(now))
  const seen = (instant: string) => (scoresByPerson ? instant : `substr(${instant}, 1, 10)`)
  return db
    .prepare(
      `SELECT p.id AS person, p.name, p.number, p.team, s.course, ${statusSql(now, scoresByPerson)} AS status,
         s.due_at AS dueAt, ${seen('s.passed_at')} AS passedAt, ${seen('s.valid_until')} AS validUntil,
         ${scoresByPerson ? 's.score' : 'NULL'} AS score, ${scoresByPerson ? 's.set_aside' : 'NULL'} AS setAside
       FROM standings s JOIN people p ON p.id = s.person_id WHERE ${where}
       ORDER BY p.name COLLATE NOCASE, p.id, s.course`,
    )
    .all<ReportRow>(...params)
}

/** Adds up, over all rows of a report, how attacks and genuine contacts were handled. */
export function reportDetection(
  db: Pick<Database, 'prepare'>,
  { filter, now, scoresByPerson }: ReportRequest,
): Detection {
  const { where, params } = completionCondition(filter, now, scoresByPerson, countsAtOnce(now))
  return db
    .prepare(
      `SELECT coalesce(sum(s.attacks), 0) AS attacks, coalesce(sum(s.attacks - s.hits), 0) AS missed,
         coalesce(sum(s.legitimate), 0) AS legitimate, coalesce(sum(s.false_alarms), 0) AS turnedAway
       FROM standings s WHERE ${where}`,
    )
    .get<Detection>(...params)!
}

import { type Detection, type RecordFilter, type ReportRow } from '../../domain/records'
import { Refused } from '../refused'
import { standingCondition } from '../store/filter-sql'
import type { Task } from '../store/task'
import { statusSql } from '../store/standing-status'

export interface ReportRequest {
  readonly filter: RecordFilter
  readonly now: string
  /** False in pseudonymous mode. */
  readonly scoresByPerson: boolean
}

export interface ReportData {
  readonly rows: readonly ReportRow[]
  /** Left out in pseudonymous mode, where releases tell it. */
  readonly detection: Detection | undefined
}

/** About 150 pages; nobody reads more on paper. */
export const REPORT_MOST_ROWS = 5000

/** What a printed report says: each person by name, and how contacts were handled in all. */
export const completionReport: Task<ReportRequest, ReportData> = (request, { db }) => {
  const { filter, now, scoresByPerson } = request
  const { where, params } = standingCondition(filter, now, scoresByPerson)
  const seen = (instant: string) => (scoresByPerson ? instant : `substr(${instant}, 1, 10)`)
  const from = `FROM standings s JOIN people p ON p.id = s.person_id WHERE ${where}`
  const { n } = db.prepare(`SELECT count(*) AS n ${from}`).get<{ n: number }>(...params)!
  if (n > REPORT_MOST_ROWS) {
    throw new Refused(
      'too-many-rows',
      `A printed report lists ${REPORT_MOST_ROWS} rows at most, and these are ${n}. Choose a team or a period.`,
    )
  }
  const { attacks, missed, legitimate, turnedAway } = db
    .prepare(
      `SELECT coalesce(sum(s.attacks), 0) AS attacks, coalesce(sum(s.attacks - s.hits), 0) AS missed,
         coalesce(sum(s.legitimate), 0) AS legitimate, coalesce(sum(s.false_alarms), 0) AS turnedAway
       FROM standings s WHERE ${where}`,
    )
    .get<Detection>(...params)!
  return {
    rows: db
      .prepare(
        `SELECT p.id AS person, p.name, p.number, p.team, s.course, ${statusSql(now, scoresByPerson)} AS status,
           s.due_at AS dueAt, ${seen('s.passed_at')} AS passedAt, ${seen('s.valid_until')} AS validUntil,
           ${scoresByPerson ? 's.score' : 'NULL'} AS score
         ${from} ORDER BY p.name COLLATE NOCASE, p.id, s.course`,
      )
      .all<ReportRow>(...params),
    detection: scoresByPerson ? { attacks, missed, legitimate, turnedAway } : undefined,
  }
}

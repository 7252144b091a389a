import type { Detection, ReportRow } from '../../domain/records'
import { Refused } from '../refused'
import { countReportRows, reportDetection, reportRows, type ReportRequest } from '../store/completion-report'
import type { Task } from '../store/task'

export interface ReportData {
  readonly rows: readonly ReportRow[]
  /** Missing in pseudonymous mode, which shows released results instead. */
  readonly detection: Detection | undefined
}

/** This makes about 150 pages; nobody reads more on paper. */
export const REPORT_MOST_ROWS = 5000

/** Reads the content of a printed report: each person by name, and the sum of how contacts were handled. */
export const completionReport: Task<ReportRequest, ReportData> = (request, { db }) => {
  const n = countReportRows(db, request)
  if (n > REPORT_MOST_ROWS) {
    throw new Refused(
      'too-many-rows',
      `A printed report lists ${REPORT_MOST_ROWS} rows at most, and these are ${n}. Choose a team or a period.`,
    )
  }
  return {
    rows: reportRows(db, request),
    detection: request.scoresByPerson ? reportDetection(db, request) : undefined,
  }
}

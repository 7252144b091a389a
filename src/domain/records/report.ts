import { share, type Estimate } from '../scoring'
import { STANDING_STATUSES, type StandingStatus } from './filter'

/** One person in one course, as the printed report lists it. */
export interface ReportRow {
  readonly person: string
  readonly name: string
  readonly number: string
  readonly team: string | null
  readonly course: string
  readonly status: StandingStatus
  readonly dueAt: string | null
  readonly passedAt: string | null
  readonly validUntil: string | null
  /** Whole percent; `null` in pseudonymous mode, and while nothing was assessed. */
  readonly score: number | null
  /** Assessed attempts that could not go on and were begun anew, in all rounds; `null` in pseudonymous mode. */
  readonly setAside: number | null
}

/** Contacts met in the latest rounds, added up over a group. */
export interface Detection {
  readonly attacks: number
  readonly missed: number
  readonly legitimate: number
  readonly turnedAway: number
}

export interface ReportCounts {
  readonly rows: number
  readonly people: number
  readonly byStatus: Readonly<Record<StandingStatus, number>>
  /** Share of rows that are complete now, so without expired and revoked ones, with its interval; `undefined` without rows. */
  readonly complete: Estimate | undefined
}

/**
 * Counts rows by where they stand.
 * @param rows of any number of people and courses
 */
export function reportCounts(rows: readonly ReportRow[]): ReportCounts {
  const byStatus = Object.fromEntries(STANDING_STATUSES.map((status) => [status, 0])) as Record<
    StandingStatus,
    number
  >
  for (const { status } of rows) byStatus[status] += 1
  return {
    rows: rows.length,
    people: new Set(rows.map(({ person }) => person)).size,
    byStatus,
    complete: share(byStatus.complete, rows.length),
  }
}

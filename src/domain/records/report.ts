import { STANDING_STATUSES, type StandingStatus } from './filter'

/** One person in one course, as a row of the printed report. */
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
  /** A whole percentage; `null` in pseudonymous mode, and while nothing was assessed. */
  readonly score: number | null
  /**
   * The number of assessed attempts that could not go on and were begun anew, in all rounds; `null` in pseudonymous
   * mode.
   */
  readonly setAside: number | null
}

/** The contacts of the latest rounds, added up over a group. */
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
  /**
   * The share of rows that are complete now, not expired and not revoked, 0 to 1; `undefined` without rows. It is a head
   * count, and not a sample of something larger, so it has no interval.
   */
  readonly complete: number | undefined
}

/**
 * Counts rows by their status.
 * @param rows rows of any number of people and courses
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
    complete: rows.length === 0 ? undefined : byStatus.complete / rows.length,
  }
}

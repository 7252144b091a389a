import type { Competency } from '../scenario/vocabulary'

/**
 * The status of a person in a course, as screens and exports show it. `late` and `expired` depend on the time: not
 * complete after the due date, and complete with a certificate that has expired. `revoked`: complete, but the
 * organisation has revoked the certificate. If a revoked or expired certificate was issued anew, the new one counts.
 */
export const STANDING_STATUSES = [
  'open',
  'in-progress',
  'late',
  'failed',
  'complete',
  'expired',
  'revoked',
] as const
export type StandingStatus = (typeof STANDING_STATUSES)[number]

/** Selects records. An empty list and `null` select everything. */
export interface RecordFilter {
  /** A part of a name, an employee number or a team; capitals and accents do not matter. */
  readonly search: string
  readonly teams: readonly string[]
  readonly sites: readonly string[]
  /** Course ids. */
  readonly courses: readonly string[]
  /** Selects records with any of these. `failed` also selects people who failed and are late by now. */
  readonly statuses: readonly StandingStatus[]
  /**
   * ISO date-times, `from` included, `to` excluded. A standing is in the period if its due date, its passing or its
   * last activity is in it; an attempt if it began in it.
   */
  readonly from: string | null
  readonly to: string | null
  /** Whole percentages, both included. */
  readonly scoreFrom: number | null
  readonly scoreTo: number | null
  /** Selects people with less than this percentage of the points for one competency. */
  readonly competency: { readonly name: Competency; readonly below: number } | null
}

export const EVERYTHING: RecordFilter = {
  search: '',
  teams: [],
  sites: [],
  courses: [],
  statuses: [],
  from: null,
  to: null,
  scoreFrom: null,
  scoreTo: null,
  competency: null,
}

/**
 * Returns the filter of the group to which the selected records belong: its places, courses and period. Conditions that
 * select some of its people (search, status, results) are removed, so that figures and "41 of 312" have a total.
 */
export const groupOf = ({ teams, sites, courses, from, to }: RecordFilter): RecordFilter => ({
  ...EVERYTHING,
  teams,
  sites,
  courses,
  from,
  to,
})

/** The columns by which a page of standings can be sorted. */
export const STANDING_ORDERS = [
  'name',
  'number',
  'team',
  'site',
  'course',
  'status',
  'score',
  'missed',
  'turned-away',
  'due',
  'activity',
  'validity',
] as const

export interface StandingSort {
  readonly by: (typeof STANDING_ORDERS)[number]
  readonly descending: boolean
}

/** Returns true for filters and orders that would reveal a result of one person. */
export const asksForResults = (filter: RecordFilter, sort?: StandingSort): boolean =>
  filter.scoreFrom !== null ||
  filter.scoreTo !== null ||
  filter.competency !== null ||
  filter.statuses.includes('failed') ||
  (sort !== undefined && ['score', 'missed', 'turned-away'].includes(sort.by))

/**
 * Returns true if a filter selects whole groups as pseudonymous mode shows them, by site, team and course, without
 * removing people from them.
 */
export const namesGroups = (filter: RecordFilter): boolean =>
  filter.search.trim() === '' &&
  filter.statuses.length === 0 &&
  filter.from === null &&
  filter.to === null &&
  !asksForResults(filter)

/** Returns the day of an instant in UTC, such as 2026-11-24. */
export const dayOfInstant = (instant: string): string => instant.slice(0, 10)

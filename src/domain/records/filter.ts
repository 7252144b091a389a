import type { Competency } from '../scenario/vocabulary'

/**
 * Where a person stands in a course, as screens and exports say it. `late` and `expired` depend on the moment: not
 * complete and past the due date, complete with a certificate that has run out. `revoked`: complete, and the
 * organisation has withdrawn the certificate. One that was issued anew is neither: the new one counts.
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

/** Which records are meant. An empty list and `null` mean that it does not matter. */
export interface RecordFilter {
  /** A part of a name, an employee number or a team; capitals and accents don't matter. */
  readonly search: string
  readonly teams: readonly string[]
  readonly sites: readonly string[]
  /** Ids. */
  readonly courses: readonly string[]
  /** Any of them. `failed` also means those who failed and are late by now. */
  readonly statuses: readonly StandingStatus[]
  /**
   * ISO date-times, the first one included, the last one not. A standing is in the period when it falls due in it, was
   * passed in it, or had its last activity in it; an attempt when it began in it.
   */
  readonly from: string | null
  readonly to: string | null
  /** Whole percents, both included. */
  readonly scoreFrom: number | null
  readonly scoreTo: number | null
  /** Below that percent of the points for one competency. */
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
 * The group that a filter speaks of: where, which course, which period. What narrows it to some of its people (search,
 * status, results) is left out, so that figures and "41 of 312" have their whole.
 */
export const groupOf = ({ teams, sites, courses, from, to }: RecordFilter): RecordFilter => ({
  ...EVERYTHING,
  teams,
  sites,
  courses,
  from,
  to,
})

/** What a page of standings can be sorted by. */
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

/** Filters and orders that would tell a result of one person. */
export const asksForResults = (filter: RecordFilter, sort?: StandingSort): boolean =>
  filter.scoreFrom !== null ||
  filter.scoreTo !== null ||
  filter.competency !== null ||
  filter.statuses.includes('failed') ||
  (sort !== undefined && ['score', 'missed', 'turned-away'].includes(sort.by))

/**
 * Whether a filter names groups as they are released in pseudonymous mode, by site, team and course, and nothing that
 * cuts people out of them.
 */
export const namesGroups = (filter: RecordFilter): boolean =>
  filter.search.trim() === '' &&
  filter.statuses.length === 0 &&
  filter.from === null &&
  filter.to === null &&
  !asksForResults(filter)

/** The day of an instant, in UTC: 2026-11-24. */
export const dayOfInstant = (instant: string): string => instant.slice(0, 10)

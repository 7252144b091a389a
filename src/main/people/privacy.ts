import {
  asksForResults,
  dayOfInstant,
  namesGroups,
  type RecordFilter,
  type StandingSort,
} from '../../domain/records'
import { Refused } from '../refused'
import type { OrganisationStore } from './organisation'

const DAY_MS = 86_400_000

const nearestMidnight = (instant: string | null): string | null =>
  instant && new Date(Math.round(Date.parse(instant) / DAY_MS) * DAY_MS).toISOString()

/**
 * Extends a period to whole days (UTC). With a finer period, one could find out at what time somebody did something.
 * Midnight in this computer's time zone becomes midnight of the same date in UTC, as long as the two differ by less
 * than half a day.
 */
export const wholeDays = <P extends Pick<RecordFilter, 'from' | 'to'>>(filter: P): P => ({
  ...filter,
  from: nearestMidnight(filter.from),
  to: nearestMidnight(filter.to),
})

interface Known {
  readonly organisation: Pick<OrganisationStore, 'settings'>
}

/** Tells whether HR may see scores, outcomes and answers of one person. */
export const mayShowPersonalResults = ({ organisation }: Known): boolean =>
  organisation.settings().privacy === 'named'

/**
 * Tells whether HR may open this person's certificates. A certificate tells a score, so in pseudonymous mode only its
 * holder may.
 */
export const opensCertificatesOf = (
  services: Known,
  holder: string,
  caller: { readonly id: string },
): boolean => holder === caller.id || mayShowPersonalResults(services)

/**
 * Tells whether results can be shown for a filter. In pseudonymous mode they can only for filters that name groups,
 * whose released results are shown.
 */
export const resultsFor = (services: Known, filter: RecordFilter): boolean =>
  mayShowPersonalResults(services) || namesGroups(filter)

/**
 * Returns a filter as HR may use it. Pseudonymous mode refuses filters and orders by results of one person, and extends
 * a period to whole days.
 * @throws Refused `hidden-by-privacy`
 */
export function filterWithinPrivacy(
  services: Known,
  filter: RecordFilter,
  sort?: StandingSort,
): RecordFilter {
  if (mayShowPersonalResults(services)) return filter
  if (asksForResults(filter, sort)) {
    throw new Refused(
      'hidden-by-privacy',
      'In pseudonymous mode nobody sees results of one person: filter by team, site, course, period or status.',
    )
  }
  return wholeDays(filter)
}

/** Returns the time of a trainee's act as HR may see it: in pseudonymous mode only the day (UTC), as 2026-11-24. */
export function seenTime<T extends string | null>(services: Known, instant: T): T {
  return instant === null || mayShowPersonalResults(services) ? instant : (dayOfInstant(instant) as T)
}

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
 * A period of whole days (UTC): by a finer one, one could find out at what time somebody did something. The midnight of
 * a place becomes the midnight of that date in UTC, as far as there is less than half a day between.
 */
export const wholeDays = <P extends Pick<RecordFilter, 'from' | 'to'>>(filter: P): P => ({
  ...filter,
  from: nearestMidnight(filter.from),
  to: nearestMidnight(filter.to),
})

interface Known {
  readonly organisation: Pick<OrganisationStore, 'settings'>
}

/** Whether HR may see scores, outcomes and answers of one person. */
export const mayShowPersonalResults = ({ organisation }: Known): boolean =>
  organisation.settings().privacy === 'named'

/** Whether one who keeps the records may open this person's certificates: they tell a score. */
export const opensCertificatesOf = (
  services: Known,
  holder: string,
  caller: { readonly id: string },
): boolean => holder === caller.id || mayShowPersonalResults(services)

/** Whether results of what a filter means can be shown at all: in pseudonymous mode those of released groups alone. */
export const resultsFor = (services: Known, filter: RecordFilter): boolean =>
  mayShowPersonalResults(services) || namesGroups(filter)

/**
 * A filter as HR may use it. In pseudonymous mode results of one person are kept from HR, so that a filter or an order
 * by them is refused, and a period is one of whole days.
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

/** When a trainee did something, as HR may know it: in pseudonymous mode the day (UTC), 2026-11-24. */
export function seenTime<T extends string | null>(services: Known, instant: T): T {
  return instant === null || mayShowPersonalResults(services) ? instant : (dayOfInstant(instant) as T)
}

import {
  asksForResults,
  dayOfInstant,
  namesGroups,
  type RecordFilter,
  type StandingSort,
} from '../../domain/records'
import { Refused } from '../refused'
import { wholeDays } from '../reporting/days'
import type { OrganisationStore } from './organisation'

interface Known {
  readonly organisation: Pick<OrganisationStore, 'settings'>
}

/** Whether HR may see scores, outcomes and answers of one person. */
export const scoresByPerson = ({ organisation }: Known): boolean =>
  organisation.settings().privacy === 'named'

/** Whether one who keeps the records may open this person's certificates: they tell a score. */
export const opensCertificatesOf = (
  services: Known,
  holder: string,
  caller: { readonly id: string },
): boolean => holder === caller.id || scoresByPerson(services)

/** Whether results of what a filter means can be shown at all: in pseudonymous mode those of released groups alone. */
export const resultsFor = (services: Known, filter: RecordFilter): boolean =>
  scoresByPerson(services) || namesGroups(filter)

/**
 * A filter as HR may use it. In pseudonymous mode results of one person are kept from HR, so that a filter or an order
 * by them is refused, and a period is one of whole days.
 * @throws Refused `hidden-by-privacy`
 */
export function permitted(services: Known, filter: RecordFilter, sort?: StandingSort): RecordFilter {
  if (scoresByPerson(services)) return filter
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
  return instant === null || scoresByPerson(services) ? instant : (dayOfInstant(instant) as T)
}

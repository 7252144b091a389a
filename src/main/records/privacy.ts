import { asksForResults, type RecordFilter, type StandingSort } from '../../domain/records'
import { Refused } from '../refused'
import type { Services } from '../services'

type Known = Pick<Services, 'organisation'>

/** Whether HR may see scores, outcomes and answers of one person. */
export const scoresByPerson = ({ organisation }: Known): boolean =>
  organisation.settings().privacy === 'named'

/** Whether one who keeps the records may open this person's certificates: they tell a score. */
export const opensCertificatesOf = (
  services: Known,
  holder: string,
  caller: { readonly id: string },
): boolean => holder === caller.id || scoresByPerson(services)

/** Whether results of a group of so many people may be shown. */
export const groupLargeEnough = (services: Known, people: number): boolean =>
  scoresByPerson(services) || people >= services.organisation.settings().smallestGroup

/**
 * Results of one person are kept from HR in pseudonymous mode; a filter or an order by them would tell them.
 * @throws Refused `hidden-by-privacy`
 */
export function refuseResultsOfOne(services: Known, filter: RecordFilter, sort?: StandingSort): void {
  if (scoresByPerson(services) || !asksForResults(filter, sort)) return
  throw new Refused(
    'hidden-by-privacy',
    'In pseudonymous mode nobody sees results of one person: filter by team, site, course, period or status.',
  )
}

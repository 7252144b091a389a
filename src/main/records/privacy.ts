import type { RecordFilter } from '../../domain/records'
import { Refused } from '../refused'
import type { Services } from '../services'

type Known = Pick<Services, 'organisation'>

/** Whether HR may see scores, outcomes and answers of one person. */
export const scoresByPerson = ({ organisation }: Known): boolean =>
  organisation.settings().privacy === 'named'

/** Whether results of a group of so many people may be shown. */
export const groupLargeEnough = (services: Known, people: number): boolean =>
  scoresByPerson(services) || people >= services.organisation.settings().smallestGroup

/** Whether a filter asks how single people did, so that the rows that are left would tell. */
const asksForResults = ({ statuses, scoreFrom, scoreTo, competency }: RecordFilter): boolean =>
  statuses.includes('failed') || scoreFrom !== null || scoreTo !== null || competency !== null

/** @throws Refused `hidden-by-privacy` when a filter would tell, in pseudonymous mode, how single people did */
export function refuseResultsOfOne(services: Known, filter: RecordFilter): void {
  if (scoresByPerson(services) || !asksForResults(filter)) return
  throw new Refused(
    'hidden-by-privacy',
    'In pseudonymous mode nobody sees results of one person: filter by team, site, course, period or status.',
  )
}

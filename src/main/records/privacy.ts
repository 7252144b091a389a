import type { Services } from '../services'

type Known = Pick<Services, 'organisation'>

/** Whether HR may see scores, outcomes and answers of one person. */
export const scoresByPerson = ({ organisation }: Known): boolean =>
  organisation.settings().privacy === 'named'

/** Whether results of a group of so many people may be shown. */
export const groupLargeEnough = (services: Known, people: number): boolean =>
  scoresByPerson(services) || people >= services.organisation.settings().smallestGroup

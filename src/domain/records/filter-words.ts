import type { Competency } from '../scenario/vocabulary'
import type { RecordFilter, StandingStatus } from './filter'

/** The phrases of one language, with its names for courses and days. */
export interface FilterWords {
  readonly everything: string
  readonly search: (text: string) => string
  readonly teams: (list: string) => string
  readonly sites: (list: string) => string
  readonly courses: (list: string) => string
  readonly statuses: (list: string) => string
  readonly from: (day: string) => string
  readonly to: (day: string) => string
  readonly between: (from: string, to: string) => string
  readonly scoreFrom: (percent: number) => string
  readonly scoreTo: (percent: number) => string
  readonly scoreBetween: (from: number, to: number) => string
  readonly below: (competency: Competency, percent: number) => string
  readonly status: (status: StandingStatus) => string
  /** Returns the title of a course by its id. */
  readonly course: (id: string) => string
  /** Returns the day of an ISO date-time as people write it; if `ending`, the day of the moment before. */
  readonly day: (instant: string, ending: boolean) => string
}

/**
 * Describes a filter in words, for the screen or for paper.
 * @param words the phrases of a language
 * @returns one phrase for each condition; a single phrase if the filter selects everything
 */
export function filterInWords(filter: RecordFilter, words: FilterWords): string[] {
  const { search, teams, sites, courses, statuses, from, to, scoreFrom, scoreTo, competency } = filter
  const { course, day } = words
  const list = (values: readonly string[]) => values.join(', ')
  const phrases = [
    search.trim() === '' ? [] : words.search(search.trim()),
    teams.length === 0 ? [] : words.teams(list(teams)),
    sites.length === 0 ? [] : words.sites(list(sites)),
    courses.length === 0 ? [] : words.courses(list(courses.map(course))),
    statuses.length === 0 ? [] : words.statuses(list(statuses.map(words.status))),
    from !== null && to !== null
      ? words.between(day(from, false), day(to, true))
      : from !== null
        ? words.from(day(from, false))
        : to === null
          ? []
          : words.to(day(to, true)),
    scoreFrom !== null && scoreTo !== null
      ? words.scoreBetween(scoreFrom, scoreTo)
      : scoreFrom !== null
        ? words.scoreFrom(scoreFrom)
        : scoreTo === null
          ? []
          : words.scoreTo(scoreTo),
    competency === null ? [] : words.below(competency.name, competency.below),
  ].flat()
  return phrases.length === 0 ? [words.everything] : phrases
}

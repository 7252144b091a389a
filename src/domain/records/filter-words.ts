import type { Competency } from '../scenario/vocabulary'
import type { RecordFilter, StandingStatus } from './filter'

interface FilterWords {
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
  readonly below: (competency: string, percent: number) => string
  readonly status: Readonly<Record<StandingStatus, string>>
  readonly competency: Readonly<Record<Competency, string>>
}

const WORDS: Readonly<Record<'en' | 'fr', FilterWords>> = {
  en: {
    everything: 'Everyone, no filter',
    search: (text) => `Search: “${text}”`,
    teams: (list) => `Team: ${list}`,
    sites: (list) => `Site: ${list}`,
    courses: (list) => `Course: ${list}`,
    statuses: (list) => `Status: ${list}`,
    from: (day) => `From ${day}`,
    to: (day) => `Until ${day}`,
    between: (from, to) => `${from} to ${to}`,
    scoreFrom: (percent) => `Score: ${percent} or more`,
    scoreTo: (percent) => `Score: ${percent} or less`,
    scoreBetween: (from, to) => `Score: ${from} to ${to}`,
    below: (competency, percent) => `${competency} below ${percent}%`,
    status: {
      open: 'not started',
      'in-progress': 'in progress',
      late: 'late',
      failed: 'not passed',
      complete: 'complete',
      expired: 'expired',
      revoked: 'certificate revoked',
    },
    competency: {
      verification: 'Verification',
      'data-protection': 'Data protection',
      integrity: 'Integrity',
      reporting: 'Reporting',
      'de-escalation': 'De-escalation',
      'customer-care': 'Customer care',
    },
  },
  fr: {
    everything: 'Tout le monde, sans filtre',
    search: (text) => `Recherche\u00a0: «\u00a0${text}\u00a0»`,
    teams: (list) => `Équipe\u00a0: ${list}`,
    sites: (list) => `Site\u00a0: ${list}`,
    courses: (list) => `Parcours\u00a0: ${list}`,
    statuses: (list) => `État\u00a0: ${list}`,
    from: (day) => `À partir du ${day}`,
    to: (day) => `Jusqu’au ${day}`,
    between: (from, to) => `Du ${from} au ${to}`,
    scoreFrom: (percent) => `Score\u00a0: ${percent} ou plus`,
    scoreTo: (percent) => `Score\u00a0: ${percent} ou moins`,
    scoreBetween: (from, to) => `Score\u00a0: de ${from} à ${to}`,
    below: (competency, percent) => `${competency}\u00a0: moins de ${percent}\u00a0%`,
    status: {
      open: 'pas commencé',
      'in-progress': 'en cours',
      late: 'en retard',
      failed: 'pas réussi',
      complete: 'terminé',
      expired: 'expiré',
      revoked: 'certificat révoqué',
    },
    competency: {
      verification: 'Vérification',
      'data-protection': 'Protection des données',
      integrity: 'Intégrité',
      reporting: 'Signalement',
      'de-escalation': 'Apaisement',
      'customer-care': 'Attention au client',
    },
  },
}

export interface FilterNaming {
  readonly locale: 'en' | 'fr'
  /** The title of a course by its id. */
  readonly course: (id: string) => string
  /** The day of an ISO date-time, as people write it; of the moment before it when `ending`. */
  readonly day: (instant: string, ending: boolean) => string
}

/**
 * A filter in words, for a person or on paper.
 * @param naming the language, and how courses and days are called in it
 * @returns a phrase for each thing that is asked for; one phrase that says so when the filter means everything
 */
export function filterInWords(filter: RecordFilter, { locale, course, day }: FilterNaming): string[] {
  const words = WORDS[locale]
  const { search, teams, sites, courses, statuses, from, to, scoreFrom, scoreTo, competency } = filter
  const list = (values: readonly string[]) => values.join(', ')
  const phrases = [
    search.trim() === '' ? [] : words.search(search.trim()),
    teams.length === 0 ? [] : words.teams(list(teams)),
    sites.length === 0 ? [] : words.sites(list(sites)),
    courses.length === 0 ? [] : words.courses(list(courses.map(course))),
    statuses.length === 0 ? [] : words.statuses(list(statuses.map((status) => words.status[status]))),
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
    competency === null ? [] : words.below(words.competency[competency.name], competency.below),
  ].flat()
  return phrases.length === 0 ? [words.everything] : phrases
}

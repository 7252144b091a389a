import type { StandingStatus } from '../../domain/records'

export interface ReportWords {
  readonly title: string
  readonly shows: string
  readonly asOf: string
  readonly by: string
  readonly holds: string
  /** @param n counts for the plural; `people` and `rows` as they are written */
  readonly people: (people: string, nPeople: number, rows: string, nRows: number) => string
  readonly nobody: string
  readonly complete: string
  readonly missed: string
  readonly turnedAway: string
  readonly interval: (low: string, high: string) => string
  readonly intervalNote: string
  readonly tooSmall: (people: string) => string
  readonly course: string
  readonly enrolled: string
  readonly all: string
  readonly list: string
  readonly name: string
  readonly number: string
  readonly team: string
  readonly statusTitle: string
  readonly due: string
  readonly passed: string
  readonly until: string
  readonly score: string
  readonly status: Readonly<Record<StandingStatus, string>>
  readonly page: (page: string, pages: string) => string
}

export const REPORT_WORDS: Readonly<Record<'en' | 'fr', ReportWords>> = {
  en: {
    title: 'Completion report',
    shows: 'Shows',
    asOf: 'As of',
    by: 'Exported by',
    holds: 'Contains',
    people: (people, nPeople, rows, nRows) =>
      `${people} ${nPeople === 1 ? 'person' : 'people'}, ${rows} ${nRows === 1 ? 'row' : 'rows'} (one for each person and course)`,
    nobody: 'Nobody matches the filter of this report.',
    complete: 'Complete and in force',
    missed: 'Attacks missed',
    turnedAway: 'Genuine contacts turned away',
    interval: (low, high) => `likely ${low} to ${high}`,
    intervalNote:
      'The range is a 95% interval: with this number of contacts, chance alone can move a share by about that much. Contacts are those of each person’s latest round.',
    tooSmall: (people) =>
      `How contacts were handled is not shown: your organisation shows only the results of whole teams, sites and courses, once at least ${people} people have new results.`,
    course: 'Course',
    enrolled: 'Enrolled',
    all: 'All courses',
    list: 'By person',
    name: 'Name',
    number: 'Number',
    team: 'Team',
    statusTitle: 'Status',
    due: 'Due',
    passed: 'Passed',
    until: 'Valid until',
    score: 'Score',
    status: {
      open: 'Not started',
      'in-progress': 'In progress',
      late: 'Late',
      failed: 'Not passed',
      complete: 'Complete',
      expired: 'Expired',
      revoked: 'Revoked',
    },
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
  fr: {
    title: 'Rapport d’avancement',
    shows: 'Porte sur',
    asOf: 'État au',
    by: 'Exporté par',
    holds: 'Contient',
    people: (people, nPeople, rows, nRows) =>
      `${people} ${nPeople === 1 ? 'personne' : 'personnes'}, ${rows} ${nRows === 1 ? 'ligne' : 'lignes'} (une personne et un parcours)`,
    nobody: 'Personne ne correspond au filtre de ce rapport.',
    complete: 'Terminés et en vigueur',
    missed: 'Attaques manquées',
    turnedAway: 'Contacts authentiques refusés',
    interval: (low, high) => `probablement de ${low} à ${high}`,
    intervalNote:
      'La fourchette est un intervalle à 95\u00a0%\u00a0: avec ce nombre de contacts, le hasard seul peut faire varier une part à peu près d’autant. Les parts de contacts sont celles de la dernière série de chaque personne.',
    tooSmall: (people) =>
      `La façon dont les contacts ont été traités ne figure pas ici\u00a0: votre organisation n’affiche que les résultats d’équipes, de sites et de parcours entiers, dès que ${people} personnes au moins ont du nouveau.`,
    course: 'Parcours',
    enrolled: 'Inscrits',
    all: 'Tous les parcours',
    list: 'Par personne',
    name: 'Nom',
    number: 'Matricule',
    team: 'Équipe',
    statusTitle: 'État',
    due: 'Échéance',
    passed: 'Réussi le',
    until: 'Valable jusqu’au',
    score: 'Score',
    status: {
      open: 'Pas commencé',
      'in-progress': 'En cours',
      late: 'En retard',
      failed: 'Pas réussi',
      complete: 'Terminé',
      expired: 'Expiré',
      revoked: 'Révoqué',
    },
    page: (page, pages) => `Page ${page} sur ${pages}`,
  },
}

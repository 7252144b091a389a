import type { FilterWords } from '../domain/records/filter-words'
import type { Translate } from './translate'

/**
 * Returns the phrases of a filter in a language.
 * @param names how courses and days are named in it
 */
export const filterWords = (
  t: Translate<'filter'>,
  names: Pick<FilterWords, 'course' | 'day'>,
): FilterWords => ({
  ...names,
  everything: t('everything'),
  search: (text) => t('search', { text }),
  teams: (list) => t('teams', { list }),
  sites: (list) => t('sites', { list }),
  courses: (list) => t('courses', { list }),
  statuses: (list) => t('statuses', { list }),
  from: (day) => t('from', { day }),
  to: (day) => t('to', { day }),
  between: (from, to) => t('between', { from, to }),
  scoreFrom: (percent) => t('score.from', { percent }),
  scoreTo: (percent) => t('score.to', { percent }),
  scoreBetween: (from, to) => t('score.between', { from, to }),
  below: (competency, percent) => t('below', { competency: t(`competency.${competency}`), percent }),
  status: (status) => t(`status.${status}`),
})

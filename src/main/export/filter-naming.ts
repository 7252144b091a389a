import type { InterfaceLocale } from '../../bridge/channels'
import type { FilterWords } from '../../domain/records'
import { filterWords } from '../../texts/filter-words'
import { FACTS } from '../../texts/generated'
import { loadTexts } from '../../texts/translate'
import type { Library } from '../library/library'

/** Writes 28 November 2026, in this computer's time zone. */
export const longDay = (instant: string | number, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(FACTS[locale].region, { dateStyle: 'long' }).format(new Date(instant))

/** Loads the phrases for filters in a language, with the titles of the library's courses. */
export const loadFilterWords = async (
  { library }: { readonly library: Pick<Library, 'course'> },
  locale: InterfaceLocale,
): Promise<FilterWords> =>
  filterWords(await loadTexts(locale, 'filter'), {
    course: (id) => {
      const title = library.course(id)?.title
      return title?.[locale] ?? title?.['en'] ?? id
    },
    day: (instant, ending) => longDay(Date.parse(instant) - (ending ? 1 : 0), locale),
  })

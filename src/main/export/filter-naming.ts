import type { InterfaceLocale } from '../../bridge/channels'
import type { FilterNaming } from '../../domain/records'
import type { Services } from '../services'

const REGION: Readonly<Record<InterfaceLocale, string>> = { en: 'en-GB', fr: 'fr-FR' }

/** 28 November 2026, in this computer's time zone. */
export const longDay = (instant: string | number, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(REGION[locale], { dateStyle: 'long' }).format(new Date(instant))

/** How courses and days are called in a language. */
export const filterNaming = (
  { library }: Pick<Services, 'library'>,
  locale: InterfaceLocale,
): FilterNaming => ({
  locale,
  course: (id) => {
    const title = library.course(id)?.title
    return title?.[locale] ?? title?.['en'] ?? id
  },
  day: (instant, ending) => longDay(Date.parse(instant) - (ending ? 1 : 0), locale),
})

import type { InterfaceLocale } from '../../bridge/channels'
import type { FilterNaming } from '../../domain/records'
import type { Library } from '../library/library'

const REGION: Readonly<Record<InterfaceLocale, string>> = { en: 'en-GB', fr: 'fr-FR' }

/** 28 November 2026, in this computer's time zone. */
export const longDay = (instant: string | number, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(REGION[locale], { dateStyle: 'long' }).format(new Date(instant))

/** How courses and days are called in a language. */
export const filterNaming = (
  { library }: { readonly library: Pick<Library, 'course'> },
  locale: InterfaceLocale,
): FilterNaming => ({
  locale,
  course: (id) => {
    const title = library.course(id)?.title
    return title?.[locale] ?? title?.['en'] ?? id
  },
  day: (instant, ending) => longDay(Date.parse(instant) - (ending ? 1 : 0), locale),
})

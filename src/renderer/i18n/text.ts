import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { createContext, useContext, useMemo } from 'react'
import type { InterfaceLocale } from '../../bridge'

/** The texts of an area, one dictionary a locale. A key that a locale lacks is a type error. */
export type Words<K extends string> = Readonly<Record<InterfaceLocale, Readonly<Record<K, string>>>>
export type Values = Readonly<Record<string, PrimitiveType>>
export type Translate<K extends string> = (key: K, values?: Values) => string

export const LocaleContext = createContext<InterfaceLocale>('en')
export const useLocale = (): InterfaceLocale => useContext(LocaleContext)

/** Regional variants for dates and numbers: the interface's English is British. */
const REGION: Readonly<Record<InterfaceLocale, string>> = { en: 'en-GB', fr: 'fr-FR' }
export const regionOf = (locale: InterfaceLocale): string => REGION[locale]

/** French puts a space that never breaks before high punctuation and inside its quotation marks. */
export const frenchSpaces = (text: string): string =>
  text.replace(/ ([?!;:»%])/g, '\u00a0$1').replace(/« /g, '«\u00a0')

/** A function that looks a key up in a dictionary and fills in the values of its ICU message. */
export function translator<K extends string>(
  words: Readonly<Record<K, string>>,
  locale: InterfaceLocale,
): Translate<K> {
  const compiled = new Map<K, IntlMessageFormat>()
  return (key, values) => {
    let message = compiled.get(key)
    if (!message) {
      const text = locale === 'fr' ? frenchSpaces(words[key]) : words[key]
      message = new IntlMessageFormat(text, regionOf(locale))
      compiled.set(key, message)
    }
    return String(message.format(values))
  }
}

/**
 * Makes the `useText` hook of an area: `const usePlayerText = textHook({ en: playerEn, fr: playerFr })`, then
 * `const t = usePlayerText()` and `t('ended.title', { name })`.
 */
export function textHook<K extends string>(words: Words<K>): () => Translate<K> {
  return () => {
    const locale = useLocale()
    return useMemo(() => translator(words[locale], locale), [locale])
  }
}

/** The text of a scenario or course in a locale; English, then any, when it was not written in that one. */
export function pick(text: Readonly<Record<string, string>>, locale: string): string {
  const found = pickLocale(text, locale)
  const words = (found !== undefined && text[found]) || ''
  return found?.startsWith('fr') ? frenchSpaces(words) : words
}

/** The locale in which `pick` finds a text. */
export const pickLocale = (text: Readonly<Record<string, string>>, locale: string): string | undefined =>
  [locale, 'en', ...Object.keys(text)].find((known) => text[known] !== undefined)

/** `const localized = useLocalized()`, then `localized(scenario.title)`. */
export function useLocalized(): (text: Readonly<Record<string, string>>) => string {
  const locale = useLocale()
  return (text) => pick(text, locale)
}

import { createContext, use, useContext } from 'react'
import { AREAS, FACTS, type Area, type Locale } from '../../texts/generated'
import { loadTexts as read, typeset, type Translate } from '../../texts/translate'

export const LocaleContext = createContext<Locale>('en')
export const useLocale = (): Locale => useContext(LocaleContext)

/** Returns the region whose format of dates and numbers a language uses. English is British here. */
export const regionOf = (locale: Locale): string => FACTS[locale].region

const there = new Map<string, unknown>()
const coming = new Map<string, Promise<unknown>>()

/** Returns the texts of an area if they are loaded. */
const textsOf = <A extends Area>(locale: Locale, area: A): Translate<A> | undefined =>
  there.get(`${locale}/${area}`) as Translate<A> | undefined

/** Loads the texts of an area, once. */
export function loadTexts<A extends Area>(locale: Locale, area: A): Promise<Translate<A>> {
  const name = `${locale}/${area}`
  let texts = coming.get(name)
  if (!texts) {
    const reading = read(locale, area)
    texts = reading.then((found) => {
      there.set(name, found)
      return found
    })
    coming.set(name, texts)
  }
  return texts as Promise<Translate<A>>
}

/** The areas of the first screens. */
const FIRST: readonly Area[] = ['app', 'errors', 'sign-in']

/** Loads the texts of the first screens in a language. */
export const loadFirstTexts = (locale: Locale): Promise<unknown> =>
  Promise.all(FIRST.map((area) => loadTexts(locale, area)))

/** Loads all texts of the window in a language; only those of the command line are left out. */
export const loadAllTexts = (locale: Locale): Promise<unknown> =>
  Promise.all(AREAS.filter((area) => area !== 'cli').map((area) => loadTexts(locale, area)))

export const hasFirstTexts = (locale: Locale): boolean =>
  FIRST.every((area) => textsOf(locale, area) !== undefined)

/**
 * Makes the `useText` hook of an area: `const usePlayerText = textHook('player')`, then `const t = usePlayerText()` and
 * `t('ended.title', { name })`. A component whose texts are not loaded yet is suspended until they are.
 */
export function textHook<A extends Area>(area: A): () => Translate<A> {
  return () => {
    const locale = useLocale()
    return textsOf(locale, area) ?? use(loadTexts(locale, area))
  }
}

/**
 * Returns the text of a scenario or course in a locale; if it lacks that language, in English, then in any language.
 */
export function pick(text: Readonly<Record<string, string>>, locale: string): string {
  const found = pickLocale(text, locale)
  const words = (found !== undefined && text[found]) || ''
  return found === undefined ? words : typeset(words, found)
}

/** Returns the locale in which `pick` finds a text. */
export const pickLocale = (text: Readonly<Record<string, string>>, locale: string): string | undefined =>
  [locale, 'en', ...Object.keys(text)].find((known) => text[known] !== undefined)

/** `const localized = useLocalized()`, then `localized(scenario.title)`. */
export function useLocalized(): (text: Readonly<Record<string, string>>) => string {
  const locale = useLocale()
  return (text) => pick(text, locale)
}

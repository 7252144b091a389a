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

/** Reads what the first screens say in a language. */
export const loadFirstTexts = (locale: Locale): Promise<unknown> =>
  Promise.all(FIRST.map((area) => loadTexts(locale, area)))

/** Reads all that the window says in a language: everything but what the command line alone says. */
export const loadAllTexts = (locale: Locale): Promise<unknown> =>
  Promise.all(AREAS.filter((area) => area !== 'cli').map((area) => loadTexts(locale, area)))

export const hasFirstTexts = (locale: Locale): boolean =>
  FIRST.every((area) => textsOf(locale, area) !== undefined)

/**
 * Makes the `useText` hook of an area: `const usePlayerText = textHook('player')`, then `const t = usePlayerText()` and
 * `t('ended.title', { name })`. A component that asks before its texts have come waits for them.
 */
export function textHook<A extends Area>(area: A): () => Translate<A> {
  return () => {
    const locale = useLocale()
    return textsOf(locale, area) ?? use(loadTexts(locale, area))
  }
}

/** The text of a scenario or course in a locale; English, then any, when it was not written in that one. */
export function pick(text: Readonly<Record<string, string>>, locale: string): string {
  const found = pickLocale(text, locale)
  const words = (found !== undefined && text[found]) || ''
  return found === undefined ? words : typeset(words, found)
}

/** The locale in which `pick` finds a text. */
export const pickLocale = (text: Readonly<Record<string, string>>, locale: string): string | undefined =>
  [locale, 'en', ...Object.keys(text)].find((known) => text[known] !== undefined)

/** `const localized = useLocalized()`, then `localized(scenario.title)`. */
export function useLocalized(): (text: Readonly<Record<string, string>>) => string {
  const locale = useLocale()
  return (text) => pick(text, locale)
}

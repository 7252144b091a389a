import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { FACTS, LOCALES, READ, type Area, type Locale, type Texts, type Words } from './generated'

/** What all of several texts need together. */
type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Both) => void
  ? Both
  : never
type Arguments<Values> = keyof All<Values> extends never ? [] : [values: Readonly<All<Values>>]

export type KeyOf<A extends Area> = keyof Texts[A]
/** Keys of texts that need no values. */
export type PlainKey<A extends Area> = {
  [K in KeyOf<A>]: keyof Texts[A][K] extends never ? K : never
}[KeyOf<A>]

/** Looks a text up and fills in its values: `t('list.range', { from, to, total })`. */
export interface Translate<A extends Area> {
  <K extends KeyOf<A>>(key: K, ...values: Arguments<Texts[A][K]>): string
  /** Whether there is such a text, for keys that come from elsewhere. */
  has(key: string): boolean
}

/** The language that stands for one: itself, its main language, or the first one. */
export function localeFor(wanted: string | undefined): Locale {
  const tag = wanted?.toLowerCase().replaceAll('_', '-') ?? ''
  const known = (name: string) => LOCALES.find((locale) => locale.toLowerCase() === name)
  return known(tag) ?? known(tag.split(/[-.@]/)[0]!) ?? LOCALES[0]
}

/** Puts the spaces that never break where the language has them: before high punctuation, inside quotation marks. */
export function typeset(text: string, language: string): string {
  return FACTS[localeFor(language)].punctuation === 'spaced' && language.startsWith(localeFor(language))
    ? text.replace(/ ([?!;:»%])/g, '\u00a0$1').replace(/« /g, '«\u00a0')
    : text
}

/** A function that looks a key up among the texts of an area. */
export function translator<A extends Area>(words: Words<A>, locale: Locale): Translate<A> {
  const compiled = new Map<KeyOf<A>, IntlMessageFormat>()
  const translate = <K extends KeyOf<A>>(key: K, ...[values]: Arguments<Texts[A][K]>): string => {
    let message = compiled.get(key)
    if (!message) {
      message = new IntlMessageFormat(typeset(words[key], locale), FACTS[locale].region)
      compiled.set(key, message)
    }
    return String(message.format(values as Record<string, PrimitiveType> | undefined))
  }
  return Object.assign(translate, { has: (key: string) => Object.hasOwn(words, key) })
}

/** Reads an area in a language. */
export const loadTexts = async <A extends Area>(locale: Locale, area: A): Promise<Translate<A>> =>
  translator<A>((await READ[locale][area]()).default, locale)

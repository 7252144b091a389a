import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { FACTS, LOCALES, READ, type Area, type Locale, type Texts, type Words } from './generated'

type Arguments<Values> = keyof Values extends never ? [] : [values: Readonly<Values>]

/** Looks a text up and fills in its values: `t('list.range', { from, to, total })`. */
export type Translate<A extends Area> = <K extends keyof Texts[A]>(
  key: K,
  ...values: Arguments<Texts[A][K]>
) => string

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
  const compiled = new Map<keyof Texts[A], IntlMessageFormat>()
  return (key, ...[values]) => {
    let message = compiled.get(key)
    if (!message) {
      message = new IntlMessageFormat(typeset(words[key], locale), FACTS[locale].region)
      compiled.set(key, message)
    }
    return String(message.format(values as Record<string, PrimitiveType> | undefined))
  }
}

/** Reads an area in a language. */
export const loadTexts = async <A extends Area>(locale: Locale, area: A): Promise<Translate<A>> =>
  translator<A>((await READ[locale][area]()).default, locale)

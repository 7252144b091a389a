import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { FACTS, LOCALES, READ, type Area, type Locale, type Texts, type Words } from './generated'
import { isPlain, spaced, type Message, type MessageParts } from './message'

/** Combines the values that several texts need. */
type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Both) => void
  ? Both
  : never
type Arguments<Values> = keyof All<Values> extends never ? [] : [values: Readonly<All<Values>>]

export type KeyOf<A extends Area> = keyof Texts[A]
/** Keys of texts that need no values. */
export type PlainKey<A extends Area> = {
  [K in KeyOf<A>]: keyof Texts[A][K] extends never ? K : never
}[KeyOf<A>]

/** Looks up a text and fills in its values: `t('list.range', { from, to, total })`. */
export interface Translate<A extends Area> {
  <K extends KeyOf<A>>(key: K, ...values: Arguments<Texts[A][K]>): string
  /** Tells whether there is a text with this key, for keys that come from outside. */
  has(key: string): boolean
}

/** Returns the supported language for a wanted one: itself, its main language, or the first language. */
export function localeFor(wanted: string | undefined): Locale {
  const tag = wanted?.toLowerCase().replaceAll('_', '-') ?? ''
  const known = (name: string) => LOCALES.find((locale) => locale.toLowerCase() === name)
  return known(tag) ?? known(tag.split(/[-.@]/)[0]!) ?? LOCALES[0]
}

/** Inserts spaces that never break if the language uses them: before high punctuation and inside quotation marks. */
export function typeset(text: string, language: string): string {
  return FACTS[localeFor(language)].punctuation === 'spaced' && language.startsWith(localeFor(language))
    ? spaced(text)
    : text
}

type Values = Readonly<Record<string, PrimitiveType>>

/** The kinds of parts that need no Intl, by the library's numbers. */
const LITERAL = 0
const ARGUMENT = 1

/**
 * Fills in values.
 * @returns `undefined` if a value has to be counted, chosen or formatted, or is missing
 */
function filled(parts: MessageParts, values: Values): string | undefined {
  let text = ''
  for (const part of parts) {
    if (part.type === LITERAL) text += part.value
    else if (part.type === ARGUMENT && values[part.value] !== undefined) text += String(values[part.value])
    else return undefined
  }
  return text
}

/** Returns a function that formats a message. Most texts never need Intl, which takes some time to set up. */
function reader(message: Message, locale: Locale): (values: Values) => string {
  if (typeof message === 'string') {
    const text = typeset(message, locale)
    if (isPlain(text)) return () => text
    return format(new IntlMessageFormat(text, FACTS[locale].region))
  }
  let intl: ((values: Values) => string) | undefined
  return (values) =>
    filled(message, values) ?? (intl ??= format(new IntlMessageFormat(message, FACTS[locale].region)))(values)
}

const format =
  (message: IntlMessageFormat) =>
  (values: Values): string =>
    String(message.format(values))

/** Returns a function that finds a key among the texts of an area. */
export function translator<A extends Area>(words: Words<A>, locale: Locale): Translate<A> {
  const readers = new Map<KeyOf<A>, (values: Values) => string>()
  const translate = <K extends KeyOf<A>>(key: K, ...[values]: Arguments<Texts[A][K]>): string => {
    let read = readers.get(key)
    if (!read) {
      read = reader(words[key], locale)
      readers.set(key, read)
    }
    return read((values ?? {}) as Values)
  }
  return Object.assign(translate, { has: (key: string) => Object.hasOwn(words, key) })
}

/** Loads the texts of an area in a language. */
export const loadTexts = async <A extends Area>(locale: Locale, area: A): Promise<Translate<A>> =>
  translator<A>((await READ[locale][area]()).default, locale)

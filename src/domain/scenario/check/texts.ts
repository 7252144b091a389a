import { error, type Fault } from '../issue'
import type { Localized, Scenario } from '../schema'
import { eachText, NOWHERE, type Text } from '../texts'
import { isUnwritten, unwritten } from '../unwritten'
import { checkPlainText, checkText, SPECIAL, type PlaceholderNames } from '../text-faults'
import { PLACEHOLDERS } from '../vocabulary'

function namesOf({ variants }: Scenario): PlaceholderNames {
  const own = new Set((variants ?? []).flatMap((set) => Object.keys(set).map((name) => `{${name}}`)))
  return { own, known: [...PLACEHOLDERS.map((name) => `{${name}}`), ...own] }
}

function isSound(text: Localized, locales: readonly string[], names: PlaceholderNames): boolean {
  for (const locale of locales) if (text[locale] === undefined) return false
  for (const locale in text) {
    if (!locales.includes(locale)) return false
    const words = text[locale]!
    if (isUnwritten(words)) return false
    if (SPECIAL.test(words) && (words.includes('{') || checkText(words, [], names).length > 0)) return false
  }
  return true
}

/** Returns true if a text that is the same in every language has no fault. */
const isSoundPlain = (text: string): boolean => !isUnwritten(text) && checkPlainText(text, []).length === 0

/** Checks that texts have all languages, are written, and contain only allowed markup and placeholders. */
export function checkTexts(scenario: Scenario): Fault[] {
  const locales = Object.keys(scenario.title)
  const names = namesOf(scenario)
  const faults: Fault[] = []
  if (locales.length === 0) return [error('missing', ['title'], { what: 'languages' })]
  // Places are computed only if there is a fault, because a large scenario has very many texts.
  let sound = true
  const look = (text: Text) => {
    if (sound) sound = typeof text === 'string' ? isSoundPlain(text) : isSound(text, locales, names)
  }
  eachText(scenario, look, NOWHERE)
  if (sound) return []
  eachText(scenario, (text, place) => {
    if (typeof text === 'string') {
      if (isUnwritten(text)) faults.push(unwritten('plain', text, place.keys))
      faults.push(...checkPlainText(text, place.keys))
      return
    }
    for (const locale of locales) {
      if (text[locale] === undefined) {
        faults.push(error('missing-translation', [...place.keys, locale]))
      }
    }
    for (const locale in text) {
      if (!locales.includes(locale)) {
        faults.push(error('stray-translation', [...place.keys, locale]))
      }
      const words = text[locale]!
      if (isUnwritten(words)) faults.push(unwritten('translated', words, [...place.keys, locale]))
      if (SPECIAL.test(words)) faults.push(...checkText(words, [...place.keys, locale], names))
    }
  })
  return faults
}

/**
 * Words that a source shows as they are written, on their way to a scenario. Neither the notations through which they
 * pass nor the text language of scenarios, which has no escapes, may read them.
 */
import { readProse } from '../../scenario/text-language'

/** The signs that any of the notations reads. In between, each has a code that no text can contain. */
const SIGNS = "*-{}_'/~^=#!.+"
const FIRST = 0xfdd0
const HELD = /[\ufdd0-\ufdef]/g
/** Signs that look like those of the text language, and mean nothing there. */
const ALIKE: Readonly<Record<string, string>> = { '*': '∗', '-': '‐', '{': '❴', '}': '❵' }

const codeOf = (sign: string): string => String.fromCodePoint(FIRST + SIGNS.indexOf(sign))
const signOf = (code: string): string => SIGNS[code.charCodeAt(0) - FIRST] ?? ''

/** Holds words so that no notation reads them. */
export const asWritten = (words: string): string => words.replaceAll(/[*\-{}_'/~^=#!.+]/g, codeOf)

/** Returns the words that `asWritten` holds, for a note. */
export const released = (text: string): string => text.replaceAll(HELD, signOf)

/** Replaces some of the held signs by signs that look like them. */
const withAlike = (text: string, signs: string): string =>
  text.replaceAll(HELD, (code) => {
    const sign = signOf(code)
    return signs.includes(sign) ? (ALIKE[sign] ?? sign) : sign
  })

/** Returns what a screen shows of a text, with the signs that were meant. */
const seen = (text: string): string =>
  JSON.stringify(readProse(text)).replaceAll('∗', '*').replaceAll('‐', '-')

/**
 * Returns a text for a scenario, in which held words are shown as they were written. A sign stands for one that looks
 * like it only where the text language would read it otherwise; curly brackets are always placeholders there.
 */
export function forScenario(text: string): string {
  if (text.search(HELD) < 0) return text
  const meant = seen(withAlike(text, '*-{}'))
  const signs = ['{}', '-{}', '*{}'].find((some) => seen(withAlike(text, some)) === meant) ?? '*-{}'
  return withAlike(text, signs)
}

import { plainText } from '../scenario/text-language'

/** Properties of a text that can be seen without knowing what its words mean. */
export interface Surface {
  /** The number of letters, signs and spaces. */
  readonly length: number
  /** The number of words of courtesy. */
  readonly courtesy: number
  readonly questions: number
  readonly exclamations: number
  readonly digits: number
  /** The number of words that begin with a capital in the middle of a sentence. */
  readonly names: number
  readonly sentences: number
}

export type SurfaceMeasure = keyof Surface

/** Words of courtesy in the languages of the first scenarios. */
const COURTESY =
  /\b(?:please|thanks?|sorry|apolog\w+|appreciate|glad|happy to|gladly|of course|certainly|kind(?:ly)?|good day|afraid|welcome|sir|ma[’']am|madam)\b|merci|s[’']il (?:vous|te) pla[îi]t|désolée?|navrée?|excuse|volontiers|bien sûr|avec plaisir|bonne (?:journée|soirée)|je vous en prie|bonjour|monsieur|madame/giu
const NAME = /(?<=[\p{Ll}\d,;:] )\p{Lu}\p{L}+/gu
/** A placeholder stands for a name or an amount. */
const PLACEHOLDER = /\{[a-z][a-z0-9-]*\}/gi

const times = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * Measures a text by its surface alone.
 * @param words the text of a scenario, with emphasis and placeholders
 */
export function surfaceOf(words: string): Surface {
  const text = plainText(words).replace(PLACEHOLDER, 'Name').trim()
  return {
    length: text.length,
    courtesy: times(text, COURTESY),
    questions: times(text, /\?+/g),
    exclamations: times(text, /!+/g),
    digits: times(text, /\d/g),
    names: times(text, NAME),
    sentences: Math.max(1, times(text, /[.!?…]+(?=\s|$)/g)),
  }
}

/** A pin attaches a comment to a place of a scenario and remembers the words that the comment is about. */

/** A comment can be pinned to the scenario as a whole, a scene, a choice or a text. */
export const PLACE_KINDS = ['scenario', 'scene', 'choice', 'text'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** The place of a comment and the words that stood there when it was written. */
export interface Pin {
  readonly kind: PlaceKind
  readonly id: string
  /** The language in which the words were read. */
  readonly language: string
  /** The words of the place in that language at that time; empty where there was nothing to read. */
  readonly words: string
}

/** A pin keeps at most this many characters of a text. */
export const LONGEST_WORDS = 4000

/**
 * Returns the words of a text by language. A text that is the same in every language stands under `''`.
 * @param text any JSON value; one that is no text gives an empty object
 */
export function wordsOf(text: unknown): Readonly<Record<string, string>> {
  if (typeof text === 'string') return { '': text }
  if (typeof text !== 'object' || text === null || Array.isArray(text)) return {}
  return Object.fromEntries(
    Object.entries(text).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Returns the words in a language, or in another one where they lack it. */
export const wordsIn = (words: Readonly<Record<string, string>>, language: string): string =>
  words[language] ?? words[''] ?? words['en'] ?? Object.values(words)[0] ?? ''

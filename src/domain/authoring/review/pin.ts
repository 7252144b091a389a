/** What a comment is pinned to, and the words of which it was written. */

/** What a comment can be pinned to. */
export const PLACE_KINDS = ['scenario', 'scene', 'choice', 'text'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** Where a comment was written, and of which words. */
export interface Pin {
  readonly kind: PlaceKind
  readonly id: string
  /** The language in which the words were read. */
  readonly language: string
  /** What stood there then; empty where there was nothing to read. */
  readonly words: string
}

/** So much of a text is kept with a comment, in characters. */
export const LONGEST_WORDS = 4000

/**
 * The words of a text by language; one that is the same in every language has `''`.
 * @param text any JSON value
 */
export function wordsOf(text: unknown): Readonly<Record<string, string>> {
  if (typeof text === 'string') return { '': text }
  if (typeof text !== 'object' || text === null || Array.isArray(text)) return {}
  return Object.fromEntries(
    Object.entries(text).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** A text in a language, or in the one in which it is there. */
export const wordsIn = (words: Readonly<Record<string, string>>, language: string): string =>
  words[language] ?? words[''] ?? words['en'] ?? Object.values(words)[0] ?? ''

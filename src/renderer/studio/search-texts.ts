/** Finds words in all texts of a document, and replaces them. Without React. */
import { documentTexts } from '../../domain/authoring/document-texts'
import type { DocumentKind } from '../../domain/authoring/document'
import type { Path } from './outline'

export interface Sought {
  readonly text: string
  /** Only whole words match. */
  readonly words: boolean
  /** Capital and small letters differ. */
  readonly letters: boolean
}

export interface FoundText {
  /** Identifies the text in its language. */
  readonly key: string
  readonly path: Path
  /** `undefined` for a text that is the same in every language. */
  readonly language: string | undefined
  /** The kind of text: `title`, `text`, `why` and so on. */
  readonly name: string
  readonly before: string
  /** The text in pieces that alternate: text before a match, the match, and so on. */
  readonly pieces: readonly string[]
}

const PART_OF_WORD = String.raw`[\p{L}\p{M}\p{N}_]`

/** Builds the regular expression for a search; `undefined` for an empty one. */
function finderOf({ text, words, letters }: Sought): RegExp | undefined {
  if (text === '') return undefined
  // A hyphen stays as it is: outside a class it means itself, and in Unicode mode it can't be escaped there.
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  // A word can only be part of a longer one if it begins or ends with a letter.
  const begins = words && new RegExp(`^${PART_OF_WORD}`, 'u').test(text)
  const ends = words && new RegExp(`${PART_OF_WORD}$`, 'u').test(text)
  const whole = `${begins ? `(?<!${PART_OF_WORD})` : ''}${literal}${ends ? `(?!${PART_OF_WORD})` : ''}`
  return new RegExp(`(${whole})`, letters ? 'gu' : 'giu')
}

/**
 * Finds words in every text of a document, in every language, in the order in which a reader meets them. Names, ids and
 * numbers are not searched.
 */
export function findTexts(kind: DocumentKind, document: unknown, sought: Sought): FoundText[] {
  const finder = finderOf(sought)
  if (!finder) return []
  return documentTexts(kind, document).flatMap(({ id, path, name, words, plain }) => {
    const texts: (readonly [string | undefined, string])[] =
      plain === undefined ? Object.entries(words ?? {}) : [[undefined, plain]]
    return texts.flatMap(([language, before]) => {
      const pieces = before.split(finder)
      if (pieces.length === 1) return []
      return [
        {
          key: `${id}\n${language ?? ''}`,
          path: language === undefined ? path : [...path, language],
          language,
          name,
          before,
          pieces,
        },
      ]
    })
  })
}

/** Returns a text with its matches replaced. */
export const replaced = ({ pieces }: FoundText, by: string): string =>
  pieces.map((piece, i) => (i % 2 === 1 ? by : piece)).join('')

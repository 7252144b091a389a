let segmenter: Intl.Segmenter | undefined
// It is made for the first text that is too long, since most programs never meet one.
const letters = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' }))

/**
 * Returns the beginning of a text. No letter, mark or emoji is cut in two.
 * @param most the length of the result at the most
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  return text.slice(0, letters().segment(text).containing(most)?.index ?? 0)
}

/**
 * Shortens a text, and ends it with an ellipsis. No letter, mark or emoji is cut in two.
 * @param most the length of the result at the most
 */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${beginningOf(text, most - 1).trimEnd()}…`

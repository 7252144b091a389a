const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Shortens a text, and ends it with an ellipsis. No letter, mark or emoji is cut in two.
 * @param most the length of the result at the most
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = letters.segment(text).containing(most - 1)?.index ?? 0
  return `${text.slice(0, whole).trimEnd()}…`
}

/**
 * Converts between the text in the editor, where every line break is one character and there is no byte order mark, and
 * the file, which keeps its own.
 */
import { splicesBetween } from '../../../domain/authoring/splice'

const MARK = '\ufeff'

/** Returns a text as the editor shows it. */
export const shownText = (text: string): string =>
  (text.startsWith(MARK) ? text.slice(1) : text).replaceAll(/\r\n?/g, '\n')

/**
 * Returns the text of the file after somebody has typed.
 * @param kept the text of the file before
 * @param typed the text in the editor now
 * @returns the line breaks of `kept` in unchanged parts, and its first kind of line break in typed parts
 */
export function keptText(kept: string, typed: string): string {
  const mark = kept.startsWith(MARK) ? MARK : ''
  if (!kept.includes('\r')) return mark + typed
  const body = kept.slice(mark.length)
  const lineBreak = /\r\n?|\n/.exec(body)![0]
  const shown = shownText(body)
  let result = mark
  let [at, real] = [0, 0]
  /** Moves on to a place of the shown text, along the text of the file. */
  const goTo = (place: number): number => {
    while (at < place) {
      real += body[real] === '\r' && body[real + 1] === '\n' ? 2 : 1
      at += 1
    }
    return real
  }
  for (const splice of splicesBetween(shown, typed)) {
    const from = real
    result += body.slice(from, goTo(splice.at)) + splice.put.replaceAll('\n', lineBreak)
    goTo(splice.at + splice.cut)
  }
  result += body.slice(real)
  // A lone carriage return may now stand before a line feed, so that two breaks have become one.
  return shownText(result) === typed ? result : mark + typed.replaceAll('\n', lineBreak)
}

/** The editor shows every line break as one character and no mark at the beginning; the file keeps what it has. */
import { splicesBetween } from '../../../domain/authoring/splice'

const MARK = '\ufeff'

/** A text as the editor shows it. */
export const shownText = (text: string): string =>
  (text.startsWith(MARK) ? text.slice(1) : text).replaceAll(/\r\n?/g, '\n')

/**
 * The text of the file after something was typed.
 * @param kept the text of the file before
 * @param typed what the editor shows now
 * @returns the line breaks of `kept` where nothing was typed, and its first kind of line break in what was typed
 */
export function keptText(kept: string, typed: string): string {
  const mark = kept.startsWith(MARK) ? MARK : ''
  if (!kept.includes('\r')) return mark + typed
  const body = kept.slice(mark.length)
  const lineBreak = /\r\n?|\n/.exec(body)![0]
  const shown = shownText(body)
  let result = mark
  let [at, real] = [0, 0]
  /** Goes on to a place of the shown text, along the text of the file. */
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
  // A lone carriage return may come to stand before a line feed, which makes one break of two.
  return shownText(result) === typed ? result : mark + typed.replaceAll('\n', lineBreak)
}

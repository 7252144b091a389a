/**
 * Splices describe how one text becomes another: they name the places that changed instead of repeating the whole text.
 */
import { common } from './align'

/** One replacement: at `at`, `cut` characters are removed and `put` is inserted. */
export interface Splice {
  /** Offset in UTF-16 code units from the beginning of the text before the change. */
  readonly at: number
  /** The number of UTF-16 code units that are removed. */
  readonly cut: number
  /** The text that is inserted. */
  readonly put: string
}

/** Thrown when a splice does not fit the text that it is to change. */
export class SpliceRefused extends Error {
  override readonly name = 'SpliceRefused'
}

const LINES = /(?<=\n)/

/**
 * Returns one splice that replaces the middle of a text, after the beginning and the end that both texts share are set
 * aside. Returns an empty list where the texts are the same.
 */
function tight(before: string, after: string, at: number): Splice[] {
  if (before === after) return []
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
  let tail = 0
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1
  }
  return [{ at: at + head, cut: before.length - head - tail, put: after.slice(head, after.length - tail) }]
}

/**
 * Finds the splices that turn one text into another, by comparing their lines.
 * @returns splices in the order of the text that do not touch one another; an empty list where the texts are the same
 */
export function splicesBetween(before: string, after: string): Splice[] {
  const [whole] = tight(before, after, 0)
  if (!whole) return []
  // A short change at one place needs no comparison by lines.
  if (whole.cut === 0 || whole.put === '' || (whole.cut < 200 && whole.put.length < 200)) return [whole]
  // `lastIndexOf` with an offset would also look at the first character when there is nothing before the change.
  const from = before.slice(0, whole.at).lastIndexOf('\n') + 1
  const end = (text: string, at: number) => {
    const next = text.indexOf('\n', at)
    return next === -1 ? text.length : next + 1
  }
  const old = before.slice(from, end(before, whole.at + whole.cut)).split(LINES)
  const next = after.slice(from, end(after, whole.at + whole.put.length)).split(LINES)
  const splices: Splice[] = []
  let at = from
  let [i, j] = [0, 0]
  const between = (toOld: number, toNext: number) => {
    const was = old.slice(i, toOld).join('')
    splices.push(...tight(was, next.slice(j, toNext).join(''), at))
    at += was.length
    i = toOld
    j = toNext
  }
  for (const [a, b] of common(old, next)) {
    if (a > i || b > j) between(a, b)
    at += old[i]!.length
    i += 1
    j += 1
  }
  between(old.length, next.length)
  return splices
}

/**
 * Carries out splices.
 * @param text the text before them
 * @param splices in the order of the text
 * @throws SpliceRefused when one lies outside the text or reaches into another
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = ''
  let from = 0
  for (const { at, cut, put } of splices) {
    if (at < from || at + cut > text.length) throw new SpliceRefused(`a splice at ${at} does not fit`)
    result += text.slice(from, at) + put
    from = at + cut
  }
  return result + text.slice(from)
}

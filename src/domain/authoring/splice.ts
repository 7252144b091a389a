/** What was typed into a text: the places that changed, instead of all of it. */
import { common } from './align'

/** A part of a text that another one takes the place of. */
export interface Splice {
  /** Characters from the beginning of the text before, as JavaScript counts them. */
  readonly at: number
  /** As many characters are taken away there. */
  readonly cut: number
  /** What is put there instead. */
  readonly put: string
}

/** A splice that does not fit the text that it is to change. */
export class SpliceRefused extends Error {
  override readonly name = 'SpliceRefused'
}

const LINES = /(?<=\n)/

/** The splice between two texts, without what both begin and end with; nothing where they are the same. */
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
 * What leads from one text to another, line by line.
 * @returns splices in the order of the text, none of which touches another; none where the texts are the same
 */
export function splicesBetween(before: string, after: string): Splice[] {
  const [whole] = tight(before, after, 0)
  if (!whole) return []
  // What was changed at one place needs no look at the lines.
  if (whole.cut === 0 || whole.put === '' || (whole.cut < 200 && whole.put.length < 200)) return [whole]
  const from = before.lastIndexOf('\n', whole.at - 1) + 1
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

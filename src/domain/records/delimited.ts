/**
 * Reads text with cells between separators (RFC 4180, and the variants that programs write), and reports where it is
 * broken.
 */

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/**
 * `stray-quote`: a quotation mark within a cell that does not begin with one, or text after a closing one.
 * `unclosed-quote`: a cell is never closed, or only in a later row.
 */
export type RecordFault = 'stray-quote' | 'unclosed-quote'

export interface DelimitedRecord {
  /** The line on which it begins, as editors count from 1. */
  readonly line: number
  /** The text of the record, without its last line break. */
  readonly raw: string
  readonly cells: readonly string[]
  /** A record with a fault ends with its first line; its cells are split at each separator. */
  readonly fault?: RecordFault
}

/** Spreadsheets hold no longer cells. A quotation mark that is closed later than that was never closed. */
const LONGEST_CELL = 32_767

const CR = 13
const LF = 10
const QUOTE = 34
const SPACE = 32

/** Matches `="0012"`, which tells spreadsheets to keep the zeros. */
const KEPT_AS_TEXT = /^="([^"]*)"$/u

/**
 * Reads all records. A broken row does not affect later rows: the quotation mark that opened it is taken for a stray
 * one, and reading continues in the next line.
 * @param text the text without byte order mark
 * @param separator one character
 * @param columns the number of cells in a record of this text. A quoted cell over several lines, one of which has this
 *   many cells, has swallowed rows. 0 if the number is unknown.
 */
export function* readDelimited(
  text: string,
  separator: string,
  columns = 0,
): Generator<DelimitedRecord, void, undefined> {
  const sign = separator.charCodeAt(0)
  let at = 0
  let line = 1
  while (at < text.length) {
    const record = sound(text, at, sign, columns) ?? broken(text, at, separator)
    const { end, breaks, cells, fault } = record
    const raw = text.slice(at, end)
    yield fault === undefined ? { line, raw, cells } : { line, raw, cells, fault }
    line += breaks + 1
    at = afterBreak(text, end)
  }
}

/**
 * Returns a record that stands within quotation marks as a whole, as programs write it that took each row for one cell:
 * `"1,""Sol, Ana"",Cards"`. Other records are returned as they are.
 * @param columns the number of cells in a record of this text; 0 if it is unknown
 */
export function unwrapped(record: DelimitedRecord, separator: string, columns = 0): DelimitedRecord {
  const [inside, ...rest] = record.cells
  if (inside === undefined || columns === 1 || record.fault || !record.raw.startsWith('"')) return record
  if (!inside.includes(separator) || rest.some((cell) => cell !== '')) return record
  const found = sound(inside, 0, separator.charCodeAt(0), 0)
  if (!found || found.end < inside.length || found.breaks > 0) return record
  const fits = columns === 0 || found.cells.length === columns
  return fits ? { ...record, cells: found.cells } : record
}

interface Found {
  readonly end: number
  /** The number of line breaks within the record. */
  readonly breaks: number
  readonly cells: readonly string[]
  readonly fault?: RecordFault
}

const isBreak = (code: number) => code === LF || code === CR

function afterBreak(text: string, at: number): number {
  if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) return at + 2
  return at + 1
}

function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isBreak(text.charCodeAt(at))) at += 1
  return at
}

/** Reads the record at an offset; `undefined` if its quotation marks make no sense. */
function sound(text: string, start: number, sign: number, columns: number): Found | undefined {
  const cells: string[] = []
  let breaks = 0
  let at = start
  for (;;) {
    let open = at
    while (text.charCodeAt(open) === SPACE) open += 1
    if (text.charCodeAt(open) === QUOTE) {
      const closed = quoted(text, open)
      if (!closed) return undefined
      const { cell, after } = closed
      const inside = /[\r\n]/u.test(cell) ? cell.split(/\r\n|\r|\n/u) : undefined
      if (inside) {
        if (swallowsRows(inside, sign, columns)) return undefined
        breaks += inside.length - 1
      }
      cells.push(cell.startsWith('=') ? cell.replace(KEPT_AS_TEXT, '$1') : cell)
      at = after
      while (text.charCodeAt(at) === SPACE) at += 1
    } else {
      const from = at
      let quotes = false
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at)
        if (code === sign || isBreak(code)) break
        if (code === QUOTE) quotes = true
      }
      const cell = text.slice(from, at)
      const kept = quotes ? KEPT_AS_TEXT.exec(cell.trim())?.[1] : cell
      if (kept === undefined) return undefined
      cells.push(kept)
    }
    if (at >= text.length || isBreak(text.charCodeAt(at))) return { end: at, breaks, cells }
    if (text.charCodeAt(at) !== sign) return undefined
    at += 1
  }
}

/** Reads the quoted cell at an offset and makes doubled quotation marks single; `undefined` if it is never closed. */
function quoted(text: string, open: number): { cell: string; after: number } | undefined {
  for (let from = open + 1, doubled = false; ; doubled = true) {
    const close = text.indexOf('"', from)
    if (close < 0 || close - open > LONGEST_CELL) return undefined
    if (text.charCodeAt(close + 1) !== QUOTE) {
      const cell = text.slice(open + 1, close)
      return { cell: doubled ? cell.replaceAll('""', '"') : cell, after: close + 1 }
    }
    from = close + 2
  }
}

function swallowsRows([, ...lines]: readonly string[], sign: number, columns: number): boolean {
  if (columns < 2) return false
  return lines.some((line) => {
    let count = 1
    for (let at = 0; at < line.length; at += 1) if (line.charCodeAt(at) === sign) count += 1
    return count >= columns
  })
}

function broken(text: string, start: number, separator: string): Found {
  const end = lineEnd(text, start)
  const raw = text.slice(start, end)
  const marks = raw.split('"').length - 1
  return {
    end,
    breaks: 0,
    cells: raw.split(separator),
    fault: marks % 2 === 1 ? 'unclosed-quote' : 'stray-quote',
  }
}

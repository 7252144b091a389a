export type Cell = string | number | boolean | null | undefined

/** First characters that make Excel, LibreOffice or Sheets run a cell as a formula. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/

/** Returns true if a spreadsheet would run a text as a formula, even after white space. */
export function mayRunAsFormula(text: string): boolean {
  return FORMULA_START.test(text.trimStart()) || FORMULA_START.test(text)
}

/**
 * Matches separators before a formula. Spreadsheets take the list separator of their computer as the separator of
 * cells, LibreOffice takes several at once, and both ignore our quotation marks where a cell does not begin with one.
 */
const FORMULA_AFTER_SEPARATOR = /([,;|\t\r\n\v\f])(?=[\s"]*[=+\-@＝＋－＠])/g

/** A space separates cells too where somebody says so. A hyphen or a plus that stands alone is no formula. */
const FORMULA_AFTER_SPACE = / (?="*(?:[=@＝＠]|[+\-＋－]\S))/g

/** Returns a text in which nothing can be run as a formula, wherever a spreadsheet lets a cell begin. */
function harmless(text: string, spaces: boolean): string {
  const separated = text.replace(FORMULA_AFTER_SEPARATOR, "$1'")
  const inside = spaces ? separated.replace(FORMULA_AFTER_SPACE, " '") : separated
  return mayRunAsFormula(text) || mayRunAsFormula(text.replace(/^[\s"]+/, '')) ? `'${inside}` : inside
}

/**
 * Writes one cell after RFC 4180.
 * @param cell `null` and `undefined` become an empty cell. A text that a spreadsheet would run as a formula gets an
 *   apostrophe in front, and so does a formula after a comma, semicolon, bar, tab, space or line break within the
 *   text. Numbers stay numbers.
 * @param spaces false for sentences, in which a space separates words
 */
export function csvCell(cell: Cell, spaces = true): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = harmless(cell, spaces)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** These patterns match the guards that `csvCell` puts before formulas. */
const GUARD_FIRST = /^'(?=[\s"]*[=+\-@\t\r＝＋－＠])/
const GUARD_AFTER_SEPARATOR = /([,;|\t\r\n\v\f])'(?=[\s"]*[=+\-@＝＋－＠])/g
const GUARD_AFTER_SPACE = / '(?="*(?:[=@＝＠]|[+\-＋－]\S))/g

/**
 * Returns the text of a cell without the guards of `csvCell`. A cell without guards stays as it is.
 * @param spaces the value with which the cell was written
 */
export function unguarded(cell: string, spaces = true): string {
  if (!cell.includes("'")) return cell
  let text = cell
  // Only the last of several guards stands directly before the text that it guards, so that they are removed one by
  // one.
  for (let before = ''; before !== text;) {
    before = text
    text = before.replaceAll(GUARD_AFTER_SEPARATOR, '$1')
    if (spaces) text = text.replaceAll(GUARD_AFTER_SPACE, ' ')
  }
  return text.replace(GUARD_FIRST, '')
}

/** Returns one CSV line with its CRLF. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`
}

/** Marks the file as UTF-8. Excel garbles accents without it. */
export const CSV_BYTE_ORDER_MARK = '\ufeff'

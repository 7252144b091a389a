import { csvLine } from '../../domain/records'
import type { Integrity } from '../evidence/seal'
import { CELL, ROW } from '../store/packed'

const COMMA = 0x2c
const RETURN = 0x0d
const SPACE = 0x20
const FEED = 0x0a

/**
 * Classes of bytes in UTF-8. All other bytes need no attention. A row needs a closer look if a byte of class `ANYWHERE`
 * stands in it or one of class `AT_THE_START` begins a cell or follows a space. The last two end a cell or a row.
 */
const ANYWHERE = 1
const AT_THE_START = 2
const CELL_END = 3
const ROW_END = 4
const MEANING = new Uint8Array(256)
// Quotation marks, and characters that separate cells in some spreadsheet.
for (const byte of Buffer.from('",;|\t\v\f\r\n')) MEANING[byte] = ANYWHERE
// Signs that begin a formula, white space before one, and the first bytes of wider white space and full-width signs.
for (const byte of [...Buffer.from('=+-@ '), 0xc2, 0xe1, 0xe2, 0xe3, 0xef]) MEANING[byte] = AT_THE_START
MEANING[CELL] = CELL_END
MEANING[ROW] = ROW_END

/**
 * Turns packed rows into lines of CSV in place. Only a row with a cell that may need quotes or an apostrophe is
 * rewritten. Each byte is looked at once, because this is most of the work of an export.
 * @param packed cells with `CELL` and `ROW_TEXT` between them; the bytes are overwritten
 * @param count the number of rows
 * @param columns the number of cells in a row
 * @param corrected the integrity to write in the last cell of some rows
 * @returns parts of the lines that `csvLine` would make, or `undefined` if a value contains a separator itself
 */
export function csvParts(
  packed: Buffer,
  count: number,
  columns: number,
  corrected: ReadonlyMap<number, Integrity>,
): Uint8Array[] | undefined {
  if (count === 0) return []
  // A local name is faster: the module's would be looked up for each byte.
  const meanings = MEANING
  const parts: Buffer[] = []
  const starts = new Int32Array(columns + 1)
  const { length } = packed
  const fixes = corrected.size > 0
  let written = 0
  let row = 0
  let cell = 0
  let start = 0
  let careful = false
  for (let at = 0; at <= length; at += 1) {
    while (at < length && meanings[packed[at]!] === 0) at += 1
    const meaning = at < length ? meanings[packed[at]!] : ROW_END
    if (meaning === CELL_END) {
      packed[at] = COMMA
      cell += 1
      if (cell >= columns) return undefined
      start = at + 1
      starts[cell] = start
    } else if (meaning === ANYWHERE) {
      careful = true
    } else if (meaning === AT_THE_START) {
      if (at === start || packed[at - 1] === SPACE) careful = true
    } else if (at === length || packed[at + 1] === FEED) {
      if (cell !== columns - 1) return undefined
      if (careful || (fixes && corrected.has(row))) {
        starts[columns] = at + 1
        const line = csvLine(cellsOf(packed, starts, corrected.get(row)))
        parts.push(packed.subarray(written, starts[0]), Buffer.from(line))
        written = at + 2
        careful = false
      }
      if (at < length) packed[at] = RETURN
      at += 1
      row += 1
      cell = 0
      start = at + 1
      starts[0] = start
    }
  }
  if (row !== count) return undefined
  if (written < length) parts.push(packed.subarray(written), Buffer.from('\r\n'))
  return parts
}

/** Returns the cells of a row as texts. `starts` holds the beginning of each cell, and of the next row. */
function cellsOf(packed: Buffer, starts: Int32Array, integrity: Integrity | undefined): string[] {
  const columns = starts.length - 1
  const cells = Array.from({ length: columns }, (_, i) =>
    packed.toString('utf8', starts[i], starts[i + 1]! - 1),
  )
  if (integrity !== undefined) cells[columns - 1] = integrity
  return cells
}

import { csvLine } from '../../domain/records'
import type { Integrity } from '../records/seal'
import { CELL, ROW } from './packed'
import type { Rows } from './read'

const COMMA = 0x2c
const RETURN = 0x0d
const FEED = 0x0a

/** What a byte of UTF-8 means: nothing, care wherever it stands, or care when a cell begins with it. */
const ANYWHERE = 1
const AT_THE_START = 2
const MEANING = new Uint8Array(256)
for (const byte of Buffer.from('",\r\n')) MEANING[byte] = ANYWHERE
// Signs of formulas, white space before one, and the first bytes of wider white space and full-width signs.
for (const byte of [...Buffer.from('=+-@\t\v\f '), 0xc2, 0xe1, 0xe2, 0xe3, 0xef]) MEANING[byte] = AT_THE_START

/**
 * Turns packed rows into lines of CSV where they lie; only a row with a cell that may need quotes or an apostrophe is
 * written anew. It goes over each byte once, for this is most of the work of an export.
 * @returns parts of what `csvLine` makes of the rows, or `undefined` when a value holds a separator itself. The packed
 *   bytes are overwritten.
 */
function inPlace({ packed, count, corrected }: Rows, columns: number): Buffer[] | undefined {
  // Names of other modules are looked up each time; here they would be looked up for each byte.
  const [cellEnd, rowEnd, meanings] = [CELL, ROW, MEANING]
  const parts: Buffer[] = []
  const starts = new Int32Array(columns + 1)
  const { length } = packed
  const fixes = corrected.size > 0
  let written = 0
  let row = 0
  let cell = 0
  let careful = false
  let atStart = true
  for (let at = 0; at <= length; at += 1) {
    const byte = at < length ? packed[at]! : rowEnd
    if (byte === cellEnd) {
      packed[at] = COMMA
      cell += 1
      if (cell >= columns) return undefined
      starts[cell] = at + 1
      atStart = true
    } else if (byte === rowEnd && (at === length || packed[at + 1] === FEED)) {
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
      starts[0] = at + 1
      atStart = true
    } else {
      const meaning = meanings[byte]!
      if (meaning !== 0 && (meaning === ANYWHERE || atStart)) careful = true
      atStart = false
    }
  }
  if (row !== count) return undefined
  if (written < length) parts.push(packed.subarray(written), Buffer.from('\r\n'))
  return parts
}

/** One row as texts; `starts` holds where each cell begins, and where the next row's would. */
function cellsOf(packed: Buffer, starts: Int32Array, integrity: Integrity | undefined): string[] {
  const columns = starts.length - 1
  const cells = Array.from({ length: columns }, (_, i) =>
    packed.toString('utf8', starts[i], starts[i + 1]! - 1),
  )
  if (integrity !== undefined) cells[columns - 1] = integrity
  return cells
}

/**
 * The lines of CSV of some rows.
 * @param rows their packed bytes are used up
 * @param columns how many
 */
export function csvParts(rows: Rows, columns: number): Uint8Array[] {
  if (rows.count === 0) return []
  return inPlace(rows, columns) ?? [Buffer.from(rows.values().map(csvLine).join(''))]
}

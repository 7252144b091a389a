/** Makes the rows of a roster from the records of a file, and finds rows of the wrong width. */
import { unguarded } from './csv'
import type { DelimitedRecord } from './delimited'
import { ROSTER_GROUPS, type RosterGroup, type RosterMapping } from './roster-columns'
import { saysNothing } from './person-name'
import type { RosterRow, RowFault } from './roster'

export interface RosterTable {
  /** One heading for each column; empty if no line of the file names the columns. */
  readonly headings: readonly string[]
  readonly rows: readonly RosterRow[]
}

/**
 * Excel writes sheets in blocks of this number of rows, and leaves out the separators of columns that are empty in a
 * block. A row that is short for this reason stands among rows that are equally short.
 */
const BLOCK = 16

const isBlank = (text: string) => text.trim() === ''

/** Returns the width of a row without the empty cells at its end. */
export function filledWidth(cells: readonly string[]): number {
  let width = cells.length
  while (width > 0 && isBlank(cells[width - 1]!)) width -= 1
  return width
}

/**
 * Reads a cell that `csvde` wrote as bytes, as it does with letters beyond A to Z: `X'5a6fc3ab'` for Zoë. Other cells,
 * and bytes that are no text, are returned as they are.
 */
function textOfBytes(cell: string): string {
  const bytes = /^\s*X'((?:[\da-f]{2})+)'\s*$/iu.exec(cell)?.[1]
  if (bytes === undefined) return cell
  try {
    return decodeURIComponent(bytes.replaceAll(/../gu, '%$&'))
  } catch {
    return cell
  }
}

/** Returns true for the line of headings when it comes again, as where files were joined or at each page of a report. */
const repeats = (headings: readonly string[], { cells }: DelimitedRecord): boolean =>
  filledWidth(headings) > 1 &&
  filledWidth(cells) === filledWidth(headings) &&
  headings.every((heading, column) => heading === (cells[column] ?? '').trim())

/**
 * Makes the table of a roster.
 * @param records every record of the file
 * @param headerLine the line that names the columns, from 1; lines above it are no rows. `null` if no line does
 * @param columns the number of columns, if no line names them
 */
export function rosterTable(
  records: readonly DelimitedRecord[],
  headerLine: number | null,
  columns: number,
): RosterTable {
  const at = headerLine === null ? -1 : records.findIndex(({ line }) => line === headerLine)
  const headings =
    at < 0 ? Array.from({ length: columns }, () => '') : records[at]!.cells.map((cell) => cell.trim())
  const needed = at < 0 ? columns : filledWidth(headings)
  const widest: number[] = []
  for (const [index, { cells }] of records.entries()) {
    const block = Math.floor(index / BLOCK)
    widest[block] = Math.max(widest[block] ?? 0, cells.length)
  }
  const faultOf = ({ cells, fault }: DelimitedRecord, index: number): RowFault | undefined => {
    if (fault) return fault
    if (filledWidth(cells) > headings.length) return 'too-many-cells'
    const shortWithItsBlock = widest[Math.floor(index / BLOCK)]! < needed
    return cells.length < needed && !shortWithItsBlock ? 'too-few-cells' : undefined
  }
  const rows: RosterRow[] = []
  for (let index = at + 1; index < records.length; index += 1) {
    const record = records[index]!
    if (record.cells.every(isBlank) || repeats(headings, record)) continue
    const { line, raw } = record
    // The rows that could not be taken are given back as an export with guards, corrected, and read here again.
    const cells = record.cells.map((cell) => unguarded(textOfBytes(cell)))
    const fault = faultOf(record, index)
    rows.push(fault ? { line, cells, raw, fault } : { line, cells, raw })
  }
  return { headings, rows }
}

/** With fewer rows, nobody can tell merged cells from people without a team. */
const FEWEST_MERGED = 4

/**
 * Returns the fields whose columns look as if cells had been merged. A CSV keeps the value in the first cell of such a
 * group and leaves the others empty, so that everybody but the first would lose their team.
 */
export function mergedGroups(rows: readonly RosterRow[], mapping: RosterMapping): readonly RosterGroup[] {
  const sound = rows.filter(({ fault }) => fault === undefined)
  if (sound.length < FEWEST_MERGED) return []
  return ROSTER_GROUPS.filter((field) => {
    const column = mapping[field]
    if (column === null) return false
    const cells = sound.map((row) => row.cells[column] ?? '')
    const filled = cells.filter((cell) => !saysNothing(cell))
    return (
      !saysNothing(cells[0] ?? '') &&
      filled.length * 2 <= cells.length &&
      new Set(filled).size === filled.length
    )
  })
}

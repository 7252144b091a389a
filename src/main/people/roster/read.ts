import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  headerLineOf,
  headLines,
  readDelimited,
  rosterTable,
  separatorOf,
  unwrapped,
  type DelimitedRecord,
  type RosterEncoding as Encoding,
  type RosterTable,
  type Separator,
} from '../../../domain/records'
import { Refused } from '../../refused'
import { decodeRoster, refuseOtherFiles } from './decode'

/** Options that somebody chose for reading a file. The program guesses the ones that are left out. */
export interface Reading {
  readonly encoding?: Encoding | undefined
  readonly separator?: Separator | undefined
  /** The line that names the columns, counted from 1; `null` if there is none. */
  readonly headerLine?: number | null | undefined
}

export interface RosterFile extends RosterTable {
  readonly encoding: Encoding
  /** True if the file could also have another encoding. */
  readonly guessed: boolean
  readonly separator: Separator
  readonly headerLine: number | null
  /** The first lines that are not blank; one of them may name the columns. */
  readonly head: readonly { readonly line: number; readonly text: string }[]
}

const MOST_BYTES = 64 * 1024 * 1024
const MOST_ROWS = 500_000
const AT_ONCE = 5000

/**
 * Reads a roster. The work is done in pieces, so that other tasks get their turn.
 * @throws Refused `roster-workbook`, `roster-not-text`, `roster-unreadable` (too large), `roster-empty`
 */
export async function readRoster(bytes: Uint8Array, reading: Reading = {}): Promise<RosterFile> {
  if (bytes.length > MOST_BYTES) throw new Refused('roster-unreadable', 'The file is larger than 64 MB.')
  refuseOtherFiles(bytes)
  const { text, encoding, guessed } = decodeRoster(bytes, reading.encoding)
  const separator = reading.separator ?? separatorOf(text)
  const head = headLines(text, separator)
  const headerLine = reading.headerLine === undefined ? headerLineOf(text, separator) : reading.headerLine
  const columns =
    head.find(({ line }) => line === headerLine)?.cells.length ??
    Math.max(0, ...head.map(({ cells }) => cells.length))
  const records: DelimitedRecord[] = []
  for (const record of readDelimited(text, separator, columns)) {
    records.push(unwrapped(record, separator, columns))
    if (records.length > MOST_ROWS + 100)
      throw new Refused('roster-unreadable', `There are more than ${MOST_ROWS} rows.`)
    if (records.length % AT_ONCE === 0) await nextTurn()
  }
  const table = rosterTable(records, headerLine, columns)
  if (table.rows.length === 0) throw new Refused('roster-empty', 'The file has no row below its headings.')
  return {
    ...table,
    encoding,
    guessed,
    separator,
    headerLine,
    head: head.map(({ line, cells }) => ({ line, text: cells.map((cell) => cell.trim()).join(' · ') })),
  }
}

/** The roster in the worker: a file of 50,000 rows is read, compared and taken over while the window goes on. */
import {
  CSV_BYTE_ORDER_MARK,
  csvLine,
  guessColumns,
  planRoster,
  type RosterFault,
  type RosterMapping,
} from '../../../domain/records'
import { Refused } from '../../refused'
import { openEncrypted } from '../../records/libsql'
import type { Task } from '../../worker/task'
import { assignNewcomers, type CourseFacts } from '../assignments'
import { applyRoster, knownPeople, type Applied } from './apply'
import { readRoster, type Delimiter, type Encoding } from './read'

export interface OpenedRoster {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly headers: readonly string[]
  /** The first rows, as they stand in the file. */
  readonly sample: readonly (readonly string[])[]
  readonly rows: number
  readonly mapping: RosterMapping
}

export interface RosterRequest {
  readonly bytes: Uint8Array
  readonly mapping: RosterMapping
}

interface SomePerson {
  readonly name: string
  readonly number: string
}

/** Counts, and the first of each, for the eye. */
export interface RosterPreview {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly missing: number
  readonly faultyRows: number
  readonly someAdded: readonly SomePerson[]
  readonly someChanged: readonly (SomePerson & { readonly fields: readonly string[] })[]
  readonly someMissing: readonly SomePerson[]
  readonly someFaults: readonly RosterFault[]
}

export interface ApplyRequest extends RosterRequest {
  readonly databasePath: string
  readonly databaseKey: string
  readonly courses: readonly CourseFacts[]
  /** Leave out rows with faults; otherwise one fault stops the whole. */
  readonly onlyGood: boolean
  readonly markLeft: boolean
  readonly at: string
  readonly by: string
}

const SAMPLE_ROWS = 5
const SHOWN = 50
const SHOWN_FAULTS = 200
/** Main waits for so long with a write of its own, and this with main's. */
const BUSY_MS = 30_000
/** Each new row is written at many places of many indexes; what does not fit here is written and read back, encrypted. */
export const CACHE_KB = 64_000

const faultyLines = (faults: readonly RosterFault[]) => new Set(faults.map(({ line }) => line))

export const openRoster: Task<{ readonly bytes: Uint8Array }, OpenedRoster> = async ({ bytes }) => {
  const { encoding, delimiter, headers, rows } = await readRoster(bytes)
  return {
    encoding,
    delimiter,
    headers,
    sample: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    rows: rows.length,
    mapping: guessColumns(headers),
  }
}

export const previewRoster: Task<RosterRequest, RosterPreview> = async (
  { bytes, mapping },
  { db, breathe },
) => {
  const { rows } = await readRoster(bytes)
  await breathe()
  const plan = planRoster(rows, mapping, knownPeople(db))
  const some = ({ name, number }: SomePerson): SomePerson => ({ name, number })
  return {
    added: plan.add.length,
    changed: plan.change.length,
    unchanged: plan.unchanged,
    missing: plan.missing.length,
    faultyRows: faultyLines(plan.faults).size,
    someAdded: plan.add.slice(0, SHOWN).map(some),
    someChanged: plan.change.slice(0, SHOWN).map(({ entry, fields }) => ({ ...some(entry), fields })),
    someMissing: plan.missing.slice(0, SHOWN).map(some),
    someFaults: plan.faults.slice(0, SHOWN_FAULTS),
  }
}

/** With a connection of its own that writes, since main's would hold the window up. */
export const applyRosterTask: Task<ApplyRequest, Applied> = async (
  { bytes, mapping, ...request },
  { breathe },
) => {
  const { databasePath, databaseKey, courses, onlyGood, markLeft, at, by } = request
  const { rows } = await readRoster(bytes)
  await breathe()
  const db = openEncrypted(databasePath, databaseKey)
  try {
    db.pragma(`busy_timeout = ${BUSY_MS}`)
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('temp_store = MEMORY')
    db.pragma(`cache_size = -${CACHE_KB}`)
    db.exec('BEGIN IMMEDIATE')
    try {
      // Planned anew inside the transaction: somebody may have been added since the preview.
      const plan = planRoster(rows, mapping, knownPeople(db))
      if (plan.faults.length > 0 && !onlyGood) {
        throw new Refused(
          'roster-faults',
          `${faultyLines(plan.faults).size} rows have faults; nothing was imported.`,
        )
      }
      const afterwards = (people: readonly string[]) =>
        void assignNewcomers(db, courses, people, new Date(at))
      const applied = applyRoster(db, plan, { markLeft, at, by, afterwards })
      db.exec('COMMIT')
      return applied
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  } finally {
    db.close()
  }
}

/** The rows that can't be imported, as a table with what is wrong and what to do, to be mended and imported again. */
export const faultsOfRoster: Task<
  RosterRequest & {
    /** Headings of the two columns that are added. */
    readonly headings: readonly [string, string]
    /** A sentence for each code; `{value}` and `{other}` stand for what is in the cell and for the other line. */
    readonly sentences: Readonly<Record<string, string>>
  },
  { readonly csv: string; readonly rows: number }
> = async ({ bytes, mapping, headings, sentences }, { db }) => {
  const { headers, rows } = await readRoster(bytes)
  const { faults } = planRoster(rows, mapping, knownPeople(db))
  const byLine = groupByLine(faults)
  const sentenceOf = ({ code, value, other }: RosterFault) =>
    (sentences[code] ?? code).replaceAll('{value}', value).replaceAll('{other}', String(other ?? ''))
  const lines = rows
    .filter(({ line }) => byLine.has(line))
    .map(({ line, cells }) =>
      csvLine([
        ...headers.map((_, column) => cells[column] ?? ''),
        line,
        byLine.get(line)!.map(sentenceOf).join(' '),
      ]),
    )
  return {
    csv: CSV_BYTE_ORDER_MARK + csvLine([...headers, ...headings]) + lines.join(''),
    rows: lines.length,
  }
}

function groupByLine(faults: readonly RosterFault[]): Map<number, RosterFault[]> {
  const groups = new Map<number, RosterFault[]>()
  for (const fault of faults) groups.set(fault.line, [...(groups.get(fault.line) ?? []), fault])
  return groups
}

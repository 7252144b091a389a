/** Reads, compares and imports rosters in the worker, so that the window keeps working during a file of 50,000 rows. */
import { createHash } from 'node:crypto'
import {
  CSV_BYTE_ORDER_MARK,
  csvLine,
  guessColumns,
  mergedGroups,
  planRoster,
  type ChangedField,
  type Leaver,
  type RosterChange,
  type RosterEncoding as Encoding,
  type RosterFault,
  type RosterGroup,
  type RosterMapping,
  type RosterPlan,
  type RosterRow,
  type Separator,
  withVisibleSigns,
} from '../../../domain/records'
import { cut } from '../../../domain/scenario/cut'
import { Refused } from '../../refused'
import { openEncrypted } from '../../store/libsql'
import type { Task } from '../../store/task'
import { assignNewcomers } from '../assignments'
import type { CourseFacts } from '../../store/assigning'
import { applyRoster, knownPeople, type Applied } from '../../store/roster-import'
import { readableEncodings } from './decode'
import { readRoster, type Reading } from './read'

export interface OpenedRoster {
  readonly encoding: Encoding
  /** The encodings that can be chosen. */
  readonly encodings: readonly Encoding[]
  /** True if the file could also have another encoding. */
  readonly guessed: boolean
  readonly separator: Separator
  readonly headerLine: number | null
  /** The first lines that are not blank; one of them may name the columns. */
  readonly head: readonly { readonly line: number; readonly text: string }[]
  readonly headers: readonly string[]
  /** The first rows as they stand in the file. */
  readonly sample: readonly (readonly string[])[]
  readonly rows: number
  readonly mapping: RosterMapping
  /**
   * Cells with letters beyond A to Z, or with signs of a wrong encoding. A person can see in them whether the encoding
   * is right.
   */
  readonly accents: readonly string[]
}

export interface RosterRequest {
  readonly bytes: Uint8Array
  readonly reading: Reading
  readonly mapping: RosterMapping
  /** The local day, YYYY-MM-DD. Last days before it are over. */
  readonly today: string
}

interface SomePerson {
  readonly name: string
  readonly number: string
}

type SomeLeaver = Omit<Leaver, 'id'>

/** Counts what an import would do, with the first few people of each kind. */
export interface RosterPreview {
  /** Names this preview. The import carries out the plan of this name and no other. */
  readonly plan: string
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly missing: number
  readonly missingUnsure: boolean
  readonly returning: number
  readonly returningOnly: number
  readonly staffGone: number
  /** The people who have left by the file: trainees who are known, people with a role, and people who are not known. */
  readonly leaving: number
  readonly staffLeaving: number
  readonly strangersGone: number
  readonly wordsForHere: RosterPlan['wordsForHere']
  readonly merged: readonly RosterGroup[]
  readonly faultyRows: number
  readonly someAdded: readonly SomePerson[]
  /** The number of people for whom a field changes. */
  readonly changedFields: readonly { readonly field: ChangedField; readonly people: number }[]
  readonly someChanged: readonly (SomePerson & { readonly changes: readonly RosterChange[] })[]
  readonly someReturning: readonly SomePerson[]
  readonly someStaffGone: readonly SomePerson[]
  readonly someMissing: readonly SomePerson[]
  readonly someLeaving: readonly SomeLeaver[]
  readonly someStaffLeaving: readonly SomeLeaver[]
  readonly someStrangersGone: readonly SomeLeaver[]
  readonly someFaults: readonly RosterFault[]
}

export interface ApplyRequest extends RosterRequest {
  readonly databasePath: string
  readonly databaseKey: string
  readonly courses: readonly CourseFacts[]
  /** Leaves out rows with faults. Otherwise one fault stops the whole import. */
  readonly onlyGood: boolean
  readonly markLeft: boolean
  readonly markLeavers: boolean
  readonly takeBack: boolean
  /** The name of the plan that was shown. No other plan is carried out. */
  readonly plan: string
  readonly at: string
  readonly by: string
}

const SAMPLE_ROWS = 5
const SHOWN = 50
const SHOWN_FAULTS = 200
const SHOWN_ACCENTS = 12
const SHOWN_LINE = 160
/** Main and this task wait this long for each other's writes. */
const BUSY_MS = 30_000
/**
 * Each new row is written to many places of many indexes. Pages that do not fit into this cache are written, encrypted,
 * and read back.
 */
export const CACHE_KB = 64_000

const faultyLines = (faults: readonly RosterFault[]) => new Set(faults.map(({ line }) => line))

export const openRoster: Task<
  { readonly bytes: Uint8Array; readonly reading?: Reading },
  OpenedRoster
> = async ({ bytes, reading }) => {
  const { encoding, guessed, separator, headerLine, head, headings, rows } = await readRoster(bytes, reading)
  const sound = rows.filter(({ fault }) => fault === undefined)
  const mapping = guessColumns(
    headings,
    sound.map(({ cells }) => cells),
  )
  return {
    encoding,
    encodings: readableEncodings(),
    guessed,
    separator,
    headerLine,
    head: head.map(({ line, text }) => ({ line, text: visible(text) })),
    headers: headings.map(visible),
    sample: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(visible)),
    rows: rows.length,
    mapping,
    accents: guessed ? accentsOf(sound, mapping) : [],
  }
}

const visible = (text: string): string => cut(withVisibleSigns(text.trim()), SHOWN_LINE)

/**
 * Collects the cells by which a person can judge the encoding. Names come first, because they stand on certificates.
 */
function accentsOf(rows: readonly RosterRow[], { name, firstName, lastName }: RosterMapping): string[] {
  const found = new Set<string>()
  const strange = /[^\u0020-\u007e\t\r\n]|\p{L}\?/u
  const look = (columns: readonly number[] | undefined) => {
    for (const { cells } of rows) {
      for (const cell of columns ? columns.map((column) => cells[column] ?? '') : cells) {
        if (found.size >= SHOWN_ACCENTS) return
        if (strange.test(cell)) found.add(visible(cell))
      }
    }
  }
  const names = [name, firstName, lastName].filter((column) => column !== null)
  if (names.length > 0) look(names)
  look(undefined)
  return [...found]
}

/**
 * Names a plan by the hash of everything in it: who is added, what changes, who is missing, what is wrong.
 * @returns 64 hexadecimal digits
 */
export function nameOfPlan(plan: RosterPlan): string {
  const hash = createHash('sha256')
  const note = (part: string, items: readonly unknown[]) => {
    hash.update(`${part} ${items.length}\n`)
    for (const item of items) hash.update(`${JSON.stringify(item)}\n`)
  }
  note('add', plan.add)
  note('change', plan.change)
  note('returning', plan.returning)
  note('staff', plan.staffGone)
  note('missing', plan.missing)
  note('leaving', plan.leaving)
  note('staff who leave', plan.staffLeaving)
  note('strangers', plan.strangersGone)
  note('faults', plan.faults)
  note('rest', [plan.unchanged, plan.missingUnsure, plan.goneAlready])
  return hash.digest('hex')
}

export const previewRoster: Task<RosterRequest, RosterPreview> = async (
  { bytes, reading, mapping, today },
  { db, breathe },
) => {
  const { headings, rows } = await readRoster(bytes, reading)
  await breathe()
  const plan = planRoster(rows, mapping, knownPeople(db), { headings, today })
  await breathe()
  const some = ({ name, number }: SomePerson): SomePerson => ({ name, number })
  const someLeavers = (leavers: readonly Leaver[]): SomeLeaver[] =>
    leavers.slice(0, SHOWN).map(({ name, number, said }) => ({ name, number, said }))
  const changing = new Set(plan.change.map(({ person }) => person.id))
  const counts = new Map<ChangedField, number>()
  for (const { changes } of plan.change)
    for (const { field } of changes) counts.set(field, (counts.get(field) ?? 0) + 1)
  return {
    plan: nameOfPlan(plan),
    added: plan.add.length,
    changed: plan.change.length,
    unchanged: plan.unchanged,
    missing: plan.missing.length,
    missingUnsure: plan.missingUnsure,
    returning: plan.returning.length,
    returningOnly: plan.returning.filter(({ id }) => !changing.has(id)).length,
    staffGone: plan.staffGone.length,
    leaving: plan.leaving.length,
    staffLeaving: plan.staffLeaving.length,
    strangersGone: plan.strangersGone.length,
    wordsForHere: plan.wordsForHere,
    merged: mergedGroups(rows, mapping),
    faultyRows: faultyLines(plan.faults).size,
    changedFields: [...counts].map(([field, people]) => ({ field, people })),
    someAdded: plan.add.slice(0, SHOWN).map(some),
    someChanged: plan.change.slice(0, SHOWN).map(({ person, changes }) => ({ ...some(person), changes })),
    someReturning: plan.returning.slice(0, SHOWN).map(some),
    someStaffGone: plan.staffGone.slice(0, SHOWN).map(some),
    someMissing: plan.missing.slice(0, SHOWN).map(some),
    someLeaving: someLeavers(plan.leaving),
    someStaffLeaving: someLeavers(plan.staffLeaving),
    someStrangersGone: someLeavers(plan.strangersGone),
    someFaults: plan.faults.slice(0, SHOWN_FAULTS),
  }
}

/** Imports a roster through a connection of its own, because main's connection would block the window. */
export const applyRosterTask: Task<ApplyRequest, Applied> = async (
  { bytes, reading, mapping, today, ...request },
  { breathe },
) => {
  const { databasePath, databaseKey, courses, onlyGood, markLeft, markLeavers, takeBack, at, by } = request
  const { headings, rows } = await readRoster(bytes, reading)
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
      // The plan is made again inside the transaction, because somebody may have been added since the preview.
      const plan = planRoster(rows, mapping, knownPeople(db), { headings, today })
      if (nameOfPlan(plan) !== request.plan) {
        throw new Refused('stale', 'The list of people has changed since this was shown; look at it again.')
      }
      if (markLeft && plan.missingUnsure) {
        throw new Refused(
          'roster-faults',
          'Rows whose number can’t be read may be of people who would be noted as gone.',
        )
      }
      if (plan.faults.length > 0 && !onlyGood) {
        throw new Refused(
          'roster-faults',
          `${faultyLines(plan.faults).size} rows have faults; nothing was imported.`,
        )
      }
      const afterwards = (newcomers: readonly string[]) =>
        void assignNewcomers(db, courses, newcomers, new Date(at))
      const applied = applyRoster(db, plan, { markLeft, markLeavers, takeBack, at, by, afterwards })
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

/**
 * Returns the rows that can't be imported, as a table with the reason and what to do. It can be corrected and imported
 * again.
 */
export const faultsOfRoster: Task<
  RosterRequest & {
    /** The name of the plan that was shown. */
    readonly plan: string
    /** The headings of the two columns that are added. */
    readonly headings: readonly [string, string]
    /**
     * A sentence for each code. `{value}`, `{other}` and `{like}` stand for the cell's content, the other line and the
     * other number.
     */
    readonly sentences: Readonly<Record<string, string>>
  },
  { readonly csv: string; readonly rows: number }
> = async ({ bytes, reading, mapping, today, plan: shown, headings, sentences }, { db }) => {
  const { headings: headers, rows } = await readRoster(bytes, reading)
  const plan = planRoster(rows, mapping, knownPeople(db), { headings: headers, today })
  if (nameOfPlan(plan) !== shown)
    throw new Refused('stale', 'The list of people has changed since this was shown.')
  const { faults } = plan
  const byLine = groupByLine(faults)
  const sentenceOf = ({ code, value, other, like }: RosterFault) =>
    (sentences[code] ?? code)
      .replaceAll('{value}', value)
      .replaceAll('{other}', String(other ?? ''))
      .replaceAll('{like}', like ?? '')
  const lines = rows
    .filter(({ line }) => byLine.has(line))
    .map(({ line, cells, fault, raw }) =>
      csvLine([
        // The cells of a broken row are in the wrong columns, so the raw line is given for correction.
        ...headers.map((_, column) => (fault ? (column === 0 ? (raw ?? '') : '') : (cells[column] ?? ''))),
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

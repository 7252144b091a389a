/**
 * Guesses the layout of a roster: the line that names its columns, the separator of its cells, and the content of each
 * column.
 */
import { readDelimited, SEPARATORS, unwrapped, type DelimitedRecord, type Separator } from './delimited'
import { hasNote } from './name-notes'
import { NO_COLUMNS, type RosterField, type RosterMapping } from './roster-columns'
import { leaverReader, type Presence } from './roster-presence'
import { columnsFor, halvesOf, headingsIn } from './roster-headings'
import { saysNothing, tidyName } from './person-name'

/** The line with the headings is searched among this number of records from the top. */
export const HEAD_RECORDS = 20
const SAMPLED = 200
const SAMPLED_CHARACTERS = 200_000
/** This share of a column's cells must look like its content; a few may be wrong. */
const MOST = 0.8

const ANY_DAY = '2000-01-01'

const GUID = /^[{(]?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}[)}]?$/iu
const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u
const EMAIL = /^\S+@\S+$/u

const filledOf = (rows: readonly (readonly string[])[], column: number): string[] =>
  rows.map((cells) => tidyName(cells[column] ?? '')).filter((cell) => !saysNothing(cell))

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length

const lower = (text: string) => text.toLowerCase()

/** Returns true for a text that looks like an employee number: one word with a digit, and no GUID. */
const looksLikeNumber = (cell: string) => NUMBER.test(cell) && !GUID.test(cell) && /\p{N}/u.test(cell)

/** Matches headings of columns that often count the rows. */
const COUNTER = /^(?:#|n|no|n[°º]|s\.? ?no|sl\.? ?no|sr\.? ?no)\.?$/iu

/** Returns true for a column that counts the rows: a person would have another number in each file. */
const countsRows = (heading: string, rows: readonly (readonly string[])[], column: number): boolean =>
  COUNTER.test(heading.trim()) &&
  rows.length > 2 &&
  rows.every((cells, index) => (cells[column] ?? '').trim() === String(index + 1))

function numberColumn(headings: readonly string[], rows: readonly (readonly string[])[]): number | null {
  const candidates = columnsFor('number', headings).filter(
    (column) => !countsRows(headings[column] ?? '', rows, column),
  )
  if (rows.length === 0) return candidates[0] ?? null
  const fit = candidates.filter((column) => {
    const cells = filledOf(rows, column)
    return share(cells, (cell) => !GUID.test(cell) && !EMAIL.test(cell)) >= MOST
  })
  // A column of words (log-in names) is taken only if no other column has numbers.
  return fit.find((column) => share(filledOf(rows, column), looksLikeNumber) >= MOST) ?? fit[0] ?? null
}

/**
 * Finds the column of managers by its cells: they must hold employee numbers of this file, or texts that look like
 * them, and no names or directory paths.
 */
function managerColumn(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  number: number | null,
): number | null {
  const candidates = columnsFor('manager', headings)
  if (rows.length === 0) return candidates[0] ?? null
  const numbers = new Set(number === null ? [] : filledOf(rows, number).map(lower))
  let best: { column: number; known: number } | undefined
  for (const column of candidates) {
    const cells = filledOf(rows, column)
    const known = share(cells, (cell) => numbers.has(lower(cell)))
    const fits = share(cells, (cell) => numbers.has(lower(cell)) || looksLikeNumber(cell))
    if (fits >= MOST && (!best || known > best.known)) best = { column, known }
  }
  return best?.column ?? null
}

const NOT_READ: ReadonlySet<Presence | undefined> = new Set([undefined, 'no-day'])
/** Days that can't be read tell who has left too: nobody may come in because they were passed over. */
const TELLING: ReadonlySet<Presence | undefined> = new Set(['left', 'no-day'])

/**
 * Finds the column that says who has left. One in which somebody has left is preferred to one that says the same of
 * everybody. All rows are looked at, because the first of them may all work here.
 */
function statusColumn(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  taken: ReadonlySet<number | null>,
): number | null {
  const candidates = columnsFor('status', headings).filter((column) => !taken.has(column))
  const read = candidates.map((column) => {
    const cells = filledOf(rows, column)
    // Any day will do: only the kind of the cells matters here.
    const { presenceOf, isDay } = leaverReader(headings[column] ?? '', cells, ANY_DAY)
    return {
      column,
      isKnown: share(cells, (cell) => !NOT_READ.has(presenceOf(cell))) >= MOST,
      tells: cells.some((cell) => isDay(cell) || TELLING.has(presenceOf(cell))),
      isEmpty: cells.length === 0,
    }
  })
  const best =
    read.find(({ isKnown, tells }) => isKnown && tells) ??
    read.find(({ tells }) => tells) ??
    read.find(({ isKnown, isEmpty }) => isKnown || isEmpty)
  return best?.column ?? null
}

interface Names {
  readonly name: number | null
  readonly firstName: number | null
  readonly lastName: number | null
}

/** Returns the first candidate that is not completely empty; without rows, the first candidate. */
const filledColumn = (candidates: readonly number[], rows: readonly (readonly string[])[]): number | null =>
  (rows.length === 0 ? candidates[0] : candidates.find((column) => filledOf(rows, column).length > 0)) ?? null

/** Returns true if, in most rows, the cell of a column contains the cells of the other columns. */
function holds(
  rows: readonly (readonly string[])[],
  column: number,
  others: readonly (number | null)[],
): boolean {
  const bare = (text: string | undefined) => lower(tidyName(text ?? ''))
  const filled = rows.filter((cells) => bare(cells[column]) !== '')
  const held = filled.filter((cells) =>
    others.every((other) => other === null || bare(cells[column]).includes(bare(cells[other]))),
  )
  return held.length >= filled.length * MOST
}

/**
 * @param rows the first rows
 * @param all all rows, since the first that notes something behind a name may stand far down
 */
function nameColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  all: readonly (readonly string[])[],
  number: number | null,
): Names {
  let firstName = filledColumn(columnsFor('firstName', headings), rows)
  let lastName = filledColumn(columnsFor('lastName', headings), rows)
  const halves = halvesOf(headings)
  const whole = columnsFor('name', headings).filter(
    (column) => !halves.some((half) => half.column === column),
  )
  let name = filledColumn(whole, rows)
  for (const { column, part } of halves) {
    const other = part === 'firstName' ? lastName : firstName
    const mine = part === 'firstName' ? firstName : lastName
    const isHalf =
      other !== null &&
      mine === null &&
      (rows.length > 0 ? !holds(rows, column, [other]) : headings[column] !== 'Name')
    if (!isHalf) name ??= column
    else if (part === 'firstName') firstName = column
    else lastName = column
  }
  // If two columns with the same heading hold different things, only a human reader knows which of them is meant.
  const heading = (column: number) => lower(tidyName(headings[column] ?? ''))
  const twin = columnsFor('name', headings).find(
    (column) =>
      name !== null && column > name && heading(column) === heading(name) && !holds(rows, name, [column]),
  )
  if (twin !== undefined) return alone(firstName, lastName)
  const both = firstName !== null && lastName !== null
  if (name === null) return both ? { name, firstName, lastName } : { ...alone(firstName, lastName) }
  // A column with full names is preferred to its parts, unless the names are turned round by a comma, do not contain
  // the parts, or have something behind them that belongs to no name.
  const turned = share(filledOf(rows, name), (cell) => cell.includes(',')) >= MOST
  const isNoted = (cells: readonly string[]) => hasNote(cells[name] ?? '', cells[number ?? -1] ?? '')
  const partsAreBetter =
    both && rows.length > 0 && (turned || !holds(rows, name, [firstName, lastName]) || all.some(isNoted))
  return partsAreBetter ? { name: null, firstName, lastName } : { name, firstName: null, lastName: null }
}

/**
 * Proposes only the halves of a name. ‘Nom’ or ‘Apellidos’ alone may be a whole name, but only a human reader can tell.
 */
const alone = (firstName: number | null, lastName: number | null): Names => ({
  name: null,
  firstName,
  lastName,
})

/**
 * Guesses the content of columns by their headings and, if rows are given, by their cells.
 * @param headings the cells of the line that names the columns
 * @param rows the rows below it. The first of them are looked at, and all of them for the column that says who has left and
 *   for what is noted behind names.
 */
export function guessColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[] = [],
): RosterMapping {
  const sample = rows.slice(0, SAMPLED)
  const number = numberColumn(headings, sample)
  const taken = new Set<number | null>([number])
  const other = (field: RosterField): number | null => {
    const column = filledColumn(
      columnsFor(field, headings).filter((candidate) => !taken.has(candidate)),
      sample,
    )
    taken.add(column)
    return column
  }
  const names = nameColumns(
    headings.map((heading, column) => (column === number ? '' : heading)),
    sample,
    rows,
    number,
  )
  for (const column of Object.values(names)) taken.add(column as number | null)
  return {
    ...NO_COLUMNS,
    number,
    ...names,
    email: emailColumn(headings, sample),
    team: other('team'),
    site: other('site'),
    manager: managerColumn(headings, sample, number),
    status: statusColumn(headings, rows, taken),
  }
}

function emailColumn(headings: readonly string[], rows: readonly (readonly string[])[]): number | null {
  const candidates = columnsFor('email', headings)
  if (rows.length === 0) return candidates[0] ?? null
  return (
    candidates.find((column) => share(filledOf(rows, column), (cell) => EMAIL.test(cell)) >= MOST) ?? null
  )
}

const isBlank = ({ cells }: DelimitedRecord) => cells.every((cell) => cell.trim() === '')

/** Matches a first line that tells spreadsheets the separator. */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?[ ;,\t|]*$/iu

export interface RosterHead {
  readonly separator: Separator
  /** The line that names the columns, from 1; 0 for an empty file. */
  readonly headerLine: number
}

/** Returns the first records of a text without blank ones. */
function headRecords(text: string, separator: Separator, most = SAMPLED): DelimitedRecord[] {
  const records: DelimitedRecord[] = []
  for (const read of readDelimited(text.slice(0, SAMPLED_CHARACTERS), separator)) {
    const record = unwrapped(read, separator)
    if (!isBlank(record)) records.push(record)
    if (records.length >= most) break
  }
  return records
}

const isNote = ({ raw }: DelimitedRecord) =>
  SEPARATOR_LINE.test(raw.trim()) || /^"?(?:#type\b|version:)/iu.test(raw.trim())

/**
 * Returns the record that names the columns: the first with the most headings. Without any, it is the first that is as
 * wide as most records.
 */
function headerOf(records: readonly DelimitedRecord[]): DelimitedRecord | undefined {
  const top = records.slice(0, HEAD_RECORDS).filter((record) => !isNote(record))
  const counted = top.map((record) => ({ record, n: headingsIn(record.cells) }))
  const most = Math.max(0, ...counted.map(({ n }) => n))
  if (most >= 2) {
    const at = counted.findIndex(({ n }) => n === most)
    // Some systems write the columns' keys in one line and their titles in the next. Both lines are headings.
    const twice = counted[at + 1]
    return twice && twice.n >= Math.max(2, most * MOST) ? twice.record : counted[at]!.record
  }
  const width = usualWidth(records)
  return top.find(({ cells }) => cells.length >= width) ?? top[0]
}

/** Returns the number of cells that most records have. */
function usualWidth(records: readonly DelimitedRecord[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
  return most?.[0] ?? 0
}

/**
 * Rates a separator for a text: by the number of headings that it reveals, then by the share of records with the same
 * width.
 */
function scoreOf(text: string, separator: Separator): readonly [number, number, number] {
  const records = headRecords(text, separator).filter((record) => !isNote(record))
  const width = usualWidth(records)
  if (records.length === 0 || Math.max(...records.map(({ cells }) => cells.length)) < 2) return [0, 0, 0]
  const headings = Math.max(...records.slice(0, HEAD_RECORDS).map(({ cells }) => headingsIn(cells)))
  const alike = width < 2 ? 0 : records.filter(({ cells }) => cells.length === width).length / records.length
  return [headings >= 2 ? headings : 0, alike, width]
}

/**
 * Guesses the separator of a roster: the one that a line `sep=;` names, otherwise the one that reveals the most
 * headings, otherwise the one that gives most rows the same width.
 * @param text the text without byte order mark
 */
export function separatorOf(text: string): Separator {
  const said = SEPARATOR_LINE.exec(/^[^\r\n]*/u.exec(text)?.[0].trimEnd() ?? '')?.[1]
  const named = /^"?sep=\t/iu.test(text) ? '\t' : (said as Separator | undefined)
  const scored = SEPARATORS.map((separator) => ({ separator, score: scoreOf(text, separator) }))
  const headingsWith = (separator: Separator) => scored.find((each) => each.separator === separator)!.score[0]
  // A file that was saved anew with another separator may have kept the line.
  if (named && (headingsWith(named) > 0 || scored.every(({ score }) => score[0] === 0))) return named
  const better = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((value, index) => value !== b[index])
    return at >= 0 && a[at]! > b[at]!
  }
  return scored.reduce((best, next) => (better(next.score, best.score) ? next : best)).separator
}

/** Returns the lines among which the user can choose the headings: the first lines of the file that are not blank. */
export const headLines = (text: string, separator: Separator): readonly DelimitedRecord[] =>
  headRecords(text, separator, HEAD_RECORDS)

/**
 * Returns the line that names the columns, counted from 1; 0 for a text without one.
 * @param text the text without byte order mark
 */
export const headerLineOf = (text: string, separator: Separator): number =>
  headerOf(headRecords(text, separator))?.line ?? 0

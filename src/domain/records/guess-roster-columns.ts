/** Which line of a roster names its columns, what stands between its cells, and which column holds what. */
import { readDelimited, SEPARATORS, type DelimitedRecord, type Separator } from './delimited'
import { NO_COLUMNS, type RosterField, type RosterMapping } from './roster-columns'
import { columnsFor, halvesOf, headingsIn } from './roster-headings'
import { saysNothing, tidyName } from './person-name'

/** So many records from the top are looked at for the line that names the columns. */
export const HEAD_RECORDS = 20
const SAMPLED = 200
const SAMPLED_CHARACTERS = 200_000
/** Most cells of a column must be what it is taken for; a few may be wrong. */
const MOST = 0.8

const GUID = /^[{(]?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}[)}]?$/iu
const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u
const EMAIL = /^\S+@\S+$/u

const filledOf = (rows: readonly (readonly string[])[], column: number): string[] =>
  rows.map((cells) => tidyName(cells[column] ?? '')).filter((cell) => !saysNothing(cell))

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length

const lower = (text: string) => text.toLowerCase()

/** An employee number by its look: one word, no GUID. A name is one word at most in a few rows. */
const looksLikeNumber = (cell: string) => NUMBER.test(cell) && !GUID.test(cell) && /\p{N}/u.test(cell)

function numberColumn(headings: readonly string[], rows: readonly (readonly string[])[]): number | null {
  const candidates = columnsFor('number', headings)
  if (rows.length === 0) return candidates[0] ?? null
  const fit = candidates.filter((column) => {
    const cells = filledOf(rows, column)
    return share(cells, (cell) => !GUID.test(cell) && !EMAIL.test(cell)) >= MOST
  })
  // A column of words (log-in names) is taken only where no other has numbers.
  return fit.find((column) => share(filledOf(rows, column), looksLikeNumber) >= MOST) ?? fit[0] ?? null
}

/** Managers are known by what the cells hold: employee numbers of this file, or what looks like them; no names, no DNs. */
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

interface Names {
  readonly name: number | null
  readonly firstName: number | null
  readonly lastName: number | null
}

/** A column that holds a field and is not wholly empty, as far as rows are there. */
const filledColumn = (candidates: readonly number[], rows: readonly (readonly string[])[]): number | null =>
  (rows.length === 0 ? candidates[0] : candidates.find((column) => filledOf(rows, column).length > 0)) ?? null

/** Whether, in most rows, the cell of a column holds what stands in another. */
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

function nameColumns(headings: readonly string[], rows: readonly (readonly string[])[]): Names {
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
  // Two columns of one heading that hold different things: which is meant, or that both are, nobody but a reader knows.
  const heading = (column: number) => lower(tidyName(headings[column] ?? ''))
  const twin = columnsFor('name', headings).find(
    (column) =>
      name !== null && column > name && heading(column) === heading(name) && !holds(rows, name, [column]),
  )
  if (twin !== undefined) return alone(firstName, lastName)
  const both = firstName !== null && lastName !== null
  if (name === null) return both ? { name, firstName, lastName } : { ...alone(firstName, lastName) }
  // A full name is what its owner is called. The parts are taken where it is turned round by a comma, or is no name.
  const turned = share(filledOf(rows, name), (cell) => cell.includes(',')) >= MOST
  const partsAreBetter = both && rows.length > 0 && (turned || !holds(rows, name, [firstName, lastName]))
  return partsAreBetter ? { name: null, firstName, lastName } : { name, firstName: null, lastName: null }
}

/** ‘Nom’ or ‘Apellidos’ alone may be a whole name; only whoever looks at it knows, so that one half is proposed as such. */
const alone = (firstName: number | null, lastName: number | null): Names => ({
  name: null,
  firstName,
  lastName,
})

/**
 * Which column holds what, by the headings and, where rows are given, by what the cells hold.
 * @param headings the cells of the line that names the columns
 * @param rows the first rows below it
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

/** What a spreadsheet is told in the first line, and what it means for those who know it. */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?[ ;,\t|]*$/iu

export interface RosterHead {
  readonly separator: Separator
  /** The line that names the columns, from 1; 0 when there is nothing at all. */
  readonly headerLine: number
}

/** The first records of a text, blank ones left out. */
function headRecords(text: string, separator: Separator, most = SAMPLED): DelimitedRecord[] {
  const records: DelimitedRecord[] = []
  for (const record of readDelimited(text.slice(0, SAMPLED_CHARACTERS), separator)) {
    if (!isBlank(record)) records.push(record)
    if (records.length >= most) break
  }
  return records
}

const isNote = ({ raw }: DelimitedRecord) =>
  SEPARATOR_LINE.test(raw.trim()) || /^"?(?:#type\b|version:)/iu.test(raw.trim())

/** The record that names the columns: the first with most headings, else the first that is as wide as most are. */
function headerOf(records: readonly DelimitedRecord[]): DelimitedRecord | undefined {
  const top = records.slice(0, HEAD_RECORDS).filter((record) => !isNote(record))
  const counted = top.map((record) => ({ record, n: headingsIn(record.cells) }))
  const most = Math.max(0, ...counted.map(({ n }) => n))
  if (most >= 2) {
    const at = counted.findIndex(({ n }) => n === most)
    // Some systems write the columns' keys in one line and their titles in the next; both are headings.
    const twice = counted[at + 1]
    return twice && twice.n >= Math.max(2, most * MOST) ? twice.record : counted[at]!.record
  }
  const width = usualWidth(records)
  return top.find(({ cells }) => cells.length >= width) ?? top[0]
}

/** The number of cells that most records have. */
function usualWidth(records: readonly DelimitedRecord[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
  return most?.[0] ?? 0
}

/** How well a separator explains a text: headings that it uncovers, then how many records have the same width. */
function scoreOf(text: string, separator: Separator): readonly [number, number, number] {
  const records = headRecords(text, separator).filter((record) => !isNote(record))
  const width = usualWidth(records)
  if (records.length === 0 || Math.max(...records.map(({ cells }) => cells.length)) < 2) return [0, 0, 0]
  const headings = Math.max(...records.slice(0, HEAD_RECORDS).map(({ cells }) => headingsIn(cells)))
  const alike = width < 2 ? 0 : records.filter(({ cells }) => cells.length === width).length / records.length
  return [headings >= 2 ? headings : 0, alike, width]
}

/**
 * What stands between the cells: what a line `sep=;` says, else the sign that uncovers most headings, else the one that
 * cuts most rows alike.
 * @param text without byte order mark
 */
export function separatorOf(text: string): Separator {
  const said = SEPARATOR_LINE.exec(/^[^\r\n]*/u.exec(text)?.[0].trimEnd() ?? '')?.[1]
  if (said !== undefined) return said as Separator
  if (/^"?sep=\t/iu.test(text)) return '\t'
  const scored = SEPARATORS.map((separator) => ({ separator, score: scoreOf(text, separator) }))
  const better = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((value, index) => value !== b[index])
    return at >= 0 && a[at]! > b[at]!
  }
  return scored.reduce((best, next) => (better(next.score, best.score) ? next : best)).separator
}

/** The lines from which the one that names the columns can be chosen: the first of the file that are not blank. */
export const headLines = (text: string, separator: Separator): readonly DelimitedRecord[] =>
  headRecords(text, separator, HEAD_RECORDS)

/**
 * The line that names the columns, counted from 1; 0 when the text has none.
 * @param text without byte order mark
 */
export const headerLineOf = (text: string, separator: Separator): number =>
  headerOf(headRecords(text, separator))?.line ?? 0

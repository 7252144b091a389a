/** Reads one row of a roster as an entry, and finds the faults of the row itself. */
import { cut } from '../scenario/cut'
import { emailOf, LONGEST_EMAIL } from './email'
import { cellOfLeaver, hasNote } from './name-notes'
import {
  groupFault,
  LONGEST_GROUP,
  LONGEST_NAME,
  nameFault,
  saysNothing,
  tidyName,
  withVisibleSigns,
} from './person-name'
import type { LeaverReader } from './roster-presence'
import type { RosterEntry, RosterFault, RosterFaultCode, RosterRow, RowFault } from './roster'
import type { RosterField, RosterMapping } from './roster-columns'

const NUMBER_SHAPE = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u
const LONGEST = {
  number: 40,
  name: LONGEST_NAME,
  firstName: LONGEST_NAME,
  lastName: LONGEST_NAME,
  email: LONGEST_EMAIL,
  team: LONGEST_GROUP,
  site: LONGEST_GROUP,
  manager: 40,
  status: 200,
} as const

/** Returns the form in which employee numbers are compared: the capitals A to Z do not matter, as in the database. */
export const numberKey = (number: string): string =>
  number.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())

const SHOWN_OF_A_ROW = 120
/** Returns a text for a list of faults: invisible signs are made visible, and after 120 characters it is cut. */
export const shown = (text: string): string => cut(withVisibleSigns(text), SHOWN_OF_A_ROW)

export interface Draft {
  readonly entry: RosterEntry
  readonly key: string
  readonly faults: RosterFault[]
  /** The content of the cell that says that the person has left. */
  readonly gone?: string
  /** For a broken row, all cells that may be its number. */
  readonly perhaps?: readonly string[]
}

/** Returns the draft of a row whose cells are not in their places. */
function brokenDraft({ line, cells, raw }: RosterRow, code: RowFault): Draft {
  const fault = { line, code, field: null, value: shown(raw ?? cells.join(' ')), other: null }
  return {
    entry: { line, number: '', name: '', email: null, team: null, site: null, manager: null },
    key: '',
    faults: [fault],
    perhaps: cells.map((cell) => numberKey(tidyName(cell.replaceAll('"', '')))),
  }
}

/**
 * Returns a part of a name, or an empty text for a cell such as `-`, which says that there is no such part. `Null` and
 * `None` are kept, since they are surnames.
 */
const partOf = (cell: string): string => (saysNothing(cell) && !/^\p{Lu}\p{Ll}+$/u.test(cell) ? '' : cell)

/**
 * Reads a row as an entry with its faults. Nothing is read from a row whose cells are not in their places.
 * @param mapping a complete mapping, see `missingColumn`
 * @param leavers reads the column that says who has left
 */
export function draftOf(row: RosterRow, mapping: RosterMapping, leavers?: LeaverReader): Draft {
  if (row.fault) return brokenDraft(row, row.fault)
  const { line, cells } = row
  const faults: RosterFault[] = []
  const fault = (code: RosterFaultCode, field: RosterField, value: string) =>
    faults.push({ line, code, field, value: shown(value), other: null })
  const cellOf = (field: RosterField) => cells[mapping[field] ?? -1] ?? ''
  const read = (field: RosterField): string => {
    const cell = cellOf(field)
    // If a quotation mark was forgotten, the cell goes on in the next row.
    if (!OPTIONAL.has(field) && /[\r\n]/u.test(cell.trim())) fault('line-break', field, cell)
    const value = tidyName(cell)
    if (value.length > LONGEST[field]) fault('too-long', field, value)
    return value
  }
  const optional = (field: RosterField) => {
    if (mapping[field] === null) return undefined
    const value = read(field)
    return saysNothing(value) ? null : value
  }
  const group = (field: 'team' | 'site') => {
    const value = optional(field)
    if (value && groupFault(value) === 'unreadable') fault('unreadable', field, value)
    return value
  }
  const number = read('number')
  if (number === '') fault('number-missing', 'number', '')
  else if (!NUMBER_SHAPE.test(number)) fault('number-shape', 'number', number)
  const whole = mapping.name !== null
  const name = whole ? read('name') : tidyName(`${partOf(read('firstName'))} ${partOf(read('lastName'))}`)
  const nameField = whole ? 'name' : 'lastName'
  const wrong = nameFault(name)
  if (wrong === 'empty') fault('name-missing', nameField, '')
  else if (wrong === 'none') fault('name-none', nameField, name)
  else if (wrong === 'unreadable') fault('unreadable', nameField, name)
  else if (!wrong && hasNote(name, number)) fault('name-note', nameField, name)
  else if (wrong && !faults.some(({ code }) => code === 'too-long')) fault('too-long', nameField, name)
  const address = optional('email')
  const email = address ? emailOf(address) : address
  if (address && email === undefined) fault('email-shape', 'email', address)
  const entry = {
    line,
    number,
    name,
    email,
    team: group('team'),
    site: group('site'),
    manager: optional('manager'),
  }
  const key = numberKey(number)
  if (entry.manager && numberKey(entry.manager) === key) fault('manager-self', 'manager', entry.manager)
  const presence = leavers?.presenceOf(cellOf('status'))
  const gone = presence === 'left' ? cellOf('status') : cellOfLeaver(cells, name)
  if (gone !== undefined) {
    // Nothing else of the row is taken, so that nothing else in it can be wrong.
    const ofNumber = faults.filter(({ field }) => field === 'number')
    return { entry, key, faults: ofNumber, gone: tidyName(gone) }
  }
  if (presence === 'unclear') {
    const cell = cellOf('status')
    fault(saysNothing(cell) ? 'status-blank' : 'status-date', 'status', cell)
  }
  if (presence === 'no-day') fault('status-no-day', 'status', cellOf('status'))
  return { entry, key, faults }
}

const OPTIONAL: ReadonlySet<RosterField> = new Set(['email', 'team', 'site', 'manager'])

/** A roster file against the people who are known: what it would add and change, and what is wrong with its rows. */

import { emailOf, LONGEST_EMAIL } from './email'

export const ROSTER_FIELDS = [
  'number',
  'name',
  'firstName',
  'lastName',
  'email',
  'team',
  'site',
  'manager',
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]

/** Which column, counted from 0, holds a field; `null` when the file does not have it. */
export type RosterMapping = Readonly<Record<RosterField, number | null>>

export const NO_COLUMNS: RosterMapping = {
  number: null,
  name: null,
  firstName: null,
  lastName: null,
  email: null,
  team: null,
  site: null,
  manager: null,
}

export interface RosterRow {
  /** As an editor counts them, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface KnownPerson {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly email: string | null
  readonly team: string | null
  readonly site: string | null
  readonly managerId: string | null
  readonly role: string
  readonly left: boolean
}

export const ROSTER_FAULTS = [
  'number-missing',
  'number-shape',
  'number-twice',
  'name-missing',
  'email-shape',
  'too-long',
  'manager-unknown',
  'manager-self',
  'manager-cycle',
] as const
export type RosterFaultCode = (typeof ROSTER_FAULTS)[number]

export interface RosterFault {
  readonly line: number
  readonly code: RosterFaultCode
  readonly field: RosterField
  /** What stands in the cell. */
  readonly value: string
  /** Another line that has to do with it: the other one with the same number. */
  readonly other: number | null
}

/** A row that can be imported. `undefined` is a field that the file does not have, `null` an empty cell. */
export interface RosterEntry {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly email: string | null | undefined
  readonly team: string | null | undefined
  readonly site: string | null | undefined
  /** An employee number. */
  readonly manager: string | null | undefined
}

export type ChangedField = 'name' | 'email' | 'team' | 'site' | 'manager' | 'left'

export interface RosterPlan {
  readonly add: readonly RosterEntry[]
  readonly change: readonly {
    readonly id: string
    readonly entry: RosterEntry
    readonly fields: readonly ChangedField[]
  }[]
  readonly unchanged: number
  /** Trainees who work here as far as is known and are not in the file. */
  readonly missing: readonly KnownPerson[]
  /** In the order of the lines; a row with a fault is in none of the lists above. */
  readonly faults: readonly RosterFault[]
}

const WORDS: Readonly<Record<RosterField, readonly string[]>> = {
  number: [
    'number',
    'employeenumber',
    'employeeno',
    'employeeid',
    'empid',
    'staffid',
    'staffnumber',
    'personnelnumber',
    'payrollnumber',
    'badge',
    'matricule',
    'numero',
    'personalnummer',
    'id',
  ],
  name: [
    'name',
    'fullname',
    'displayname',
    'employeename',
    'employee',
    'nomcomplet',
    'nometprenom',
    'prenomnom',
  ],
  firstName: ['firstname', 'givenname', 'forename', 'prenom', 'vorname', 'nombre'],
  lastName: ['lastname', 'surname', 'familyname', 'nom', 'nomdefamille', 'nachname', 'apellido', 'apellidos'],
  // The user principal name looks like an address and mostly is one, so it comes last.
  email: [
    'email',
    'emailaddress',
    'mail',
    'workemail',
    'emailwork',
    'emailhome',
    'courriel',
    'adressecourriel',
    'adresseemail',
    'adressemail',
    'correo',
    'correoelectronico',
    'direcciondecorreo',
    'direcciondecorreoelectronico',
    'correoe',
    'emailcorporativo',
    'enderecodeemail',
    'correioeletronico',
    'userprincipalname',
    'upn',
  ],
  team: [
    'team',
    'department',
    'group',
    'unit',
    'queue',
    'lob',
    'equipe',
    'service',
    'departement',
    'abteilung',
  ],
  site: ['site', 'location', 'office', 'city', 'branch', 'lieu', 'ville', 'centre', 'standort', 'sede'],
  manager: [
    'manager',
    'managernumber',
    'managerid',
    'manageremployeenumber',
    'supervisor',
    'supervisorid',
    'supervisornumber',
    'teamlead',
    'teamleadid',
    'responsable',
    'matriculeresponsable',
    'matriculedumanager',
    'reportsto',
  ],
}

const bare = (header: string): string =>
  header
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * Which column holds what, by the words in the first line; exact names only, so that a wrong guess is rare.
 * @param headers the cells of the first line
 */
export function guessColumns(headers: readonly string[]): RosterMapping {
  const names = headers.map(bare)
  const of = (field: RosterField) => {
    const found = WORDS[field].map((word) => names.indexOf(word)).find((index) => index >= 0)
    return found ?? null
  }
  const mapping = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, of(field)])) as Record<
    RosterField,
    number | null
  >
  // ‘Nom’ alone is a whole name; beside a first name it is the family name.
  if (mapping.name === null && mapping.firstName === null && mapping.lastName !== null) {
    mapping.name = mapping.lastName
    mapping.lastName = null
  }
  if (mapping.name !== null && mapping.firstName !== null) mapping.name = null
  return mapping
}

/** What a mapping lacks before a plan can be made of it; `undefined` when it is whole. */
export function missingColumn(mapping: RosterMapping): 'number' | 'name' | undefined {
  if (mapping.number === null) return 'number'
  return mapping.name === null && mapping.firstName === null && mapping.lastName === null ? 'name' : undefined
}

const NUMBER_SHAPE = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u
const LONGEST = {
  number: 40,
  name: 120,
  firstName: 120,
  lastName: 120,
  email: LONGEST_EMAIL,
  team: 80,
  site: 80,
  manager: 40,
} as const

/** Employee numbers are the same whatever the capitals of A to Z, as in the database. */
export const numberKey = (number: string): string =>
  number.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())

const tidy = (cell: string): string => cell.trim().replaceAll(/\s+/gu, ' ')

interface Draft {
  readonly entry: RosterEntry
  readonly key: string
  readonly faults: RosterFault[]
}

function draftOf({ line, cells }: RosterRow, mapping: RosterMapping): Draft {
  const faults: RosterFault[] = []
  const fault = (code: RosterFaultCode, field: RosterField, value: string) =>
    faults.push({ line, code, field, value, other: null })
  const read = (field: RosterField): string | undefined => {
    const column = mapping[field]
    if (column === null) return undefined
    const value = tidy(cells[column] ?? '')
    if (value.length > LONGEST[field]) fault('too-long', field, value)
    return value
  }
  const optional = (field: RosterField) => {
    const value = read(field)
    return value === '' ? null : value
  }
  const number = read('number') ?? ''
  if (number === '') fault('number-missing', 'number', '')
  else if (!NUMBER_SHAPE.test(number)) fault('number-shape', 'number', number)
  const whole = mapping.name !== null
  const name = whole ? (read('name') ?? '') : tidy(`${read('firstName') ?? ''} ${read('lastName') ?? ''}`)
  if (name === '') fault('name-missing', whole ? 'name' : 'lastName', '')
  else if (!whole && name.length > LONGEST.name) fault('too-long', 'lastName', name)
  const address = optional('email')
  const email = address ? emailOf(address) : address
  if (address && email === undefined) fault('email-shape', 'email', address)
  const entry = {
    line,
    number,
    name,
    email,
    team: optional('team'),
    site: optional('site'),
    manager: optional('manager'),
  }
  const key = numberKey(number)
  if (entry.manager && numberKey(entry.manager) === key) fault('manager-self', 'manager', entry.manager)
  return { entry, key, faults }
}

function markDoubles(drafts: readonly Draft[]): void {
  const first = new Map<string, Draft>()
  for (const draft of drafts) {
    if (draft.key === '') continue
    const other = first.get(draft.key)
    if (!other) {
      first.set(draft.key, draft)
      continue
    }
    const twice = (mine: Draft, line: number) =>
      mine.faults.push({
        line: mine.entry.line,
        code: 'number-twice',
        field: 'number',
        value: mine.entry.number,
        other: line,
      })
    if (!other.faults.some(({ code }) => code === 'number-twice')) twice(other, draft.entry.line)
    twice(draft, other.entry.line)
  }
}

/** A manager must be known already or come with a row that can be imported itself; one bad row may spoil others. */
function markUnknownManagers(good: Map<string, Draft>, known: ReadonlyMap<string, KnownPerson>): void {
  const reports = new Map<string, Draft[]>()
  const waiting: Draft[] = []
  for (const draft of good.values()) {
    if (!draft.entry.manager) continue
    const key = numberKey(draft.entry.manager)
    const list = reports.get(key)
    if (list) list.push(draft)
    else reports.set(key, [draft])
    if (!good.has(key) && !known.has(key)) waiting.push(draft)
  }
  for (let draft = waiting.pop(); draft; draft = waiting.pop()) {
    if (!good.delete(draft.key)) continue
    const { line, manager } = draft.entry
    draft.faults.push({ line, code: 'manager-unknown', field: 'manager', value: manager ?? '', other: null })
    if (!known.has(draft.key)) waiting.push(...(reports.get(draft.key) ?? []))
  }
}

/** Rows whose manager leads back to themselves, with everybody's managers as they would be after the import. */
function markCycles(good: Map<string, Draft>, known: ReadonlyMap<string, KnownPerson>): void {
  const keyOfId = new Map([...known].map(([key, person]) => [person.id, key]))
  const managerOf = (key: string): string | undefined => {
    const manager = good.get(key)?.entry.manager
    if (manager !== undefined) return manager === null ? undefined : numberKey(manager)
    const id = known.get(key)?.managerId
    return id === null || id === undefined ? undefined : keyOfId.get(id)
  }
  const settled = new Set<string>()
  for (const start of good.keys()) {
    const path: string[] = []
    const onPath = new Set<string>()
    let key: string | undefined = start
    while (key !== undefined && !settled.has(key) && !onPath.has(key)) {
      path.push(key)
      onPath.add(key)
      key = managerOf(key)
    }
    if (key !== undefined && onPath.has(key)) {
      for (const member of path.slice(path.indexOf(key))) {
        const draft = good.get(member)
        if (!draft?.entry.manager) continue
        const { line, manager } = draft.entry
        draft.faults.push({ line, code: 'manager-cycle', field: 'manager', value: manager, other: null })
      }
    }
    for (const seen of path) settled.add(seen)
  }
  for (const [key, draft] of good) if (draft.faults.length > 0) good.delete(key)
}

function changesOf(
  person: KnownPerson,
  { name, email, team, site, manager }: RosterEntry,
  managerNumber: string | undefined,
): ChangedField[] {
  const fields: ChangedField[] = []
  if (person.name !== name) fields.push('name')
  if (email !== undefined && person.email !== email) fields.push('email')
  if (team !== undefined && person.team !== team) fields.push('team')
  if (site !== undefined && person.site !== site) fields.push('site')
  const managerKey = manager ? numberKey(manager) : undefined
  if (manager !== undefined && managerKey !== managerNumber) fields.push('manager')
  if (person.left) fields.push('left')
  return fields
}

/**
 * Compares a roster with the people who are known. Nothing is changed; a row with a fault is left out of the plan, and
 * so is a row whose manager would come with such a row.
 * @param rows without the line of headers
 * @param mapping whole, as `missingColumn` says
 * @param people everybody, those who left as well
 */
export function planRoster(
  rows: readonly RosterRow[],
  mapping: RosterMapping,
  people: readonly KnownPerson[],
): RosterPlan {
  const known = new Map(people.map((person) => [numberKey(person.number), person]))
  const numberOfId = new Map(people.map((person) => [person.id, numberKey(person.number)]))
  const drafts = rows.map((row) => draftOf(row, mapping))
  markDoubles(drafts)
  const good = new Map(drafts.filter(({ faults }) => faults.length === 0).map((draft) => [draft.key, draft]))
  // Whoever is refused keeps the manager they had, or is not there at all: both can put another row in the wrong.
  for (let before = -1; before !== good.size;) {
    before = good.size
    markUnknownManagers(good, known)
    markCycles(good, known)
  }

  const add: RosterEntry[] = []
  const change: { id: string; entry: RosterEntry; fields: ChangedField[] }[] = []
  let unchanged = 0
  for (const [key, { entry }] of good) {
    const person = known.get(key)
    if (!person) {
      add.push(entry)
      continue
    }
    const managerNumber = person.managerId === null ? undefined : numberOfId.get(person.managerId)
    const fields = changesOf(person, entry, managerNumber)
    if (fields.length > 0) change.push({ id: person.id, entry, fields })
    else unchanged += 1
  }
  const named = new Set(drafts.map(({ key }) => key))
  return {
    add,
    change,
    unchanged,
    missing: people.filter(
      ({ number, role, left }) => role === 'trainee' && !left && !named.has(numberKey(number)),
    ),
    faults: drafts.flatMap(({ faults }) => faults),
  }
}

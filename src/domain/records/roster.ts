/** Compares a roster file with the known people: the people that it would add or change, and the faults of its rows. */
import type { RecordFault } from './delimited'
import type { RosterField, RosterMapping } from './roster-columns'
import {
  leaversIn,
  sortLeavers,
  withoutFormerRows,
  wordsForHere,
  type Leavers,
  type RosterReading,
} from './roster-leavers'
import { draftOf, numberKey, type Draft } from './roster-entries'
import { ALIKE, alikeForm, markNumbers } from './roster-numbers'

export interface RosterRow {
  /** The line number, as editors count from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** The text of the row in the file. */
  readonly raw?: string
  /** The reason why its cells are not in their places. Nothing is taken from such a row. */
  readonly fault?: RowFault
}

export type RowFault = RecordFault | 'too-many-cells' | 'too-few-cells'

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
  'stray-quote',
  'unclosed-quote',
  'too-many-cells',
  'too-few-cells',
  'line-break',
  'number-missing',
  'number-shape',
  'number-decimals',
  'number-date',
  'number-twice',
  'number-zeros',
  'number-grouped',
  'number-forms',
  'name-missing',
  'name-none',
  'name-note',
  'unreadable',
  'email-shape',
  'too-long',
  'manager-unknown',
  'manager-faulty',
  'manager-self',
  'manager-cycle',
  'manager-left',
  'status-date',
  'status-no-day',
  'status-blank',
] as const
export type RosterFaultCode = (typeof ROSTER_FAULTS)[number]

export interface RosterFault {
  readonly line: number
  readonly code: RosterFaultCode
  /** `null` if the row as a whole is broken. */
  readonly field: RosterField | null
  /** The content of the cell, or of a broken row, with invisible characters written out. */
  readonly value: string
  /** Another line that is involved: the other one with the same number. */
  readonly other: number | null
  /** The number that this one seems to be a copy of, without its leading zeros or with separators. */
  readonly like?: string
}

/** A row that can be imported. `undefined` stands for a field that the file does not have, `null` for an empty cell. */
export interface RosterEntry {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly email: string | null | undefined
  readonly team: string | null | undefined
  readonly site: string | null | undefined
  /** The manager's employee number. */
  readonly manager: string | null | undefined
}

export type ChangedField = 'name' | 'email' | 'team' | 'site' | 'manager'

/** The value of a field before and after the import; for a manager the employee number. */
export interface RosterChange {
  readonly field: ChangedField
  readonly before: string | null
  readonly after: string | null
}

export interface RosterPlan extends Leavers {
  readonly add: readonly RosterEntry[]
  readonly change: readonly {
    readonly person: KnownPerson
    readonly entry: RosterEntry
    readonly changes: readonly RosterChange[]
  }[]
  readonly unchanged: number
  /** Trainees in the file who had left. They come back only on request. */
  readonly returning: readonly KnownPerson[]
  /** People with another role in the file who had left. No roster lets them in again. */
  readonly staffGone: readonly KnownPerson[]
  /** What the column that says who has left holds for people who work here, the words that are not known first. */
  readonly wordsForHere: readonly { readonly word: string; readonly rows: number }[]
  /** Trainees who are known to work here and are not in the file. */
  readonly missing: readonly KnownPerson[]
  /** Faults in the order of the lines. A row with a fault is in none of the lists above. */
  readonly faults: readonly RosterFault[]
  /** True if a row with a fault may be about a person in `missing`, since its number is unknown. */
  readonly missingUnsure: boolean
}

/**
 * Removes rows with an unknown manager. A manager must be known already or have a row that can be imported, so that one
 * bad row can spoil others.
 * @param lineOf the line of each number in the file. It becomes the line whose fault keeps the row of that number out.
 */
function markUnknownManagers(
  good: Map<string, Draft>,
  known: ReadonlyMap<string, KnownPerson>,
  gone: ReadonlySet<string>,
  lineOf: Map<string, number>,
): void {
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
    const key = numberKey(manager ?? '')
    const wrong = lineOf.get(key)
    const code = gone.has(key) ? 'manager-left' : wrong === undefined ? 'manager-unknown' : 'manager-faulty'
    const other = code === 'manager-faulty' ? wrong! : null
    draft.faults.push({ line, code, field: 'manager', value: manager ?? '', other })
    // Whoever reports to this person learns which line to mend, and not that this one could not come in either.
    if (other !== null) lineOf.set(draft.key, other)
    if (!known.has(draft.key)) waiting.push(...(reports.get(draft.key) ?? []))
  }
}

/**
 * Removes rows whose chain of managers leads back to themselves. It looks at all managers as they would be after the
 * import.
 */
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
): RosterChange[] {
  const changes: RosterChange[] = []
  const compare = (field: ChangedField, before: string | null, after: string | null | undefined) => {
    if (after !== undefined && before !== after) changes.push({ field, before, after })
  }
  compare('name', person.name, name)
  compare('email', person.email, email)
  compare('team', person.team, team)
  compare('site', person.site, site)
  const sameManager = manager && managerNumber && numberKey(manager) === numberKey(managerNumber)
  if (!sameManager) compare('manager', managerNumber ?? null, manager)
  return changes
}

/**
 * Compares a roster with the known people. Nothing is changed. A row with a fault is left out of the plan, and so is a
 * row whose manager would come from such a row.
 * @param rows the rows without the line of headings
 * @param mapping a complete mapping, see `missingColumn`
 * @param people everybody, including those who left
 * @param reading needed if the mapping has a column that says who has left. Whoever has left by it is not added, and a
 *   trainee who is known is in `leaving`; nothing else of such a row is taken.
 * @throws RangeError if it is needed and not given
 */
export function planRoster(
  rows: readonly RosterRow[],
  mapping: RosterMapping,
  people: readonly KnownPerson[],
  reading?: RosterReading,
): RosterPlan {
  const known = new Map(people.map((person) => [numberKey(person.number), person]))
  const numberOfId = new Map(people.map((person) => [person.id, person.number]))
  const leavers = leaversIn(rows, mapping, reading)
  const drafts = withoutFormerRows(rows.map((row) => draftOf(row, mapping, leavers)))
  markNumbers(drafts, known)
  const sound = drafts.filter(({ faults }) => faults.length === 0)
  const good = new Map(sound.filter(({ gone }) => gone === undefined).map((draft) => [draft.key, draft]))
  const gone = sound.filter((draft) => draft.gone !== undefined)
  const goneKeys = new Set(gone.map(({ key }) => key))
  const lineOf = new Map(drafts.toReversed().map(({ key, entry }) => [key, entry.line]))
  // A person whose row is refused keeps their former manager, or is not added. Either can make another row invalid, so
  // that the checks are repeated.
  for (let before = -1; before !== good.size;) {
    before = good.size
    markUnknownManagers(good, known, goneKeys, lineOf)
    markCycles(good, known)
  }

  const add: RosterEntry[] = []
  const change: { person: KnownPerson; entry: RosterEntry; changes: RosterChange[] }[] = []
  const returning: KnownPerson[] = []
  const staffGone: KnownPerson[] = []
  let unchanged = 0
  for (const [key, { entry }] of good) {
    const person = known.get(key)
    if (!person) {
      add.push(entry)
      continue
    }
    const managerNumber = person.managerId === null ? undefined : numberOfId.get(person.managerId)
    const changes = changesOf(person, entry, managerNumber)
    if (changes.length > 0) change.push({ person, entry, changes })
    else unchanged += 1
    if (person.left) (person.role === 'trainee' ? returning : staffGone).push(person)
  }
  return {
    add,
    change,
    unchanged,
    returning,
    staffGone,
    ...sortLeavers(gone, known),
    wordsForHere: wordsForHere(rows, mapping, leavers),
    ...missingFrom(drafts, people),
    faults: drafts.flatMap(({ faults }) => faults),
  }
}

/** Finds the trainees who are not in the file. A trainee who may be the one in a faulty row counts as present. */
function missingFrom(
  drafts: readonly Draft[],
  people: readonly KnownPerson[],
): Pick<RosterPlan, 'missing' | 'missingUnsure'> {
  const named = new Set<string>()
  const bare = new Set<string>()
  let unsure = false
  for (const { key, perhaps, faults } of drafts) {
    for (const each of perhaps ?? [key]) named.add(each)
    if (faults.some(({ code }) => ALIKE.has(code))) bare.add(alikeForm(key))
    if (
      perhaps ||
      faults.some(({ code, field }) => field === 'number' && code !== 'number-twice' && !ALIKE.has(code))
    )
      unsure = true
  }
  const missing = people.filter(({ number, role, left }) => {
    const key = numberKey(number)
    return role === 'trainee' && !left && !named.has(key) && !bare.has(alikeForm(key))
  })
  return { missing, missingUnsure: unsure && missing.length > 0 }
}

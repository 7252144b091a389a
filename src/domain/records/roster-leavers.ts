/** Sorts out the rows of a roster whose person has left. */
import { saysNothing, tidyName } from './person-name'
import { shown, type Draft } from './roster-entries'
import { leaverReader, type LeaverReader, type Presence } from './roster-presence'
import type { RosterMapping } from './roster-columns'
import type { KnownPerson, RosterRow } from './roster'

export interface Leaver {
  /** The id of a known person, `null` for somebody who is not known. */
  readonly id: string | null
  readonly number: string
  readonly name: string
  /** The content of the cell that says so. */
  readonly said: string
}

export interface Leavers {
  /** Trainees who are known to work here and of whom the file says that they have left. They leave only on request. */
  readonly leaving: readonly Leaver[]
  /** People with another role of whom the file says so. No roster ends their sign-in. */
  readonly staffLeaving: readonly Leaver[]
  /** People of whom the file says so and who are not known. They are not added. */
  readonly strangersGone: readonly Leaver[]
  /** The number of people of whom the file says so, and who are known to have left. */
  readonly goneAlready: number
}

/** What is needed to read the column that says who has left. */
export interface RosterReading {
  readonly headings: readonly string[]
  /** The local day, YYYY-MM-DD. */
  readonly today: string
}

/**
 * Makes the reader of the column that says who has left; `undefined` if the file has none.
 * @throws RangeError if the mapping has this column and no reading is given
 */
export function leaversIn(
  rows: readonly RosterRow[],
  { status }: RosterMapping,
  reading: RosterReading | undefined,
): LeaverReader | undefined {
  if (status === null) return undefined
  if (!reading) throw new RangeError('A column that says who has left needs its heading and the day.')
  const cells = rows.flatMap(({ cells, fault }) => (fault ? [] : [cells[status] ?? '']))
  return leaverReader(reading.headings[status] ?? '', cells, reading.today)
}

/**
 * Leaves out rows of former employments: where another row has the same number and the person works here, or has left
 * by a row before.
 */
export function withoutFormerRows(drafts: readonly Draft[]): readonly Draft[] {
  const here = new Set(drafts.filter(({ gone }) => gone === undefined).map(({ key }) => key))
  const seen = new Set<string>()
  return drafts.filter(({ key, gone, faults }) => {
    if (gone === undefined || faults.length > 0) return true
    if (here.has(key) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * Sorts people who have left by whether and how they are known.
 * @param gone the drafts of rows without faults that say so
 */
export function sortLeavers(gone: readonly Draft[], known: ReadonlyMap<string, KnownPerson>): Leavers {
  const leaving: Leaver[] = []
  const staffLeaving: Leaver[] = []
  const strangersGone: Leaver[] = []
  let goneAlready = 0
  for (const { key, entry, gone: cell = '' } of gone) {
    const person = known.get(key)
    const said = shown(cell)
    if (!person) strangersGone.push({ id: null, number: shown(entry.number), name: shown(entry.name), said })
    else if (person.left) goneAlready += 1
    else {
      const { id, number, name, role } = person
      ;(role === 'trainee' ? leaving : staffLeaving).push({ id, number, name, said })
    }
  }
  return { leaving, staffLeaving, strangersGone, goneAlready }
}

const MOST_WORDS = 12
/** Words that nobody knows are what a reader has to look at, so that more of them are shown. */
const MOST_UNKNOWN = 50

/**
 * Counts the words that are taken for people who work here, so that a reader can see whether one of them means somebody
 * who has left: those that are not known, then the others, the most frequent first.
 */
export function wordsForHere(
  rows: readonly RosterRow[],
  { status }: RosterMapping,
  leavers: LeaverReader | undefined,
): readonly { readonly word: string; readonly rows: number }[] {
  if (status === null || !leavers) return []
  const counts = new Map<string, number>()
  for (const { cells, fault } of rows) {
    const word = shown(tidyName(cells[status] ?? ''))
    if (!fault && !saysNothing(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words = [...counts]
    .filter(([word]) => !leavers.isDay(word))
    .map(([word, of]) => ({ word, rows: of, presence: leavers.presenceOf(word) }))
    .toSorted((a, b) => b.rows - a.rows)
  const of = (presence: Presence | undefined, most: number) =>
    words.filter((each) => each.presence === presence).slice(0, most)
  return [...of(undefined, MOST_UNKNOWN), ...of('here', MOST_WORDS)].map(({ word, rows: n }) => ({
    word,
    rows: n,
  }))
}

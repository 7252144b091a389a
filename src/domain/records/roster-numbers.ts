/** Finds employee numbers that spreadsheets, databases or keyboards have changed, and those that stand twice. */
import { saysNothing } from './person-name'
import { numberKey, shown, type Draft } from './roster-entries'
import type { KnownPerson, RosterFaultCode } from './roster'

/** Faults of a number that seems to be another one, written differently by a spreadsheet. */
export const ALIKE: ReadonlySet<RosterFaultCode> = new Set(['number-zeros', 'number-grouped', 'number-forms'])

/** Returns the digit from 0 to 9 that a digit of any script means. They stand in rows of ten. */
function digitOf(sign: string): string {
  let value = 0
  for (let point = sign.codePointAt(0)! - 1; /\p{Nd}/u.test(String.fromCodePoint(point)); point -= 1)
    value += 1
  return String(value % 10)
}

/** Returns the form of a number in which `１２`, `¹²` and `١٢` are `12`. */
const folded = (key: string): string =>
  /^[\0-\u007f]*$/u.test(key)
    ? key
    : numberKey(key.normalize('NFKC').replaceAll(/(?![0-9])\p{Nd}/gu, digitOf))

const PLAIN = /^0*(\d+)(?:[.,]0+)?$/u
/** Matches a number with separators between its thousands, as spreadsheets of many countries show it. */
const GROUPED = /^[1-9]\d{0,2}([ .])\d{3}(?:\1\d{3})*$/u

/** Returns true for a number that a spreadsheet may have written with separators: `12.345` for `12345`. */
const isGrouped = (key: string): boolean => !PLAIN.test(folded(key)) && GROUPED.test(folded(key))

/**
 * Returns the digits that a spreadsheet keeps when it takes an employee number for a number: `417` for `00417` and
 * `417.0`, `12345` for `12.345` and `12 345`. Returns `undefined` for other numbers.
 */
const bareDigits = (key: string): string | undefined =>
  isGrouped(key) ? folded(key).replaceAll(/[ .]/g, '') : PLAIN.exec(folded(key))?.[1]

/** Returns the form in which numbers are the same that differ as `ALIKE` says. */
export const alikeForm = (key: string): string => bareDigits(key) ?? folded(key)

function codeOf(key: string, other: string): RosterFaultCode {
  if (folded(key) === folded(other)) return 'number-forms'
  return isGrouped(key) || isGrouped(other) ? 'number-grouped' : 'number-zeros'
}

/**
 * Marks new numbers that differ from another one only by leading zeros, by separators between thousands, or by the
 * forms of their signs. A spreadsheet has removed or added them, or a keyboard wrote them so, and the import would make
 * two people of one.
 */
function markAlike(drafts: readonly Draft[], known: ReadonlyMap<string, KnownPerson>): void {
  const isOdd = (key: string) => folded(key) !== key
  const odd = new Set([...known.keys(), ...drafts.map(({ key }) => key)].filter(isOdd).map(folded))
  const formOf = (key: string) => bareDigits(key) ?? (odd.has(folded(key)) ? folded(key) : undefined)
  const alike = new Map<string, Map<string, { number: string; name: string; line: number | null }>>()
  const note = (key: string, number: string, name: string, line: number | null) => {
    const bare = formOf(key)
    if (bare === undefined) return
    const group = alike.get(bare) ?? new Map<string, { number: string; name: string; line: number | null }>()
    if (!group.has(key)) group.set(key, { number, name, line })
    alike.set(bare, group)
  }
  for (const [key, { number, name }] of known) note(key, number, name, null)
  for (const { key, entry } of drafts) note(key, entry.number, entry.name, entry.line)
  for (const { key, entry, faults } of drafts) {
    const bare = formOf(key)
    if (bare === undefined || known.has(key)) continue
    for (const [otherKey, { number, name, line }] of alike.get(bare) ?? []) {
      if (otherKey === key) continue
      faults.push({
        line: entry.line,
        code: codeOf(key, otherKey),
        field: 'number',
        value: entry.number,
        other: line,
        like: shown(`${number} ${name}`),
      })
      break
    }
  }
}

/** Matches a number that a spreadsheet took for a decimal. As it is, it would be another person’s. */
const DECIMALS = /^\d+\.0+$/

function markDecimals(drafts: readonly Draft[], known: ReadonlyMap<string, KnownPerson>): void {
  for (const { key, entry, faults } of drafts) {
    const isTold = faults.some(({ code }) => ALIKE.has(code))
    if (isTold || known.has(key) || !DECIMALS.test(entry.number)) continue
    faults.push({
      line: entry.line,
      code: 'number-decimals',
      field: 'number',
      value: entry.number,
      other: null,
    })
  }
}

const MONTH =
  'jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|janv|févr?|mars|avr|mai|juin|juil|août|déc|ene|abr|ago|dic|fev|set|out|dez'
/** Matches a number that a spreadsheet took for a date: `1-12` becomes `12-Jan`. */
const DATE = new RegExp(
  `^(?:\\d{1,2}[-/ ](?:${MONTH})\\.?(?:[-/ ]\\d{2,4})?|(?:${MONTH})\\.?[-/ ]\\d{2,4}|\\d{1,2}/\\d{1,2}/\\d{2,4})$`,
  'iu',
)

/** Marks numbers that became dates. Where most numbers look like dates, they are written so in this organisation. */
function markDates(drafts: readonly Draft[], known: ReadonlyMap<string, KnownPerson>): void {
  const dates = drafts.filter(({ entry }) => DATE.test(entry.number))
  if (dates.length * 2 > drafts.length) return
  for (const { key, entry, faults } of dates) {
    if (known.has(key)) continue
    faults.push({ line: entry.line, code: 'number-date', field: 'number', value: entry.number, other: null })
  }
}

const HAS_DIGIT = /\p{N}/u

/**
 * Marks words such as `N/A` in the place of a number. The next person without a number would take over the records of
 * somebody with such a one. Where most numbers are words, as with initials, nobody can tell.
 */
function markPlaceholders(drafts: readonly Draft[]): void {
  const told = drafts.filter(({ key }) => key !== '' && !saysNothing(key))
  if (told.filter(({ key }) => !HAS_DIGIT.test(key)).length * 2 > told.length) return
  for (const { key, entry, faults } of drafts) {
    if (key === '' || faults.some(({ field }) => field === 'number') || !saysNothing(key)) continue
    const { line, number } = entry
    faults.push({ line, code: 'number-missing', field: 'number', value: number, other: null })
  }
}

function markDoubles(drafts: readonly Draft[]): void {
  const first = new Map<string, Draft>()
  for (const draft of drafts) {
    if (draft.key === '' || draft.faults.some(({ code }) => code === 'number-missing')) continue
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

/** Marks the faults of numbers that only the other rows and the known people tell. */
export function markNumbers(drafts: readonly Draft[], known: ReadonlyMap<string, KnownPerson>): void {
  markPlaceholders(drafts)
  markDoubles(drafts)
  markAlike(drafts, known)
  markDecimals(drafts, known)
  markDates(drafts, known)
}

/** Reads the days of a roster as people, systems and spreadsheets write them. */
import { daysIn } from './calendar'
import { saysNothing, tidyName } from './person-name'

/** Returns a word without capitals, accents and signs. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Returns the words of a list with commas, in the form of `plain`. */
export const wordsOf = (list: string): ReadonlySet<string> =>
  new Set(list.split(',').map((word) => plain(word)))

/** The months in English, French, Spanish, Portuguese and German. */
const MONTHS: readonly string[] = [
  'january janvier enero janeiro januar janner',
  'february fevrier febrero fevereiro februar',
  'march mars marzo marco marz mrz',
  'april avril abril',
  'may mai mayo maio',
  'june juin junio junho juni',
  'july juillet julio julho juli',
  'august aout agosto',
  'september septembre septiembre setiembre setembro',
  'october octobre octubre outubro oktober',
  'november novembre noviembre novembro',
  'december decembre diciembre dezembro dezember',
]
const SHORTEST_MONTH = 3
/** Months by their names and whatever a name may be cut to: `juil` and `juill`. `jui` may be June. */
const MONTH_OF: ReadonlyMap<string, number> = monthsByWord()

function monthsByWord(): ReadonlyMap<string, number> {
  const months = new Map<string, Set<number>>()
  for (const [index, names] of MONTHS.entries()) {
    for (const name of names.split(' ')) {
      for (let length = SHORTEST_MONTH; length <= name.length; length += 1) {
        const word = name.slice(0, length)
        months.set(word, (months.get(word) ?? new Set()).add(index + 1))
      }
    }
  }
  return new Map([...months].flatMap(([word, [month, another]]) => (another ? [] : [[word, month!]])))
}

/**
 * Words that stand in dates and say nothing about the day: `Friday, March 1st, 2026`, `1er de marzo de 2026`, `ven. 6
 * mars 2026`, `2026年3月5日`. `mar` is not among them: it is March, or Tuesday beside another month.
 */
const BESIDE_A_DAY = wordsOf(`
  de, del, du, of, the, le, el, den, der, am, on, at, a, as, las, um, uhr, h, hs, hrs, feira, st, nd, rd, th, er, ere, eme, e, o,
  年, 月, 日, 년, 월, 일,
  monday, tuesday, wednesday, thursday, friday, saturday, sunday,
  mon, tue, tues, wed, weds, thu, thur, thurs, fri, sat, sun,
  lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, lun, mer, jeu, ven, sam, dim,
  lunes, martes, miercoles, jueves, viernes, sabado, domingo, mie, jue, vie, sab, dom,
  segunda, terca, quarta, quinta, sexta, seg, ter, qua, qui, sex,
  montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, mo, di, mi, do, fr, sa, so`)
const TUESDAY_OR_MARCH = 'mar'

/** Matches the time of day that systems write behind a day, or between it and the year. */
const TIME =
  /(?:(?<=\d)T|(?<=[\s,]))\d{1,2}(?:(?::|\s?h\s?)\d{2}(?::\d{2}(?:[.,:]\d+)?)?|\.\d{2}\.\d{2}(?:\.\d{3,}|(?=\s*[AaPp]\.?\s?[Mm])))\s*(?:[AaPp]\.?\s?[Mm]\b\.?)?\s*(?:(?:UTC|GMT)?[+-]\d{2}:?\d{2}|UTC|GMT|[A-Z]{1,4}T\b|Z\b)?\s*(?:\([^)]*\))?/u
/** Matches a day of which a system says in which time zone it is: `2026-03-30-07:00`. */
const ZONED = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:?\d{2})$/u
/** Matches a time as directories write it: `20260305000000.0Z`. */
const GENERALIZED = /^(\d{8})\d{4}(?:\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d{4})?$/u
/** Matches a day in numbers alone. */
const NUMBERS = /^\d{1,4}(\s*[-/.\s年\ub144]\s*)\d{1,2}\s*[-/.\s月\uc6d4]\s*\d{1,4}\s*[.,日\uc77c]?$/u

type Order = 'day-first' | 'month-first' | 'year-first'
/** The days that a cell can mean, with the order of day, month and year by which each is read, if it could be another. */
export type Days = readonly { readonly day: string; readonly order?: Order }[]

/** A day before anybody worked here. Systems and spreadsheets fill an empty date with such a one. */
const FILLING = '1900-01-01'
/** Years of other calendars than ours, in which the same number means another day: of Persia and Islam, of Thailand. */
const OF_OTHER_CALENDARS = [
  [1300, 1500],
  [2543, 2600],
] as const

/** Returns a day as YYYY-MM-DD; `undefined` if there is no such day. */
function dayIn(year: number, month: number, day: number): string | undefined {
  if (day < 1 || day > daysIn(year, month)) return undefined
  if (OF_OTHER_CALENDARS.some(([from, before]) => year >= from && year < before)) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** A year of two digits from this one on may be of the last century. */
const LATE = 50

/**
 * Returns the days that a year, a month and a day can mean. A year of two digits is one of this century, or may be one
 * of the last; but the last day of 99 is how systems show the one of 9999, for somebody who has none.
 */
function daysFrom(year: string, month: string | number, day: string): string[] {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if ((year.length !== 2 && year.length !== 4) || day.length > 2) return []
  // A spreadsheet shows an empty cell as the day before its first.
  if (d === 0 && m === 1 && (y === 1900 || year === '00')) return [FILLING]
  const years =
    year.length === 4
      ? [y]
      : y < LATE || (y === 99 && m === 12 && d === 31)
        ? [2000 + y]
        : [2000 + y, 1900 + y]
  return years.map((full) => dayIn(full, m, d)).filter((each) => each !== undefined)
}

function daysOfNumbers([a, b, c]: readonly string[], between: string): Days {
  if (a!.length === 4) return daysFrom(a!, b!, c!).map((day) => ({ day }))
  if (a!.length > 2) return []
  const as = (order: Order, days: string[]) => days.map((day) => ({ day, order }))
  return [
    ...as('day-first', daysFrom(c!, b!, a!)),
    ...as('month-first', daysFrom(c!, a!, b!)),
    ...(between === '-' && a!.length === 2 && c!.length === 2 ? as('year-first', daysFrom(a!, b!, c!)) : []),
  ]
}

/** Returns the days that a cell can mean; none if it is no day. */
export function daysOf(cell: string): Days {
  if (!/\d/u.test(cell.normalize('NFKC'))) return []
  const text = tidyName(cell.normalize('NFKC'))
    .replace(GENERALIZED, '$1')
    .replace(ZONED, '$1')
    .replace(TIME, ' ')
    .trim()
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text)
  if (compact) return daysFrom(compact[1]!, compact[2]!, compact[3]!).map((day) => ({ day }))
  const parts = (plain(text).match(/\d+|[^\d\s]+/gu) ?? []).filter((word) => !BESIDE_A_DAY.has(word))
  const numbers = parts.filter((part) => /^\d+$/u.test(part))
  const words = parts.filter((part) => !/^\d+$/u.test(part))
  if (words.length === 2 && words[0] === TUESDAY_OR_MARCH) words.shift()
  if (words.length === 0 && numbers.length === 3) {
    const between = NUMBERS.exec(text.replaceAll(/^\p{L}+[.,]?\s+|,?\s\(?\p{L}+\.?\)?$/gu, ''))?.[1]
    return between === undefined ? [] : daysOfNumbers(numbers, between)
  }
  const month = MONTH_OF.get(words[0] ?? '')
  if (month === undefined || words.length !== 1 || numbers.length !== 2) return []
  const [first, second] = numbers as [string, string]
  const days = first.length === 4 ? daysFrom(first, month, second) : daysFrom(second, month, first)
  return days.map((day) => ({ day }))
}

/** Matches the headings of dates, in the form of `headingKeys`. */
const DATES = /date|datum|data|fecha|day|jour|dia|austritt|terminatedon|^dol$/u
/** The number of the first of March 1900, from which on spreadsheets count days rightly, and its days since January. */
const FIRST_SERIAL = 61
const BEFORE_FIRST = 59
/** The number of the first day that a roster can mean, see `FIRST_YEAR`. */
const FIRST_LIKELY = 18_264
/** The number of the last day of 9999, with which systems say that there is none. */
const LAST_SERIAL = '2958465'

/**
 * Returns the day of a number with which a spreadsheet keeps a date, as where its column was not formatted as one:
 * 46112 is 2026-03-31. A part of a day may stand behind it.
 */
function serialDay(cell: string): string | undefined {
  const digits = /^\s*(\d{5}|2958465)(?:[.,]\d+)?\s*$/u.exec(cell.normalize('NFKC'))?.[1]
  if (digits === LAST_SERIAL) return '9999-12-31'
  const serial = Number(digits ?? 0)
  if (serial < FIRST_LIKELY) return undefined
  let rest = serial - FIRST_SERIAL + BEFORE_FIRST
  let year = 1900
  for (let days = 365; rest >= days; days = 337 + daysIn(year, 2)) {
    rest -= days
    year += 1
  }
  let month = 1
  for (; rest >= daysIn(year, month); month += 1) rest -= daysIn(year, month)
  return dayIn(year, month, rest + 1)
}

const ORDERS: readonly Order[] = ['day-first', 'month-first', 'year-first']

/** Returns the only order in which all dates of a column can be read; `undefined` if there is none or another one. */
function orderOf(read: readonly Days[]): Order | undefined {
  const ordered = read.filter((days) => days.some(({ order }) => order !== undefined))
  const possible = ORDERS.filter((order) =>
    ordered.every((days) => days.some((each) => each.order === order)),
  )
  return possible.length === 1 ? possible[0] : undefined
}

/** What a cell says about a last day; `lost` if it names one that can't be read. */
export type LastDay = 'over' | 'not-over' | 'unclear' | 'lost'

/** Systems fill an empty date with a day before anybody worked here. Such a day says nothing. */
const FIRST_YEAR = '1950'

export interface DayReader {
  /** True if the column holds days, by its heading or by most of its cells with a digit. */
  readonly isDate: boolean
  /** Returns what a cell says; `undefined` if it is none of a last day. */
  readonly lastDayOf: (cell: string) => LastDay | undefined
  /** Returns true for a cell that is a day. */
  readonly isDay: (cell: string) => boolean
}

/** Matches a date of zeros, with which databases fill an empty one. */
const ZEROS = /^[0/.:\s-]*0[0/.:\s-]*$/u
/** Matches what a spreadsheet shows in place of a day: a column that was too narrow, a formula that failed. */
const LOST = /^#(?!N\/?[AD]$|NV$)/u

/**
 * Makes the reader of a column that may hold last days.
 * @param keys the heading, in the form of `headingKeys`
 * @param cells all cells of the column; they decide whether it holds days, and whether these begin with the day, the
 *   month or the year
 * @param today the local day, YYYY-MM-DD
 */
export function dayReader(keys: readonly string[], cells: readonly string[], today: string): DayReader {
  const known = new Map<string, Days>()
  const spelled = (cell: string): Days => {
    const days = known.get(cell) ?? daysOf(cell)
    known.set(cell, days)
    return days
  }
  const isZero = (cell: string) => ZEROS.test(cell)
  const withDigits = cells.filter((cell) => /\p{N}/u.test(cell) && !isZero(cell))
  const read = withDigits.map(spelled).filter((days) => days.length > 0)
  const isDate =
    keys.some((key) => DATES.test(key)) || (read.length > 0 && read.length * 2 >= withDigits.length)
  const order = orderOf(read)
  const readDays = (cell: string): Days => {
    const day = isDate ? serialDay(cell) : undefined
    return day === undefined ? spelled(cell) : [{ day }]
  }
  return {
    isDate,
    isDay: (cell) => readDays(cell).length > 0,
    lastDayOf: (cell) => {
      const days = readDays(cell)
      if (days.length === 0) {
        if (!isDate) return undefined
        if (isZero(cell)) return 'not-over'
        const isLost = saysNothing(cell) ? LOST.test(tidyName(cell)) : /\p{N}/u.test(cell)
        return isLost ? 'lost' : undefined
      }
      const meant = days.filter((each) => !each.order || !order || each.order === order)
      const over = new Set(
        (meant.length > 0 ? meant : days).map(({ day }) => day >= FIRST_YEAR && day < today),
      )
      if (over.size === 2) return 'unclear'
      return over.has(true) ? 'over' : 'not-over'
    },
  }
}

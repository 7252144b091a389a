/**
 * Reads the column of a roster that says who has left: a status (`Terminated`), a tick (`accountEnabled`: `FALSE`), or a
 * last day. Exports of HR systems hold former employees too, and they must not come in as trainees.
 */
import { daysIn } from './calendar'
import { saysNothing, tidyName } from './person-name'
import { headingKeys } from './roster-headings'

/** `unclear` is a date that can be read in two ways, one of which is over. */
export type Presence = 'here' | 'left' | 'unclear'

/** Returns a word without capitals, accents and signs. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(',').map((word) => plain(word)))

/** Words for people who have left, in English, French, Spanish, Portuguese and German, and the codes of HR systems. */
const LEFT = wordsOf(`
  terminated, term, inactive, non active, not active, left, has left, leaver, former, former employee, ex employee,
  resigned, retired, deceased, dismissed, separated, quit, exited, absconded, released, offboarded, relieved,
  no longer employed, not employed, disabled, deactivated, suspended, archived, deprovisioned, blocked, deleted,
  account disabled, employment ended, contract ended, laid off, redundant, t, i,
  inactif, inactive, sorti, sortie, parti, partie, ancien, ancien salarie, ancien employe, demissionnaire, demission,
  demissionne, licencie, licenciee, retraite, retraitee, decede, decedee, radie, radiee, desactive, desactivee,
  fin de contrat, rupture conventionnelle, suspendu, suspendue,
  inactivo, inactiva, cesado, cesada, cese, retirado, retirada, jubilado, jubilada, renuncio, despedido, despedida,
  desvinculado, desvinculada, fallecido, fallecida, egresado, egresada, suspendido, suspendida, desactivado, desactivada,
  terminado, terminada, baja definitiva,
  inativo, inativa, desligado, desligada, demitido, demitida, aposentado, aposentada, rescindido, rescindida,
  exonerado, exonerada, falecido, falecida, desativado, desativada,
  inaktiv, ausgeschieden, ausgetreten, gekundigt, deaktiviert, gesperrt`)

/** Words for people who work here, on leave or for a time too. A word that is in neither list counts as here. */
const HERE = wordsOf(`
  active, enabled, current, employed, working, on leave, leave, leave of absence, paid leave, unpaid leave, maternity,
  maternity leave, parental leave, sick leave, sabbatical, garden leave, notice period, on notice, probation,
  probationary, confirmed, permanent, temporary, contract, contractor, regular, full time, part time, intern, trainee,
  seasonal, hired, new hire, a, l,
  actif, active, present, presente, en poste, en activite, en conge, conge maternite, conge parental, cdi, cdd, interim,
  apprenti, stagiaire, suspension de contrat,
  activo, activa, alta, vigente, en activo, licencia, de baja, baja medica, indefinido, temporal, empleado, habilitado,
  ativo, ativa, afastado, afastada, ferias, em ferias, licenca, efetivo, efetiva, empregado, habilitada,
  aktiv, beurlaubt, elternzeit`)

const YES = wordsOf('true, yes, y, 1, x, oui, o, vrai, si, s, verdadero, sim, verdadeiro, ja, j, wahr')
const NO = wordsOf('false, no, n, 0, non, faux, falso, nao, nein, falsch')
/**
 * Ticks as databases write them, `t` and `f`, and their letters in French, Spanish and Portuguese. In a column with
 * other codes, `T` is somebody who was terminated.
 */
const TICK_LETTERS: ReadonlyMap<string, boolean> = new Map([
  ['t', true],
  ['v', true],
  ['f', false],
])

/** Headings of ticks, in the form of `headingKeys`: a yes means that the person works here. */
const YES_IS_HERE = new Set(
  'active isactive currentlyactive activestatus activeemployee enabled accountenabled accountactive actif activo activa ativo aktiv vigente compteactif cuentaactiva'.split(
    ' ',
  ),
)
/** Headings of ticks for which a yes means that the person has left. */
const YES_IS_LEFT = new Set(
  'suspended terminated inactive isinactive isterminated disabled accountdisabled deleted isdeleted left hasleft leaver former archived blockcredential blocksignin blocked signinblocked sorti parti inactif suspendu inactivo cesado suspendido inativo desligado demitido'.split(
    ' ',
  ),
)

/** The bit of `userAccountControl` in Active Directory with which an account is disabled (ADS_UF_ACCOUNTDISABLE). */
const ACCOUNT_DISABLED = 2

const MONTHS: readonly string[] = [
  'jan janv ene january janvier enero janeiro januar',
  'feb fev fevr february fevrier febrero fevereiro februar',
  'mar mars march marzo marco marz',
  'apr avr abr april avril abril',
  'may mai mayo maio',
  'jun juin june junio junho juni',
  'jul juil july juillet julio julho juli',
  'aug aout ago august agosto',
  'sep sept september septembre septiembre setiembre set setembro',
  'oct october octobre octubre out outubro okt oktober',
  'nov november novembre noviembre novembro',
  'dec december decembre dic diciembre dez dezembro dezember',
]
const MONTH_OF = new Map(MONTHS.flatMap((names, month) => names.split(' ').map((name) => [name, month + 1])))

/** Words that stand in long dates and say nothing about the day: `Friday, March 1, 2026`, `1 de marzo de 2026`. */
const BESIDE_A_DAY = wordsOf(`
  de, du, of, the, le, feira, monday, tuesday, wednesday, thursday, friday, saturday, sunday,
  lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, lunes, martes, miercoles, jueves, viernes, sabado, domingo,
  segunda, terca, quarta, quinta, sexta, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag`)

/** Matches the time of day that systems write behind a day. */
const TIME =
  /(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/u

type Order = 'day-first' | 'month-first'

/** Returns a day as YYYY-MM-DD; `undefined` if there is no such day. A year of two digits is one of this century. */
function dayOf(year: string, month: number, day: number): string | undefined {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  if (day < 1 || day > daysIn(full, month)) return undefined
  return `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Returns the days that a cell can mean, with the order of day and month by which each is read. */
function daysOf(cell: string): readonly { readonly day: string; readonly order?: Order }[] {
  const text = tidyName(cell).replace(TIME, '')
  const one = (day: string | undefined) => (day === undefined ? [] : [{ day }])
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/u.exec(text)
  if (iso) return one(dayOf(iso[1]!, Number(iso[2]), Number(iso[3])))
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/u.exec(text)
  if (numbers) {
    const [, a, b, year] = numbers
    const dayFirst = dayOf(year!, Number(b), Number(a))
    const monthFirst = dayOf(year!, Number(a), Number(b))
    return [
      ...(dayFirst === undefined ? [] : [{ day: dayFirst, order: 'day-first' as const }]),
      ...(monthFirst === undefined ? [] : [{ day: monthFirst, order: 'month-first' as const }]),
    ]
  }
  const words = plain(text)
    .split(' ')
    .filter((word) => !BESIDE_A_DAY.has(word))
  const month = words.map((word) => MONTH_OF.get(word)).find(Boolean)
  if (month === undefined || words.length !== 3) return []
  const [first, second] = words.filter((word) => /^\d+$/u.test(word))
  if (first === undefined || second === undefined) return []
  return first.length === 4
    ? one(dayOf(first, month, Number(second)))
    : one(dayOf(second, month, Number(first)))
}

/** Matches the headings of dates, in the form of `headingKeys`. */
const DATES = /date|datum|data|fecha|day|jour|dia|austritt|terminatedon|^dol$/u
/** The number of the first of March 1900, from which on spreadsheets count days rightly, and its days since January. */
const FIRST_SERIAL = 61
const BEFORE_FIRST = 59

/**
 * Returns the day of a number with which a spreadsheet keeps a date, as where its column was not formatted as one:
 * 46112 is 2026-03-31. A part of a day may stand behind it.
 */
function serialDay(cell: string): string | undefined {
  const serial = Number(/^\s*(\d{5})(?:[.,]\d+)?\s*$/u.exec(cell)?.[1] ?? 0)
  if (serial < FIRST_SERIAL) return undefined
  let rest = serial - FIRST_SERIAL + BEFORE_FIRST
  let year = 1900
  for (let days = 365; rest >= days; days = 337 + daysIn(year, 2)) {
    rest -= days
    year += 1
  }
  let month = 1
  for (; rest >= daysIn(year, month); month += 1) rest -= daysIn(year, month)
  return dayOf(String(year), month, rest + 1)
}

/** Systems fill an empty date with a day before anybody worked here. Such a day says nothing. */
const FIRST_YEAR = '1950'

/** Returns the only order in which the dates of a column can be read; `undefined` if both are possible. */
function orderOf(cells: readonly string[]): Order | undefined {
  const orders = new Set(
    cells.flatMap((cell) => {
      const days = daysOf(cell)
      return days.length === 1 && days[0]!.order ? [days[0]!.order] : []
    }),
  )
  return orders.size === 1 ? [...orders][0] : undefined
}

function presenceByDay(
  days: ReturnType<typeof daysOf>,
  today: string,
  order: Order | undefined,
): Presence | undefined {
  if (days.length === 0) return undefined
  const meant = days.filter((each) => each.order === undefined || order === undefined || each.order === order)
  const over = new Set((meant.length > 0 ? meant : days).map(({ day }) => day >= FIRST_YEAR && day < today))
  if (over.size === 2) return 'unclear'
  return over.has(true) ? 'left' : 'here'
}

export interface LeaverReader {
  /** Returns what a cell says; `undefined` if it is a word that is not known, which counts as working here. */
  readonly presenceOf: (cell: string) => Presence | undefined
  /** Returns true for a cell that is a date. */
  readonly isDay: (cell: string) => boolean
}

/**
 * Makes the reader of a column that says who has left.
 * @param heading the heading of the column; it decides what a yes or a no means
 * @param cells all cells of the column; they decide whether dates begin with the day or the month, and whether `T` is a
 *   tick
 * @param today the local day, YYYY-MM-DD. The last day is worked: whoever leaves today is still here.
 */
export function leaverReader(heading: string, cells: readonly string[], today: string): LeaverReader {
  const order = orderOf(cells)
  const keys = headingKeys(heading)
  const isDate = keys.some((key) => DATES.test(key))
  const readDays = (cell: string): ReturnType<typeof daysOf> => {
    const day = isDate ? serialDay(cell) : undefined
    return day === undefined ? daysOf(cell) : [{ day }]
  }
  const yes: Presence | undefined = keys.some((key) => YES_IS_HERE.has(key))
    ? 'here'
    : keys.some((key) => YES_IS_LEFT.has(key))
      ? 'left'
      : undefined
  const opposite: Presence = yes === 'here' ? 'left' : 'here'
  const letters =
    yes !== undefined && cells.every((cell) => saysNothing(cell) || TICK_LETTERS.has(plain(cell)))
  const isYes = (cell: string) => YES.has(plain(cell)) || (letters && TICK_LETTERS.get(plain(cell)) === true)
  // Where whoever works here has a tick and nobody a no, an empty cell may be the no.
  const blank: Presence =
    yes === 'here' && cells.some(isYes) && cells.every((cell) => saysNothing(cell) || isYes(cell))
      ? 'unclear'
      : 'here'
  const isControl = keys.includes('useraccountcontrol')
  return {
    presenceOf: (cell) => {
      if (saysNothing(cell)) return blank
      const word = plain(cell)
      if (isControl && /^\d+$/u.test(word)) return (Number(word) & ACCOUNT_DISABLED) === 0 ? 'here' : 'left'
      const tick = letters ? TICK_LETTERS.get(word) : undefined
      if (tick !== undefined) return tick ? yes : opposite
      if (yes !== undefined && YES.has(word)) return yes
      if (yes !== undefined && NO.has(word)) return opposite
      if (LEFT.has(word)) return 'left'
      return HERE.has(word) ? 'here' : presenceByDay(readDays(cell), today, order)
    },
    isDay: (cell) => readDays(cell).length > 0,
  }
}

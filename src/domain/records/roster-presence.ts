/**
 * Reads the column of a roster that says who has left: a status (`Terminated`), a tick (`accountEnabled`: `FALSE`), or a
 * last day. Exports of HR systems hold former employees too, and they must not come in as trainees.
 */
import { saysNothing } from './person-name'
import { dayReader, plain, wordsOf, type LastDay } from './roster-days'
import { headingKeys } from './roster-headings'

/**
 * `unclear` is a date that can be read in two ways, one of which is over, or an empty cell beside ticks; `no-day` is a
 * cell among dates that names a day which can't be read.
 */
export type Presence = 'here' | 'left' | 'unclear' | 'no-day'

const BY_LAST_DAY: Readonly<Record<LastDay, Presence>> = {
  over: 'left',
  'not-over': 'here',
  unclear: 'unclear',
  lost: 'no-day',
}

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

/** Returns what a word means that names a status; `undefined` for any other, and for a letter. */
export function statusOf(text: string): 'here' | 'left' | undefined {
  const word = plain(text)
  if (word.length < 2) return undefined
  if (LEFT.has(word)) return 'left'
  return HERE.has(word) ? 'here' : undefined
}

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

const LONGEST_STATUS = 80
/** Matches a status with a day behind it: `Terminated 2026-03-05`, `Left on 5 March 2026`, `Sorti (05/03/2026)`. */
const WORD_AND_DAY =
  /^\s*(\p{L}[\p{L}\p{M}\s-]*?)[\s:;,([–-]+(?:(?:on|since|as of|le|depuis le|el|desde|em|am)\s+)?(\S*\p{N}.*?)[)\]]?\s*$/u

export interface LeaverReader {
  /** Returns what a cell says; `undefined` if it is a word that is not known, which counts as working here. */
  readonly presenceOf: (cell: string) => Presence | undefined
  /** Returns true for a cell that is a date. */
  readonly isDay: (cell: string) => boolean
}

/**
 * Makes the reader of a column that says who has left.
 * @param heading the heading of the column; it decides what a yes or a no means
 * @param cells all cells of the column; they decide whether it holds dates and how these are written, and whether `T` is a
 *   tick
 * @param today the local day, YYYY-MM-DD. The last day is worked: whoever leaves today is still here.
 */
export function leaverReader(heading: string, cells: readonly string[], today: string): LeaverReader {
  const keys = headingKeys(heading)
  const { isDay, lastDayOf } = dayReader(keys, cells, today)
  const byDay = (cell: string): Presence | undefined => {
    const lastDay = lastDayOf(cell)
    return lastDay && BY_LAST_DAY[lastDay]
  }
  const byWordAndDay = (cell: string): Presence | undefined => {
    if (cell.length > LONGEST_STATUS) return undefined
    const [, word = '', day = ''] = WORD_AND_DAY.exec(cell) ?? []
    return LEFT.has(plain(word)) ? (byDay(day) ?? 'left') : undefined
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
      if (saysNothing(cell)) return byDay(cell) ?? blank
      const word = plain(cell)
      if (isControl && /^\d+$/u.test(word)) return (Number(word) & ACCOUNT_DISABLED) === 0 ? 'here' : 'left'
      const tick = letters ? TICK_LETTERS.get(word) : undefined
      if (tick !== undefined) return tick ? yes : opposite
      if (yes !== undefined && YES.has(word)) return yes
      if (yes !== undefined && NO.has(word)) return opposite
      if (LEFT.has(word)) return 'left'
      if (HERE.has(word)) return 'here'
      return byDay(cell) ?? byWordAndDay(cell)
    },
    isDay,
  }
}

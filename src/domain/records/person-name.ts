/** Rules for names of people, teams, sites and organisations. */
import { isGarbled } from './garbled'
import { isMisread } from './misread'

/** In UTF-16 code units, as input fields count them. */
export const LONGEST_NAME = 120
export const LONGEST_GROUP = 80

/**
 * The faults of a name: `empty`; `too-long`; `unreadable` (controls, characters that are invisible or change the
 * direction of text, characters that a wrong encoding has lost or garbled); `none` (no letter, or a word that says that there
 * is no name, such as `N/A`).
 */
export const NAME_FAULTS = ['empty', 'too-long', 'unreadable', 'none'] as const
export type NameFault = (typeof NAME_FAULTS)[number]

/** Matches spaces and line breaks. Unlike `\s`, it does not match the invisible U+FEFF. */
const SPACES = /[\t\n\v\f\r\p{Z}]+/gu

/**
 * Matches joiners and non-joiners that change how letters of these scripts are written (Unicode 15, 23.2). At the end
 * of a word only Malayalam and Sinhala have the joiner. Anywhere else they are invisible and would make two names of
 * one.
 */
const JOINED =
  /(?<=[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])[\u200c\u200d](?=[\p{L}\p{M}])|(?<=[\p{Script=Malayalam}\p{Script=Sinhala}])\u200d(?![\u200c\u200d])/gu

/**
 * Matches non-joiners that Kurdish and Persian keyboards write at the end of a word, where they show and change nothing:
 * `خامه`.
 */
const AT_END = /(?<=\p{Script=Arabic})\u200c+(?![\u200c\u200d\p{L}\p{M}])/gu

/** Matches variants of Chinese characters with which names are registered in Japan (Unicode Standard Annex 37). */
const VARIANTS = /(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/gu

/**
 * Matches unreadable characters: controls, private and lone surrogate code points, characters that Unicode says are not
 * shown (zero-width, bidi marks, overrides and isolates, fillers, tags), characters that stand for a lost one, the
 * empty Braille cell, and piles of marks.
 */
const UNREADABLE =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffd\u2800]|\p{M}{6}/u

/**
 * Matches what other programs make of letters: UTF-8 that was decoded as a Western encoding (`JosÃ©`, see `isGarbled`
 * and `isMisread` for the others), HTML entities (`O&#39;Neil`), and quoted-printable (`S=C3=B3l`).
 */
const GARBLED =
  /[\u00c2-\u00c5][\u0080-\u00bf\u0192\u02c6\u02dc\u201a\u201e-\u203a\u20ac\u2122]|&(?:#\d{2,6}|#x[\dA-Fa-f]{2,6}|[A-Za-z]{2,8});|=[C-E][\dA-F]=[89AB][\dA-F]/u

/** Words with which systems fill a field that they must not leave empty; in lower case. */
const NO_NAMES = new Set([
  'n/a',
  'n.a.',
  'n.a',
  'null',
  'none',
  'undefined',
  'unknown',
  'unassigned',
  'not set',
  'not available',
  'no name',
  'tbd',
  'tba',
  'inconnu',
  'inconnue',
  'non renseigné',
  'sans nom',
  'desconocido',
  'desconocida',
  'sin nombre',
  'desconhecido',
  'desconhecida',
  'sem nome',
  'no_manager',
  'not applicable',
  'not assigned',
  'sans objet',
  'non affecté',
  'non affectée',
  'non attribué',
  'no aplica',
  'sin asignar',
  'no asignado',
  'não se aplica',
  'não atribuído',
  'nicht zugeordnet',
  // Databases write a value that is not there so.
  '\\n',
])
/** Words with which pivot tables name an empty cell, always in brackets: a surname may be Blank. */
const EMPTY_CELLS = new Set(['blank', 'empty', 'vide', 'en blanco', 'vacío', 'em branco', 'vazio', 'leer'])
/** Matches the text that a spreadsheet writes where a formula failed, in any language: `#N/A`, `#REF!`, `#¿NOMBRE?`. */
const FORMULA_ERROR = /^(?:#[¡¿]?[\p{Lu}/0_]{3,16}[!?]|#(?:N\/[AD]|NV|GETTING_DATA)|Err:\d{3}|#+)$/u
/** Matches bytes that a directory's export could not write as text: `X'5a6fc3a9'`. */
const BYTES = /(?<!\S)X'(?:[0-9a-f]{2})+'(?!\S)/iu

/**
 * Matches names that are tidy, composed and visible already. Nearly every name in Latin letters is, so that a long
 * roster is processed quickly.
 */
const PLAIN = /^[!-~\u00c0-\u024f]+(?: [!-~\u00c0-\u024f]+)*$/u

/**
 * Returns a name in the form in which it is kept: in NFC, without spaces around it, with one space between its
 * words and without what shows nothing at their ends. `nameFault` tells whether it is a valid name.
 */
export const tidyName = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text.replaceAll(SPACES, ' ').replaceAll(/^ | $/gu, '').normalize('NFC').replaceAll(AT_END, '')

/** The length of the longest word in `NO_NAMES` with brackets. */
const LONGEST_NOTHING = Math.max(...[...NO_NAMES].map((word) => word.length)) + 2

/**
 * Returns true if a field says that it has no value: it is empty, consists of dashes and dots, or is a word such as
 * `N/A`.
 */
export function saysNothing(text: string): boolean {
  const tidy = tidyName(text)
  if (/^[\p{Pd}._/ ]*$/u.test(tidy)) return true
  if (tidy.length > LONGEST_NOTHING) return false
  const inside = /^[(<[](.*)[)>\]]$/u.exec(tidy.toLowerCase())?.[1]
  return (
    NO_NAMES.has(inside ?? tidy.toLowerCase()) ||
    (inside !== undefined && EMPTY_CELLS.has(inside)) ||
    tidy === 'NaN' ||
    FORMULA_ERROR.test(tidy)
  )
}

/** Matches a question mark that an export wrote for a letter of a name: `Fran?ois`, `Ren?`. */
const LOST = /[\p{L}\p{M}]\?|\?[\p{L}\p{M}]/u
/** Matches one within a word of a small letter. Teams ask questions: `Who?`, `¿Dudas?`, `Q?A`. */
const LOST_WITHIN = /[\p{L}\p{M}]\?+\p{Ll}/u

function faultOf(text: string, longest: number, letters: RegExp, lost: RegExp): NameFault | undefined {
  const name = tidyName(text)
  if (name === '') return 'empty'
  if (!PLAIN.test(name) && UNREADABLE.test(name.replaceAll(JOINED, '').replaceAll(VARIANTS, '')))
    return 'unreadable'
  if (GARBLED.test(name) || isGarbled(name) || isMisread(name)) return 'unreadable'
  if (saysNothing(name) || BYTES.test(name) || !letters.test(name)) return 'none'
  if (lost.test(name)) return 'unreadable'
  return name.length > longest ? 'too-long' : undefined
}

/**
 * Returns the fault of a person's name; `undefined` if it is valid. A name needs a letter, and no question mark stands
 * at one; `tidyName` gives the form in which it is kept.
 * @param text the name as it was written
 */
export const nameFault = (text: string): NameFault | undefined => faultOf(text, LONGEST_NAME, /\p{L}/u, LOST)

/**
 * Returns the fault of the name of a team or site. The rules are those of a person's name, but a digit can replace the
 * letter.
 */
export const groupFault = (text: string): NameFault | undefined =>
  faultOf(text, LONGEST_GROUP, /[\p{L}\p{N}]/u, LOST_WITHIN)

/** Checks whether two names are of the same team or site. The capitals A to Z do not matter, as in the database. */
export const sameGroup = (a: string | null, b: string | null): boolean => lowerAscii(a) === lowerAscii(b)

const lowerAscii = (text: string | null) =>
  text && text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())

/**
 * Returns the fault of the name of an organisation. The rules are those of a person's name, but a digit can replace the
 * letter.
 */
export const organisationFault = (text: string): NameFault | undefined =>
  faultOf(text, LONGEST_NAME, /[\p{L}\p{N}]/u, LOST_WITHIN)

/** Returns a text with invisible characters written out, such as `⟨U+202E⟩`, so that a sentence can quote it. */
export const withVisibleSigns = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffc\u2800]/gu,
    (sign) => `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )

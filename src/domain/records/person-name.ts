/** What may stand as the name of a person, and of a team, a site or an organisation. */

/** UTF-16 units, as a field on screen counts them. */
export const LONGEST_NAME = 120
export const LONGEST_GROUP = 80

/**
 * What is wrong with a name:
 * `empty`; `too-long`; `unreadable` (controls, characters that are invisible or turn the direction of what follows,
 * replacement characters of a file read in the wrong encoding); `none` (no letter, or a word that says that there is no
 * name, such as `N/A`).
 */
export const NAME_FAULTS = ['empty', 'too-long', 'unreadable', 'none'] as const
export type NameFault = (typeof NAME_FAULTS)[number]

/** Spaces and what breaks lines; unlike `\s`, without the invisible U+FEFF. */
const SPACES = /[\t\n\v\f\r\p{Z}]+/gu

/**
 * Between letters of these scripts a joiner or non-joiner changes how they are written (Unicode 15, 23.2); at the end of
 * a word only Malayalam and Sinhala have the joiner. Anywhere else it shows nothing and makes a second name of one.
 */
const JOINED =
  /(?<=[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])[\u200c\u200d](?=[\p{L}\p{M}])|(?<=[\p{Script=Malayalam}\p{Script=Sinhala}])\u200d(?![\u200c\u200d])/gu

/** Variants of a Chinese character that names in Japan are registered with (Unicode Standard Annex 37). */
const VARIANTS = /(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/gu

/**
 * Controls, private and lone surrogate code points, what Unicode says is ignored on screen (zero-width, bidi marks,
 * overrides and isolates, fillers, tags), what stands for a lost character, the empty Braille cell, and heaps of marks.
 */
const UNREADABLE =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffd\u2800]|\p{M}{6}/u

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
])
/** `#N/A`, `#REF!`: what a spreadsheet writes where a formula failed. */
const FORMULA_ERROR = /^#[A-Z/0]{3,7}[!?]?$/u
/** `X'5a6fc3a9'`: bytes that a directory's export could not write as text. */
const BYTES = /^X'(?:[0-9a-f]{2})+'$/iu

/** What nearly every cell in Latin letters is: tidy, composed and visible already, so that a long roster is quick. */
const PLAIN = /^[!-~\u00c0-\u024f]+(?: [!-~\u00c0-\u024f]+)*$/u

/**
 * A name in the one form in which it is kept: in NFC, without spaces around it and with one space between its words.
 * Whether it can be a name is `nameFault`'s to say.
 */
export const tidyName = (text: string): string =>
  PLAIN.test(text) ? text : text.replaceAll(SPACES, ' ').replaceAll(/^ | $/gu, '').normalize('NFC')

/** No word that says that there is nothing is longer, brackets included. */
const LONGEST_NOTHING = Math.max(...[...NO_NAMES].map((word) => word.length)) + 2

/** Whether a field says that it has nothing: it is empty, has nothing but dashes and dots, or a word such as `N/A`. */
export function saysNothing(text: string): boolean {
  const tidy = tidyName(text)
  if (/^[\p{Pd}._/ ]*$/u.test(tidy)) return true
  if (tidy.length > LONGEST_NOTHING) return false
  return (
    NO_NAMES.has(tidy.toLowerCase().replace(/^[(<[](.*)[)>\]]$/u, '$1')) ||
    tidy === 'NaN' ||
    FORMULA_ERROR.test(tidy)
  )
}

function faultOf(text: string, longest: number, letters: RegExp): NameFault | undefined {
  const name = tidyName(text)
  if (name === '') return 'empty'
  if (!PLAIN.test(name) && UNREADABLE.test(name.replaceAll(JOINED, '').replaceAll(VARIANTS, '')))
    return 'unreadable'
  if (saysNothing(name) || BYTES.test(name) || !letters.test(name)) return 'none'
  return name.length > longest ? 'too-long' : undefined
}

/**
 * What is wrong with a person's name; `undefined` when it can be taken. It needs a letter, and `tidyName` says how it is
 * kept.
 * @param text as it was written
 */
export const nameFault = (text: string): NameFault | undefined => faultOf(text, LONGEST_NAME, /\p{L}/u)

/** What is wrong with the name of a team or site: as of a person, but a number will do. */
export const groupFault = (text: string): NameFault | undefined =>
  faultOf(text, LONGEST_GROUP, /[\p{L}\p{N}]/u)

/** What is wrong with the name of an organisation: as of a person, but a number will do. */
export const organisationFault = (text: string): NameFault | undefined =>
  faultOf(text, LONGEST_NAME, /[\p{L}\p{N}]/u)

/** A text with what nobody can see written out, such as `⟨U+202E⟩`, so that a sentence about it makes sense. */
export const withVisibleSigns = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffc\u2800]/gu,
    (sign) => `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )

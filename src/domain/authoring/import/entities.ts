import { BASIC_ENTITIES } from '../basic-entities'
import { WINDOWS_1252 } from '../../scenario/windows-1252'

/** The names of the characters from U+00A0 to U+00FF, in their order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
/** The names of the Greek letters from U+0391, and of the small ones 32 places behind them. No capital stands at U+03A2. */
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho sigmaf Sigma Tau Upsilon Phi Chi Psi Omega'

/** Invisible characters, which texts of a scenario can’t hold, become nothing or a plain space. */
const OTHERS =
  'OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ shy= zwnj= zwj= lrm= rlm= ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› euro=€ trade=™ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ minus=− ne=≠ le=≤ ge=≥ asymp=≈ infin=∞'

const greek = GREEK.split(' ').flatMap((name, index): [string, string][] => {
  const small = String.fromCodePoint(0x3b1 + index)
  return name === 'sigmaf'
    ? [[name, small]]
    : [
        [name, String.fromCodePoint(0x391 + index)],
        [name.toLowerCase(), small],
      ]
})

/** Characters by the names of HTML 4, with which editors write letters beyond A to Z. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ...greek,
  ...OTHERS.split(' ').map((pair): [string, string] => {
    const [name, letter] = pair.split('=')
    return [name!, letter!]
  }),
  ...['ensp', 'emsp', 'thinsp'].map((name): [string, string] => [name, ' ']),
  ...Object.entries(BASIC_ENTITIES),
])

/**
 * Returns the character of a number in HTML, which reads 128 to 159 as Windows-1252, as browsers do.
 * @returns '' for a control character and for a number that is none
 */
export function entityNumbered(point: number): string {
  const letter = point < 0x110000 ? (WINDOWS_1252[point - 0x80] ?? String.fromCodePoint(point)) : ''
  return /^\p{C}$/u.test(letter) ? '' : letter
}

/** Returns the character of a name of HTML; `undefined` for a name that is none. */
export const entityNamed = (name: string): string | undefined => ENTITIES.get(name)

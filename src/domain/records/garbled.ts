/**
 * Finds names that were saved as UTF-8 and read as another encoding: `JosÃ©`, `Zo√©`, `Zo├®`, `NguyÃªn`. Each letter
 * beyond A to Z then stands as two or three signs. Real names have such signs too (`JOÃO`, `MATÚŠ`, `BRĂŞOV`), so that
 * it takes a sign or an order of capitals that no name has.
 */
import { UPPER_HALVES } from './encodings'
import { hasVowel } from './vowels'

const FIRST = 0x80
const TABLES: readonly ReadonlyMap<string, number>[] = Object.values(UPPER_HALVES).map(
  (half) => new Map([...half].map((sign, index) => [sign, FIRST + index])),
)

/**
 * Tells by a bit for each table in which of them a sign begins a character of UTF-8, and in which it goes on with one.
 * Nearly every name has no such pair, so that a long roster is processed quickly.
 */
const LEADS = tablesWhere((byte) => byte >= 0xc2 && byte <= 0xef)
const FOLLOWERS = tablesWhere((byte) => byte < 0xc0)

function tablesWhere(fits: (byte: number) => boolean): ReadonlyMap<string, number> {
  const bits = new Map<string, number>()
  for (const [index, table] of TABLES.entries())
    for (const [sign, byte] of table) if (fits(byte)) bits.set(sign, (bits.get(sign) ?? 0) | (1 << index))
  return bits
}

/** Matches signs within real names and those of teams: quotation marks, dashes, the sign for a number, and accents that are typed in place of an apostrophe. */
const TYPOGRAPHIC = /[ –—‘’“”„‚«»‹›…´¨·№]/u
/** Matches letters and marks but for those that stand in no name. */
const OF_NAMES = /(?![µªºˆˇ])[\p{L}\p{M}]/u
const LETTER = /[\p{L}\p{M}]/u
const LATIN = /(?![ªº])\p{Script=Latin}/u
const QUOTE_OR_DASH = /[–—‘’“”]/u
const SMALL = /\p{Ll}/u
const CAPITAL = /\p{Lu}/u

/** The bytes with which the letters of Latin alphabets begin in UTF-8: U+0080 to U+017F. */
const LATIN_LEADS = { from: 0xc2, to: 0xc5 } as const
/** The signs that are lost or stand for the encoding itself. No name has one, whatever it is made of. */
const NEVER_MEANT: ReadonlySet<number> = new Set([0xff_fd, 0xfe_ff])
/** Dashes and quotation marks, as in `Oâ€™Neil`. */
const isPunctuation = (point: number) => point >= 0x20_10 && point <= 0x20_27

const MIDDLE_DOT = 0xb7
const isMeant = (point: number) => point === MIDDLE_DOT || LETTER.test(String.fromCodePoint(point))
/** Romanian Ș, ș, Ț and ț, which begin with a quotation mark where UTF-8 is read as Macintosh. */
const isRomanian = (point: number) => point >= 0x02_18 && point <= 0x02_1b
/** Matches lines and blocks with which command lines draw tables. */
const DRAWN = /[\u2500-\u259f]/u

/** Matches two capitals, or a capital and a letter, that stand side by side in Romanian, Slovak, Czech, Estonian or Norwegian. */
const NEIGHBOURS = /^(?:Ă[Şş]|Å[ØÆ]|[ÄĹ][ŠŽŤĽšžťľ])$/u
/** Matches letters of Ewe side by side. */
const OF_EWE = /^ƒ[áéíóúàèìòùãõ]$/u
const CAPITALS_OF_LATIN = /^[ÃÄÅĂĹĆ]/u

/** Matches what may stand behind a small Latin letter within a name: Latin letters, and the accents of composed ones. */
const GOES_ON = /[\p{Script=Latin}\u0300-\u0304\u0306-\u030c\u031b\u0323\u0326-\u0328]/u

interface Sequence {
  readonly signs: readonly string[]
  /** The character that the signs are the bytes of. */
  readonly point: number
  readonly lead: number
}

/** Reads the bytes of one character of UTF-8 at a place of a text that was read by a table. */
function sequenceAt(
  text: readonly string[],
  at: number,
  table: ReadonlyMap<string, number>,
): Sequence | undefined {
  const lead = table.get(text[at]!) ?? 0
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : 0
  if (length === 0 || at + length > text.length) return undefined
  let point = lead & (length === 2 ? 0x1f : 0x0f)
  for (let next = 1; next < length; next += 1) {
    const byte = table.get(text[at + next]!) ?? 0
    if ((byte & 0xc0) !== 0x80) return undefined
    point = (point << 6) | (byte & 0x3f)
  }
  if (length === 3 && (point < 0x8_00 || (point >= 0xd8_00 && point <= 0xdf_ff))) return undefined
  return { signs: text.slice(at, at + length), point, lead }
}

/**
 * Tells whether a dash or an apostrophe behind a capital can stand between two parts of a name, of which each has a
 * vowel: `DOBROTĂ–POPA`, `MIHÃ’S`, and not `JĂ–RG` or `SCHĂ–N`.
 * @param at the place of the capital
 */
function isBetweenParts(text: readonly string[], at: number, sign: string): boolean {
  if (!/[–—’]/u.test(sign)) return false
  if (sign === '’') return true
  const [left] = /\p{L}*$/u.exec(text.slice(0, at).join(''))!
  const [right] = /^\p{L}*/u.exec(text.slice(at + 2).join(''))!
  return hasVowel(left) && hasVowel(right)
}

/** `yes` if the signs of a sequence can't be what a name has; `perhaps` if it takes a second such sequence. */
function judged(
  { signs, point, lead }: Sequence,
  text: readonly string[],
  at: number,
): 'yes' | 'perhaps' | 'no' {
  const before = text[at - 1]
  const after = text[at + signs.length]
  if (NEVER_MEANT.has(point)) return 'yes'
  const [first, second] = signs as [string, string]
  if (signs.length === 3) {
    if (isPunctuation(point)) return 'yes'
    const isStrange = signs.some((sign) => !OF_NAMES.test(sign) && !QUOTE_OR_DASH.test(sign) && sign !== '´')
    return isStrange && isMeant(point) ? 'yes' : 'no'
  }
  if (!isMeant(point)) return 'no'
  // A capital directly behind a small letter, and not as the beginning of another part of the name.
  const isInside =
    before !== undefined &&
    SMALL.test(before) &&
    CAPITAL.test(first) &&
    GOES_ON.test(String.fromCodePoint(point))
  if (isInside) return 'yes'
  const begins = before === undefined || before === ' '
  if (lead < LATIN_LEADS.from || lead > LATIN_LEADS.to) {
    if (signs.some((sign) => DRAWN.test(sign)) || (isRomanian(point) && !OF_NAMES.test(first))) return 'yes'
    // No word begins so: `Èširiac` and `È›iriac` for Țiriac.
    if (isRomanian(point) && begins && /^(?:[ÈČ][šŠ]|.[‹›])$/u.test(first + second)) return 'yes'
    const isStrange = signs.some((sign) => !OF_NAMES.test(sign) && !TYPOGRAPHIC.test(sign))
    return isStrange ? (after !== undefined && SMALL.test(after) ? 'yes' : 'perhaps') : 'no'
  }
  if (LETTER.test(first) && !LATIN.test(first)) {
    // Letters of two scripts in one word.
    const isAmongLatin = [before, after].some((sign) => sign !== undefined && LATIN.test(sign))
    if (isAmongLatin || LATIN.test(second)) return 'yes'
    if (begins && (/[…„]/u.test(second) || (QUOTE_OR_DASH.test(second) && after === '.'))) return 'yes'
    return OF_NAMES.test(second) || TYPOGRAPHIC.test(second) ? 'no' : 'perhaps'
  }
  if (signs.some((sign) => !OF_NAMES.test(sign) && !QUOTE_OR_DASH.test(sign))) return 'yes'
  if (first === 'ƒ') return OF_EWE.test(first + second) || !OF_NAMES.test(second) ? 'no' : 'yes'
  if (!CAPITALS_OF_LATIN.test(first)) return 'no'
  if (QUOTE_OR_DASH.test(second)) {
    if (begins && after === '.') return 'yes'
    if (after === undefined || !LETTER.test(after)) return 'no'
    return begins || !isBetweenParts(text, at, second) ? 'yes' : 'no'
  }
  if (SMALL.test(second) && !begins && LETTER.test(before)) return 'yes'
  return NEIGHBOURS.test(first + second) ? 'no' : 'yes'
}

/** Words that begin with a small letter within a name. */
const PARTICLES =
  'von|van|de|da|dos|das|do|di|du|del|della|la|le|el|al|af|av|den|der|zu|zum|zur|ter|ten|und|og|och|bin|ibn|y|e|i'
/**
 * Matches a letter that became a capital and a space: `TomÃ s` for Tomàs, `Å koda` for Škoda, with the letters of any
 * encoding. Real capitals such as `IRMÃ DULCE` are none, nor is one that a program without accents left as it was
 * (`PetroviĆ`), nor a first letter such as that of `Å BERG`. No name begins with Ĺ.
 */
const CAPITAL_AND_SPACE = new RegExp(
  `\\p{Ll}[ÂÃĂ](?: |$)|\\p{Ll}[ÄÅĹĆ] \\p{Ll}|(?<![^ ])[ÃÄÅĂĹĆ] (?!(?:${PARTICLES})(?: |$))\\p{Ll}|(?<![^ ])(?:[ЕΕ] [A-Za-z]|Ĺ \\p{Lu})|[A-Za-z][ГΓ](?: |$)`,
  'u',
)

/** Matches what double bytes of East Asia make of a letter: `Mu帽oz`, `Josﾃｩ`. */
const EAST_ASIAN = /[A-Za-z]\p{Script=Han}[A-Za-z]|[A-Za-z][\uff61-\uff9f]{2}/u

/** So many letters are no accident if nothing else stands in a name. */
const MANY = 3

function isGarbledBy(table: ReadonlyMap<string, number>, text: readonly string[]): boolean {
  let perhaps = 0
  let letters = 0
  let others = 0
  const decoded: string[] = []
  let isTwice = false
  for (let at = 0; at < text.length; at += 1) {
    const sequence = sequenceAt(text, at, table)
    if (!sequence) {
      if (LETTER.test(text[at]!)) others += 1
      decoded.push(text[at]!)
      continue
    }
    const judgement = judged(sequence, text, at)
    decoded.push(String.fromCodePoint(sequence.point))
    isTwice ||= !isMeant(sequence.point)
    if (judgement === 'yes') return true
    if (judgement === 'perhaps') perhaps += 1
    if (perhaps > 1) return true
    if (isMeant(sequence.point)) letters += 1
    at += sequence.signs.length - 1
  }
  if (others === 0 && letters >= MANY) return true
  // What was garbled twice still is garbled when it was put right once.
  return isTwice && isGarbled(decoded.join(''))
}

/**
 * Returns true for a name that can't be what it seems: it is UTF-8 that another encoding made something else of.
 * @param name a name in the form of `tidyName`
 */
export function isGarbled(name: string): boolean {
  if (CAPITAL_AND_SPACE.test(name) || EAST_ASIAN.test(name)) return true
  let suspects = 0
  for (let at = 1; at < name.length; at += 1)
    suspects |= (LEADS.get(name[at - 1]!) ?? 0) & (FOLLOWERS.get(name[at]!) ?? 0)
  if (suspects === 0) return false
  const text = [...name]
  return TABLES.some((table, index) => (suspects & (1 << index)) !== 0 && isGarbledBy(table, text))
}

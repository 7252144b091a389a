/**
 * Finds names that were saved with one byte for each letter and read as another encoding of that kind: `J”rg`,
 * `Mu±oz`, `£ukasz`. Nearly every byte is a letter in every such encoding (`Yýlmaz`, `JosÈ`), and real names have odd
 * ones. A name is therefore only taken for such a one if it is strange as it stands and sound as another encoding has
 * it.
 */
import { SAVED_HALVES, UPPER_HALVES } from './encodings'
import { hasVowel } from './vowels'

/** Signs that stand within no word. Apostrophes, dashes and dots are not among them. */
const SIGN = '[¡¢£¤¥¦§¨©ª«¬®¯°±²³µ¶¸¹º»¼½¾¿×÷€‚„…†‡ˆ‰‹›˜™˘˙˚˛˝ˇ∂∆∏∑√∞∫≈≠≤≥◊⁄∩≡⌠⌡ⁿ₧⌐‗΅΄∙\\u2500-\\u259f■]'
const LATIN = String.raw`(?!${SIGN}|ƒ)[\p{Script=Latin}\p{M}]`
const WORD = new RegExp(String.raw`(?:${SIGN}|ƒ|[\p{Script=Latin}\p{M}\p{N}])+`, 'gu')
/** Matches a word that is short for another, or a power: `Mªcarmen`, `Nºuno`, `m³`. */
const SHORT = /^(?:[mnfjdpsa][ªº°]|[cdkmn]?m[²³])/iu
/** Consonants that need a vowel beside them. With R, L and N, Slavic names do without: `Vršnak`, `Lanškroun`. */
const HARD = 'bcdfghjkmpqstvwxzBCDFGHJKMPQSTVWXZ'
const CONSONANT = `${HARD}nlrNLR`
const SMALL_CONSONANT = CONSONANT.toLowerCase()
const CAPITAL_CONSONANT = CONSONANT.toUpperCase()

const STRANGE_WORDS = [
  // A sign within a word of small letters, or of capitals.
  String.raw`${LATIN}(?![®©™])${SIGN}+\p{Ll}|\p{Ll}(?![®©™])${SIGN}+\p{L}`,
  String.raw`\p{Lu}${SIGN}+\p{Lu}{2}|\p{Lu}{2}${SIGN}+\p{Lu}`,
  // A sign before or behind a word, where nobody puts this one.
  String.raw`^[£¥¯¦¬¶¼]\p{L}|^[©®™†‡³¹¶±¾¼ªº¤¥‰ˆ˜Ÿ]+\p{Ll}|^™\p{Lu}{2}`,
  String.raw`[aeiouy]³$|\p{L}{2}[‚£¾]$|\p{L}(?![‚£¾®©™²³¹°ªº½¼†±×÷…«»‹›€])${SIGN}$`,
  // Ž, Š and Ÿ where only a vowel can stand: `JŽrg`, `FrŽdŽric`, `RenŽ`, `MŸller`, and ç and š in `MçRQUEZ`, `MšLLER`.
  `[${CONSONANT}]Ÿ(?:[a-z]|$)`,
  `^[${CONSONANT}]{0,2}[${HARD}](?:[ŽŠ][${SMALL_CONSONANT}]|š[${CAPITAL_CONSONANT}])`,
  `[a-zŽ][${HARD}]Ž[${SMALL_CONSONANT}]|[a-z][cdmnst]Ž$`,
  `(?:^|[${HARD}lrLR])ç[${CAPITAL_CONSONANT}]`,
  // What DOS makes of João.
  String.raw`\p{Ll}Æo$`,
  // Letters side by side that are so in no language, but that Czech and Croatian consonants become: `Rùžièka`.
  '[ìòøùèÌÒØÙÈ][áéíóúýžšÁÉÍÓÚÝŽŠ]|[žšŽŠ][ìòøùèÌÒØÙÈ]|[oe]viæ$|[OE]VIÆ$',
  // A letter of Ewe, which has it before vowels only, and behind few consonants.
  `[bcdfghj-lp-tvwxzBCDFGHJ-LP-TVWXZ]ƒ|ƒ[${HARD}]|[A-Za-z]{2}ƒ$`,
].map((source) => new RegExp(source, 'u'))

/** Matches more letters with accents than a Latin name has without others: `Èâàíîâ` for Иванов. */
const ACCENTS_ONLY = /[À-ÖØ-öø-ÿ]{4}|^(?=.*[À-ÖØ-öø-ÿ]{3})(?:[À-ÖØ-öø-ÿ]|[ .-](?!$)){6,}$/u
/** Matches words of signs and letters with accents, of which at least one is a sign: `¸ÒÐÝ` for Иван. */
const SIGNS_AND_ACCENTS = new RegExp(`^(?=.*[À-ÿ])(?=.*${SIGN})(?:[À-ÿŠŽŒŸšžœƒ]|${SIGN}){4,}$`, 'u')

/** Letters that stand in Latin words: they look as Latin ones, are letters of African languages, or part of team names. */
const FOREIGN =
  '(?![аеорсухіјѕειυοαβγδλμπωАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧΔΩ])[\\p{Script=Cyrillic}\\p{Script=Greek}]'
/** Matches a letter or two of another alphabet in a Latin word. */
const MIXED = new RegExp(
  [
    String.raw`(?<=[A-Za-z])${FOREIGN}{1,2}(?=[a-z])`,
    String.raw`(?<=[a-z])${FOREIGN}{1,2}(?!\p{L})`,
    String.raw`(?<=[A-Z])${FOREIGN}{1,2}(?=[A-Z])`,
    String.raw`(?<=[A-Z]{2})(?=\p{Script=Cyrillic})${FOREIGN}(?!\p{L})`,
  ].join('|'),
  'u',
)

/** Matches what may stand between the parts of a name, and also become of a letter. */
const SEPARATED = /(\p{L}+)([–—•·“”])(?=(\p{Ll}\p{L}*))/gu

/** Finds parts that are none since they have no vowel: `L—pez`, `Lo•c`, `Pe–a`. */
function hasBrokenParts(text: string): boolean {
  const isQuoted = text.includes('“') && text.includes('”')
  for (const [, left, sign, right] of text.matchAll(SEPARATED) as Iterable<
    [string, string, string, string]
  >) {
    if (sign === '“' || sign === '”') {
      if (!isQuoted) return true
      continue
    }
    const isInitial = sign === '–' && left.length === 1
    if (!isInitial && (right.length === 1 || !hasVowel(right) || !hasVowel(left))) return true
  }
  return false
}

/** Finds a quotation mark at a word that no other one closes or opens: `„usta`, `Irm‹`, `”mer`. */
const hasLooseQuote = (text: string): boolean =>
  /(?<![^ -])[„‚”](?=\p{L})|(?<=\p{L})‹(?![^ -])/u.test(text) && text.match(/[„“”‚‘’‹›"']/gu)!.length === 1

function isStrange(text: string): boolean {
  for (const [word] of text.matchAll(WORD)) {
    if (!SHORT.test(word) && STRANGE_WORDS.some((pattern) => pattern.test(word))) return true
  }
  return MIXED.test(text) || hasLooseQuote(text) || hasBrokenParts(text)
}

/** Matches every name that may be one. Nearly every name is none, so that a long roster is processed quickly. */
const SUSPECT = new RegExp(
  [
    SIGN,
    '[ƒŽŠšŸÆæç–—•·“”]',
    String.raw`[ìòøùèÌÒØÙÈ]\p{L}`,
    '[À-ÖØ-öø-ÿ](?:[ .-]?[À-ÖØ-öø-ÿ]){3}',
    String.raw`[A-Za-z][\p{Script=Cyrillic}\p{Script=Greek}]`,
  ].join('|'),
  'u',
)

/** For each encoding in which a text may have been read, the signs of its upper half by their bytes. */
const READ = Object.values(UPPER_HALVES).map((half) => new Map([...half].map((sign, index) => [sign, index])))
const SAVED = Object.values(SAVED_HALVES)

const SMALL = /\p{Ll}/u
const CAPITAL = /\p{Lu}/u
/** Matches letters that names have. */
const SOUND = /(?![ªºⁿƒÿŸŀĿŉ])\p{Script=Latin}/u

/** Tells whether a letter of a text has the size of those beside it. */
function fits(text: readonly string[], at: number): boolean {
  const [first, before, letter, after, next] = [-2, -1, 0, 1, 2].map((by) => text[at + by] ?? ' ') as [
    string,
    string,
    string,
    string,
    string,
  ]
  if (SMALL.test(before)) return SMALL.test(letter)
  if (CAPITAL.test(before)) {
    if (SMALL.test(after)) return SMALL.test(letter)
    // A word of two letters can be written in both ways.
    return !(CAPITAL.test(first) || CAPITAL.test(after)) || CAPITAL.test(letter) || letter === 'ß'
  }
  return !CAPITAL.test(after) || (CAPITAL.test(letter) && !SMALL.test(next))
}

/** Tells whether a text is one that can be a name in the encoding in which it may have been saved. */
function soundAs(signs: readonly string[], bytes: readonly (number | undefined)[], half: string): boolean {
  const text = signs.map((sign, at) => (bytes[at] === undefined ? sign : half[bytes[at]]!))
  const isSound = text.every((sign, at) => sign === signs[at] || (SOUND.test(sign) && fits(text, at)))
  return isSound && !isStrange(text.join(''))
}

/** Returns true for a name that is strange, and that is a sound one in another encoding. */
export function isMisread(name: string): boolean {
  if (!SUSPECT.test(name)) return false
  if (ACCENTS_ONLY.test(name)) return true
  for (const [word] of name.matchAll(WORD)) if (SIGNS_AND_ACCENTS.test(word)) return true
  if (!isStrange(name)) return false
  const signs = [...name]
  return READ.some((table) => {
    const bytes = signs.map((sign) => (sign < '\u0080' ? undefined : (table.get(sign) ?? -1)))
    return !bytes.includes(-1) && SAVED.some((half) => soundAs(signs, bytes, half))
  })
}

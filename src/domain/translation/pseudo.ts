/** A language that nobody speaks, to see where words do not fit, and which were never put into a text. */
import type { Scenario } from '../scenario/schema'
import { eachText } from '../scenario/texts'

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    'aàbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoôpþqɋrŕsštţuûvṽwŵxẋyýzžAÀBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÔPÞQɊRŔSŠTŢUÛVṼWŴXẊYÝZŽ',
  ).reduce<[string, string][]>(
    (pairs, sign, i, all) => (i % 2 === 0 ? [...pairs, [sign, all[i + 1]!]] : pairs),
    [],
  ),
)

/** What is kept letter for letter: placeholders. */
const KEPT = /(\{[\p{L}\p{N}_-]*\})/u

/** Vowels are about two letters in five: each twice makes a text longer by that much. */
const pseudoWords = (words: string): string =>
  Array.from(words.normalize('NFC'), (sign) => {
    const plain = sign.normalize('NFD')[0]!
    const accented = ACCENTS[sign] ?? ACCENTS[plain] ?? sign
    return /[aeiouyAEIOUY]/.test(plain) ? accented + accented.toLowerCase() : accented
  }).join('')

const inside = (text: string): string =>
  text
    .split(KEPT)
    .map((part, i) => (i % 2 === 1 ? part : pseudoWords(part)))
    .join('')

/**
 * A text in the pseudo language: accented, about forty percent longer, in square brackets. Placeholders, emphasis, lists
 * and line breaks stay, and words that a cue marks still stand in their line.
 * @param text in any language
 * @param bracketed whether it stands alone; marked words stand in another text
 */
export const inPseudoLanguage = (text: string, bracketed = true): string => {
  const words = inside(text)
  if (!bracketed) return words
  // A list begins with its first line, and ends with its last.
  return words.startsWith('- ') ? `- ⟦${words.slice(2)}⟧` : `⟦${words}⟧`
}

/**
 * A scenario in the pseudo language, in each of its languages.
 * @param scenario a whole one; it is not changed
 * @returns one that plays in the same way
 */
export function pseudoScenario(scenario: Scenario): Scenario {
  const copy = JSON.parse(JSON.stringify(scenario)) as Scenario
  eachText(copy, (text, place) => {
    if (typeof text === 'string') return
    const alone = place.keys.at(-1) !== 'phrase'
    for (const language of Object.keys(text)) {
      ;(text as Record<string, string>)[language] = inPseudoLanguage(text[language]!, alone)
    }
  })
  return copy
}

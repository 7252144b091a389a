/**
 * A language that nobody speaks. It shows where longer words do not fit, and which words were never put into a text.
 */
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

/** Placeholders are kept letter for letter. */
const KEPT = /(\{[\p{L}\p{N}_-]*\})/u

/** About two letters in five are vowels. Doubling each of them makes a text longer by that share. */
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
 * Returns a text in the pseudo language: accented, about forty percent longer, and in square brackets. Placeholders,
 * emphasis, lists and line breaks stay, and the phrase of a cue still stands in its text.
 * @param text a text in any language
 * @param bracketed false for the phrase of a cue, which stands within another text
 */
export const inPseudoLanguage = (text: string, bracketed = true): string => {
  const words = inside(text)
  if (!bracketed) return words
  // The brackets of a list stand in its first and its last line.
  return words.startsWith('- ') ? `- ⟦${words.slice(2)}⟧` : `⟦${words}⟧`
}

/**
 * Returns a scenario with all its languages replaced by the pseudo language.
 * @param scenario a scenario without faults; it is not changed
 * @returns a scenario that plays in the same way
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

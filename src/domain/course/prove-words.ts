import { wordsIn, type Picker } from '../scoring/play-habits'
import type { PlayTable, Press } from '../scoring/play-table'
import { byScore } from '../scoring/habits'
import { bayesOfWords, logisticOfWords, type Example } from './classify'
import { tokens } from './first-sight'

/** Models that predict from words alone which replies earn points. */
export const WORD_MODELS = ['bayes', 'logistic'] as const
export type WordModel = (typeof WORD_MODELS)[number]

const LEARNERS = { bayes: bayesOfWords, logistic: logisticOfWords } as const

/**
 * Returns every reply of a contact once. A reply is good if it earns at least half of its points and is not critical.
 */
function repliesOf({ places }: PlayTable, locale: string): Example<readonly string[]>[] {
  const found = new Map<string, Example<readonly string[]>>()
  for (const { scene, presses, critical } of places) {
    for (const { say, event, earned, possible, to } of presses) {
      if (say === undefined) continue
      const harms = !critical && places[to]?.critical === true
      if (possible === 0 && !harms) continue
      const good = !harms && earned / possible >= 0.5
      // Classifiers tell attacks; here good replies stand in their place.
      found.set(`${scene}/${event}`, { attack: good, seen: tokens(wordsIn(say, locale)) })
    }
  }
  return [...found.values()]
}

/**
 * Builds pickers that choose replies by their words. The picker of a contact has learned from the replies of all other
 * contacts except its twin.
 * @returns one picker for each model, by contact
 */
export function wordPickers(
  tables: readonly PlayTable[],
  twins: ReadonlyMap<string, string>,
  locale: string,
): Picker[][] {
  const replies = tables.map((table) => repliesOf(table, locale))
  return tables.map(({ id }) => {
    const known = replies.filter((_, i) => tables[i]!.id !== id && tables[i]!.id !== twins.get(id)).flat()
    return WORD_MODELS.map((model): Picker => {
      const says = LEARNERS[model](known)
      const worth = new Map<string, number>()
      const worthOf = ({ say }: Press): number => {
        const words = wordsIn(say!, locale)
        const found = worth.get(words) ?? says(tokens(words))
        worth.set(words, found)
        return found
      }
      return (shown) => byScore(shown, worthOf)
    })
  })
}

import type { CompiledScenario } from '../run'
import {
  bayesOfNumbers,
  bayesOfWords,
  logisticOfWords,
  nearest,
  threshold,
  type Classifier,
} from './classify'
import { firstSights, TEXT_PLACES, type FirstSight, type TextPlace } from './first-sight'

/** If a classifier tells a greater share of the contacts, too much is visible before the first decision. */
export const MOST_TOLD = 0.65

/** The success of one simple classifier with contacts that it did not learn from. */
export interface Told {
  /**
   * `number` looks at a single count, `nearest`, `nearest-three` and `bayes` at all counts, the others at the words in
   * one place.
   */
  readonly by: 'number' | 'nearest' | 'nearest-three' | 'bayes' | 'word-bayes' | 'word-logistic'
  /** The name of the number or the place of the words; `undefined` for all numbers together. */
  readonly what: string | undefined
  /** The language of the words and lengths that it looks at. */
  readonly locale: string | undefined
  /** The share of contacts whose truth it tells, 0 to 1. A contact that it can't tell counts half. */
  readonly right: number
  /** The ids of the contacts whose truth it tells. */
  readonly tells: readonly string[]
}

export interface LeakProof {
  readonly contacts: number
  /** The number of contacts that have a twin in the course. */
  readonly twins: number
  /** The results of all classifiers, the best first. */
  readonly told: readonly Told[]
}

/** Leaves out each contact once, together with its twin, and rates it by what was learned from the others. */
function leaveOneOut<T>(
  sights: readonly FirstSight[],
  classifier: Classifier<T>,
  see: (sight: FirstSight) => T,
): Pick<Told, 'right' | 'tells'> {
  const examples = sights.map((sight) => ({ sight, attack: sight.attack, seen: see(sight) }))
  let right = 0
  const tells: string[] = []
  for (const { sight, attack, seen } of examples) {
    const known = examples.filter(
      ({ sight: { scenario } }) => scenario !== sight.scenario && scenario !== sight.twin,
    )
    const says = classifier(known)(seen)
    if (says === 0) right += 0.5
    else if (says > 0 === attack) {
      right += 1
      tells.push(sight.scenario)
    }
  }
  return { right: right / Math.max(1, sights.length), tells }
}

/**
 * Returns the names of the numbers that differ within a pool. Of several that always have the same values, only the
 * first is kept.
 */
function namesOf(sights: readonly FirstSight[]): string[] {
  const names = [...new Set(sights.flatMap(({ numbers }) => [...numbers.keys()]))]
  const seen = new Set<string>()
  return names.filter((name) => {
    const values = sights.map(({ numbers }) => numbers.get(name) ?? 0)
    const column = values.join()
    if (new Set(values).size < 2 || seen.has(column)) return false
    seen.add(column)
    return true
  })
}

const ofNumbers = (sights: readonly FirstSight[]): Omit<Told, 'locale'>[] => {
  const names = namesOf(sights)
  const number = (sight: FirstSight, name: string) => sight.numbers.get(name) ?? 0
  const all = (sight: FirstSight) => names.map((name) => number(sight, name))
  return [
    ...names.map((what) => ({
      by: 'number' as const,
      what,
      ...leaveOneOut(sights, threshold, (sight) => number(sight, what)),
    })),
    { by: 'nearest', what: undefined, ...leaveOneOut(sights, nearest(1), all) },
    { by: 'nearest-three', what: undefined, ...leaveOneOut(sights, nearest(3), all) },
    { by: 'bayes', what: undefined, ...leaveOneOut(sights, bayesOfNumbers, all) },
  ]
}

const ofWords = (sights: readonly FirstSight[]): Omit<Told, 'locale'>[] =>
  TEXT_PLACES.flatMap((what) => {
    const words = (sight: FirstSight) => sight.words.get(what as TextPlace) ?? []
    return [
      { by: 'word-bayes' as const, what, ...leaveOneOut(sights, bayesOfWords, words) },
      { by: 'word-logistic' as const, what, ...leaveOneOut(sights, logisticOfWords, words) },
    ]
  })

/**
 * Tries to tell attacks from genuine contacts by what is visible before the first decision: by each number with a
 * threshold, by all numbers with nearest neighbours and naive Bayes, and by the words in each place. Each contact is
 * left out once, together with its twin, from which it can't differ.
 * @param ordered true if trainees meet the contacts in this order
 */
export function proveLeaks(scenarios: readonly CompiledScenario[], ordered: boolean): LeakProof {
  const locales = [...new Set(scenarios.flatMap(({ scenario }) => Object.keys(scenario.title)))]
  const told: Told[] = []
  const known = new Set<string>()
  for (const locale of locales) {
    const sights = firstSights(scenarios, ordered, locale)
    for (const one of [...ofNumbers(sights), ...ofWords(sights)]) {
      // A result that does not depend on the language is kept once.
      const key = `${one.by}/${one.what}/${one.right}/${one.tells.join()}`
      if (known.has(key)) continue
      known.add(key)
      told.push({ ...one, locale })
    }
  }
  const [first] = locales
  const sights = firstSights(scenarios, ordered, first ?? '')
  return {
    contacts: scenarios.length,
    twins: sights.filter(({ twin }) => twin !== undefined).length,
    told: told.sort((a, b) => b.right - a.right),
  }
}

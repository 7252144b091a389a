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

/** Above this share what is visible before the first decision tells too much. */
export const MOST_TOLD = 0.65

/** How well one simple classifier tells attacks from genuine contacts that it did not learn from. */
export interface Told {
  /** `number` looks at one count alone, the others at all counts, or at the words in one place. */
  readonly by: 'number' | 'nearest' | 'nearest-three' | 'bayes' | 'word-bayes' | 'word-logistic'
  /** What it looks at: a number's name or a place of words; `undefined` for all numbers together. */
  readonly what: string | undefined
  /** Of the words or lengths that it looks at; `undefined` where they don't matter. */
  readonly locale: string | undefined
  /** Share of the contacts that it tells, 0 to 1; one that it can't tell counts half. */
  readonly right: number
  /** Ids of the contacts whose truth it tells. */
  readonly tells: readonly string[]
}

export interface LeakProof {
  readonly contacts: number
  /** Of these have a twin in the course. */
  readonly twins: number
  /** Each classifier, the best first. */
  readonly told: readonly Told[]
}

/** Leaves each contact out, with its twin, and asks what was learned from the others. */
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

/** Names of the numbers that differ within a pool, of several that always go together the first. */
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
 * Tries to tell attacks from genuine contacts by what is visible before the first decision: each number with a threshold,
 * all of them by naive Bayes and by likeness, and the words in each place. Each contact is left out once, with its twin,
 * which it can't differ from.
 * @param ordered whether a trainee meets the contacts in this order
 */
export function proveLeaks(scenarios: readonly CompiledScenario[], ordered: boolean): LeakProof {
  const locales = [...new Set(scenarios.flatMap(({ scenario }) => Object.keys(scenario.title)))]
  const told: Told[] = []
  const known = new Set<string>()
  for (const locale of locales) {
    const sights = firstSights(scenarios, ordered, locale)
    for (const one of [...ofNumbers(sights), ...ofWords(sights)]) {
      // What does not depend on the language says the same in each.
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

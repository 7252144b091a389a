import { cuesShown, listNodes } from './nodes'
import type { Scenario } from './schema'

type Difficulty = Scenario['difficulty']

/**
 * After the table of the NIST Phish Scale (Steves, Greene and Theofanos, Categorizing Human Phishing Difficulty: A Phish
 * Scale, Journal of Cybersecurity 2020; Dawkins and Jacobs, NIST Phish Scale User Guide, NIST TN 2276, 2023): 1 is its
 * "least difficult", 2 its "moderately to least difficult", 3 its "moderately difficult", 4 and 5 its "very difficult".
 *
 * Adapted, since it rates a phishing mail, and here are calls, chats and genuine contacts too: the split of "very
 * difficult" is ours, 5 being the corner with few cues and a high fit. Cues are not counted by its list for mail (few up
 * to 8, some 9 to 14, many from 15) but weighed, see `countCues`. The fit of the premise is judged by the author as low,
 * medium or high, not added up from its five elements of 0 to 8 points (up to 10, 11 to 17, from 18).
 */
const RATING: Readonly<
  Record<Difficulty['cues'], Readonly<Record<Difficulty['premise'], 1 | 2 | 3 | 4 | 5>>>
> = {
  many: { low: 1, medium: 3, high: 3 },
  some: { low: 2, medium: 3, high: 4 },
  few: { low: 3, medium: 4, high: 5 },
}

/**
 * Rates how hard a scenario is to see through: the fewer cues there are and the better the premise fits the trainee's
 * work, the harder. A genuine contact is rated by the cues that show it to be genuine.
 * @returns 1 (easy) to 5 (hard)
 */
export const difficultyOf = ({ cues, premise }: Difficulty): 1 | 2 | 3 | 4 | 5 => RATING[cues][premise]

/** From which strength together on cues are some, and many. Ours, not the Phish Scale's. */
const SOME = 8
const MANY = 20

export interface CountedCues {
  /** Different cues that some beat shows and that tell the truth. */
  readonly count: number
  /** Their strengths together. */
  readonly strength: number
  /** What the header's `cues` should say by that. */
  readonly amount: Difficulty['cues']
}

/** Weighs the cues that tell the truth about a scenario: warnings in an attack, reassuring ones in a genuine contact. */
export function countCues(scenario: Pick<Scenario, 'cues' | 'truth' | 'machine'>): CountedCues {
  const shown = cuesShown(listNodes(scenario))
  const kind = scenario.truth === 'attack' ? 'warning' : 'reassuring'
  const telling = Object.entries(scenario.cues).filter(([id, cue]) => cue.kind === kind && shown.has(id))
  const strength = telling.reduce((sum, [, cue]) => sum + cue.strength, 0)
  const amount = strength >= MANY ? 'many' : strength >= SOME ? 'some' : 'few'
  return { count: telling.length, strength, amount }
}

import { cuesShown, listNodes } from './nodes'
import type { Scenario } from './schema'

type Difficulty = Scenario['difficulty']

/**
 * The rating by cues and premise, after the table of the NIST Phish Scale (Steves, Greene and Theofanos, Categorizing
 * Human Phishing Difficulty: A Phish Scale, Journal of Cybersecurity 2020; Dawkins and Jacobs, NIST Phish Scale User
 * Guide, NIST TN 2276, 2023): 1 is its "least difficult", 2 its "moderately to least difficult", 3 its "moderately
 * difficult", 4 and 5 its "very difficult".
 *
 * The scale rates phishing mails and is adapted to calls, chats and genuine contacts. The split of "very difficult" is
 * ours; 5 is the corner with few cues and a high fit. Cues are not counted by its list for mail (few up to 8, some 9 to
 * 14, many from 15) but weighed, see `countCues`. Authors judge the fit of the premise as low, medium or high, instead
 * of adding up its five elements of 0 to 8 points (up to 10, 11 to 17, from 18).
 */
const RATING: Readonly<
  Record<Difficulty['cues'], Readonly<Record<Difficulty['premise'], 1 | 2 | 3 | 4 | 5>>>
> = {
  many: { low: 1, medium: 3, high: 3 },
  some: { low: 2, medium: 3, high: 4 },
  few: { low: 3, medium: 4, high: 5 },
}

/**
 * Rates how hard it is to recognise the truth of a scenario. Fewer cues and a premise that fits the trainee's work
 * better make it harder. A genuine contact is rated by the cues that show it to be genuine.
 * @returns 1 (easy) to 5 (hard)
 */
export const difficultyOf = ({ cues, premise }: Difficulty): 1 | 2 | 3 | 4 | 5 => RATING[cues][premise]

/** The total strength from which cues count as some, and as many. These bounds are ours, not the Phish Scale's. */
const SOME = 8
const MANY = 20

export interface CountedCues {
  /** The number of different cues that some beat shows and that tell the truth. */
  readonly count: number
  /** The sum of their strengths. */
  readonly strength: number
  /** The value that the header's `cues` should have for this strength. */
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

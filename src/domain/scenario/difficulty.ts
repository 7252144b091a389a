import type { Scenario } from './schema'

const CUES = { many: 0, some: 1, few: 2 } as const
const PREMISE = { low: 0, medium: 1, high: 2 } as const

/**
 * Rates how hard a scenario is to see through, after the two inputs of the NIST Phish Scale: the fewer the cues and
 * the better the premise fits the trainee's work, the harder.
 * @returns 1 (easy) to 5 (hard)
 */
export function difficultyOf({ cues, premise }: Scenario['difficulty']): 1 | 2 | 3 | 4 | 5 {
  return (1 + CUES[cues] + PREMISE[premise]) as 1 | 2 | 3 | 4 | 5
}

import type { CompiledScenario } from '../run'
import { BOTS, playBot, type Bot } from '../scoring/bots'
import { SKILLS, type Chance } from './chance'
import { courseResult, type CourseResult } from './result'
import { chanceOf } from './rule'
import type { Course } from './schema'

export interface CourseProof {
  readonly course: string
  readonly modules: number
  /** Share of modules that are attacks, 0 to 1. */
  readonly attackShare: number
  readonly bots: readonly { readonly bot: Bot; readonly seed: number; readonly result: CourseResult }[]
  readonly botsThatPass: readonly Bot[]
  /** What the course's rule makes of people by their skill, in one round and in those allowed in its window of days. */
  readonly chances: readonly Chance[]
}

const SEEDS = 50

/**
 * Plays a whole course by each habit, `random` with fifty seeds.
 * @param scenarios the course's scenarios in order
 */
export function proveCourse(course: Course, scenarios: readonly CompiledScenario[]): CourseProof {
  const play = (bot: Bot, seed: number) => {
    const results = scenarios.flatMap((compiled, i) => {
      const score = playBot(compiled, bot, seed * 1009 + i)
      return score ? [{ ...score, scenario: compiled.scenario.id }] : []
    })
    return { bot, seed, result: courseResult(course, results) }
  }
  const bots = BOTS.flatMap((bot) =>
    bot === 'random' ? Array.from({ length: SEEDS }, (_, seed) => play(bot, seed + 1)) : [play(bot, 1)],
  )
  const attacks = scenarios.filter(({ scenario }) => scenario.truth === 'attack').length
  return {
    course: course.id,
    modules: scenarios.length,
    attackShare: attacks / Math.max(1, scenarios.length),
    bots,
    chances: SKILLS.map((dPrime) =>
      chanceOf(course, { attacks, legitimate: scenarios.length - attacks }, dPrime),
    ),
    botsThatPass: [...new Set(bots.filter(({ result }) => result.passed).map(({ bot }) => bot))],
  }
}

import type { CompiledScenario } from '../run'
import { sequentialRoundChance, SKILLS, type Chance } from './chance'
import { mostContacts, sequentialRuleOf } from './result'
import { chanceOf, type TruthCounts } from './rule'
import type { Course } from './schema'
import { rightShare, type SequentialRule } from './sequential'

/** Whoever has no more skill than this may pass in at most `MOST_UNSKILLED` over all rounds. */
export const UNSKILLED = 0.5
export const MOST_UNSKILLED = 0.05
/** Whoever has this skill must pass in at least `LEAST_SKILLED`. */
export const SKILLED = 2.5
export const LEAST_SKILLED = 0.9

/** What a course's rule makes of people of one skill, with what its pool makes of them. */
export interface SkillChance extends Chance {
  /** The same over all rounds for somebody who knows each contact that they met before. */
  readonly remembering: number
  /** The chance of one round if the pool were as large as the rule would have it. */
  readonly fullPool: number
}

export interface TableProof {
  readonly rule: Course['rule']['kind']
  readonly rounds: Course['rounds']
  /** Contacts of a round at most, and contacts that there are. */
  readonly most: number
  readonly pool: number
  /** Contacts that the rule would have at most. */
  readonly wanted: number
  readonly skills: readonly SkillChance[]
}

/**
 * Over several rounds, when contacts that were met before are right for certain. Contacts not met come first, so that of
 * each round the first are new, as many as are left of the pool.
 */
function rememberingAll(course: Course, test: SequentialRule, dPrime: number): number {
  const p = rightShare(dPrime)
  const pool = course.modules.length
  let passed = 0
  let met = new Map<number, number>([[0, 1]])
  for (let round = 0; round < course.rounds.most; round += 1) {
    const next = new Map<number, number>()
    for (const [known, weight] of met) {
      const { pass, failedAfter } = sequentialRoundChance(test, (contact) => (contact < pool - known ? p : 1))
      passed += weight * pass
      failedAfter.forEach((chance, contacts) => {
        if (chance === 0) return
        const more = Math.min(pool, known + contacts)
        next.set(more, (next.get(more) ?? 0) + weight * chance)
      })
    }
    met = next
  }
  return passed
}

/** The table of chances to pass by skill, from the course's own numbers. */
export function proveTable(course: Course, scenarios: readonly CompiledScenario[]): TableProof {
  const { rule, rounds, modules } = course
  const attacks = scenarios.filter(({ scenario }) => scenario.truth === 'attack').length
  const counts: TruthCounts = { attacks, legitimate: scenarios.length - attacks }
  const test = sequentialRuleOf(course)
  const wanted = rule.kind === 'sequential' ? rule.most : modules.length
  const larger = { ...course, modules: Array.from({ length: Math.max(wanted, modules.length) }, String) }
  return {
    rule: rule.kind,
    rounds,
    most: mostContacts(course),
    pool: modules.length,
    wanted,
    skills: SKILLS.map((dPrime) => {
      const chance = chanceOf(course, counts, dPrime)
      // The deck of a fixed rule is the same in each round: whoever knows it passes the second.
      const knowsDeck = rounds.most > 1 ? 1 : chance.oneRound
      const remembering = test ? rememberingAll(course, test, dPrime) : knowsDeck
      return { ...chance, remembering, fullPool: chanceOf(larger, counts, dPrime).oneRound }
    }),
  }
}

import type { CompiledScenario } from '../run'
import { sequentialRoundChance, SKILLS, type Chance } from './chance'
import { mostContacts, sequentialRuleOf } from './pass-rule'
import { chanceOf, type TruthCounts } from './rule-facts'
import type { Course } from './schema'
import { rightShare, type SequentialRule } from './sequential'

/** People with this skill or less may pass with a probability of at most `MOST_UNSKILLED` over all rounds. */
export const UNSKILLED = 0.5
export const MOST_UNSKILLED = 0.05
/** People with this skill or more must pass with a probability of at least `LEAST_SKILLED`. */
export const SKILLED = 2.5
export const LEAST_SKILLED = 0.9

/** The chances of people with one skill under a course's rule, with the effect of its pool. */
export interface SkillChance extends Chance {
  /** The probability of passing over all rounds for a person who knows every contact that they met before. */
  readonly remembering: number
  /** The probability of passing one round if the pool were as large as the rule allows rounds to be. */
  readonly fullPool: number
}

export interface TableProof {
  readonly rule: Course['rule']['kind']
  readonly rounds: Course['rounds']
  /** The most contacts of a round; `pool` is the number of contacts in the course. */
  readonly most: number
  readonly pool: number
  /** The most contacts of a round that the rule allows. */
  readonly wanted: number
  readonly skills: readonly SkillChance[]
}

/**
 * Computes the probability of passing over several rounds if contacts that were met before are always right. Contacts
 * that were not met come first, so that a round begins with as many new ones as the pool still has.
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

/** Computes the chances of passing by skill, from the course's own numbers. */
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
      // The deck of a fixed rule is the same in each round, so that a person who knows it passes the second.
      const knowsDeck = rounds.most > 1 ? 1 : chance.oneRound
      const remembering = test ? rememberingAll(course, test, dPrime) : knowsDeck
      return { ...chance, remembering, fullPool: chanceOf(larger, counts, dPrime).oneRound }
    }),
  }
}

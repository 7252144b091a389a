import { fixedChance, sequentialChance, type Chance } from './chance'
import { mostContacts, sequentialRuleOf, type RuledCourse } from './pass-rule'
import type { Course, FixedRule } from './schema'

/**
 * The version of each rule. It is raised when a rule would decide otherwise over the same outcomes; a certificate names
 * the version by which it was earned.
 *
 * fixed 1: shares of attacks stopped and of genuine contacts turned away. fixed 2: also the share of attacks reported.
 * sequential 1: the test of `sequential.ts`.
 */
export const RULE_VERSIONS = { fixed: 2, sequential: 1 } as const

/** The numbers of attacks and of genuine contacts in a course. */
export interface TruthCounts {
  readonly attacks: number
  readonly legitimate: number
}

/** The skills (d′) for which a fixed rule's error rates are stated. A sequential rule names its own. */
const HARDLY = 0.5
const WELL = 2.5

/**
 * Computes the chances of people with one skill under a course's rule, in one round and over the rounds allowed in its
 * window. The bar for reports is left out; it can only make passing rarer.
 */
export function chanceOf(
  course: RuledCourse & Pick<Course, 'rounds'>,
  counts: TruthCounts,
  dPrime: number,
): Chance {
  const test = sequentialRuleOf(course)
  const { most } = course.rounds
  return test
    ? sequentialChance(test, dPrime, most)
    : fixedChance(counts, course.rule as FixedRule, dPrime, most)
}

/** Facts about a course's rule for people who rely on its certificates. */
export interface RuleFacts {
  readonly kind: Course['rule']['kind']
  readonly version: number
  /** The number of contacts in a round: the whole deck, or the most that the rule allows. */
  readonly contacts: number
  readonly reportShare: number
  readonly rounds: Course['rounds']
  /** The chances of a person who hardly tells attacks from genuine contacts. */
  readonly hardly: Chance
  /** The chances of a person who tells them well. */
  readonly well: Chance
}

/** Returns the rule of a course with its error rates. */
export function ruleFacts(course: RuledCourse & Pick<Course, 'rounds'>, counts: TruthCounts): RuleFacts {
  const { rule, rounds } = course
  const skills = rule.kind === 'sequential' ? [rule.unskilled, rule.skilled] : [HARDLY, WELL]
  const [hardly, well] = skills.map((dPrime) => chanceOf(course, counts, dPrime)) as [Chance, Chance]
  return {
    kind: rule.kind,
    version: RULE_VERSIONS[rule.kind],
    contacts: mostContacts(course),
    reportShare: rule.reportShare,
    rounds,
    hardly,
    well,
  }
}

import { fixedChance, sequentialChance, type Chance } from './chance'
import { mostContacts, sequentialRuleOf, type RuledCourse } from './result'
import type { Course, FixedRule } from './schema'

/**
 * Raised when a rule would decide otherwise over the same outcomes; a certificate names the one that it was earned by.
 *
 * fixed 1: shares of attacks stopped and of genuine contacts turned away. fixed 2: besides, the share of attacks reported.
 * sequential 1: the test of `sequential.ts`.
 */
export const RULE_VERSIONS = { fixed: 2, sequential: 1 } as const

/** How many contacts of a course are attacks, and how many are not. */
export interface TruthCounts {
  readonly attacks: number
  readonly legitimate: number
}

/** d′ of whom the words about a fixed rule speak; a sequential rule names its own. */
const HARDLY = 0.5
const WELL = 2.5

/**
 * What a course's rule makes of people of one skill, in one round and over the rounds that it allows in its window. That
 * reports are asked for is not looked at: it can only make passing rarer.
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

/** What there is to say of a course's rule to those who rely on it. */
export interface RuleFacts {
  readonly kind: Course['rule']['kind']
  readonly version: number
  /** Contacts of a round: all of the deck, or at most so many. */
  readonly contacts: number
  readonly reportShare: number
  readonly rounds: Course['rounds']
  /** Somebody who hardly tells attacks from genuine contacts. */
  readonly hardly: Chance
  /** Somebody who tells them well. */
  readonly well: Chance
}

/** The rule of a course with its error rates. */
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

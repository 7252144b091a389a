import type { Disposition } from '../scenario/vocabulary'
import type { Outcome } from '../scoring/score'
import type { Course, FixedRule } from './schema'
import { sequentialRound, sequentialRule, type SequentialRule } from './sequential'

/** A finished, assessed attempt, as far as a course looks at it. */
export interface ModuleResult {
  readonly scenario: string
  readonly outcome: Outcome
  readonly disposition: Disposition
  readonly critical: readonly string[]
  readonly earned: number
  readonly possible: number
}

export interface CourseResult {
  /** How many contacts count. */
  readonly contacts: number
  readonly attacks: number
  readonly hits: number
  /** Attacks that ended with a report. */
  readonly reported: number
  readonly legitimate: number
  readonly falseAlarms: number
  readonly critical: readonly string[]
  /** Earned / possible over all contacts that count, 0 to 1; `null` while nothing was assessed. */
  readonly ratio: number | null
  /** Whether the round is over. */
  readonly complete: boolean
  readonly passed: boolean
}

/** What a course's rule looks at. */
export type RuledCourse = Pick<Course, 'modules' | 'rule'>

const isReported = ({ outcome, disposition }: ModuleResult): boolean =>
  disposition === 'reported' && (outcome === 'hit' || outcome === 'miss')

function counts(counted: readonly ModuleResult[]): Omit<CourseResult, 'complete' | 'passed'> {
  const having = (...outcomes: Outcome[]) => counted.filter((r) => outcomes.includes(r.outcome)).length
  const possible = counted.reduce((sum, result) => sum + result.possible, 0)
  const earned = counted.reduce((sum, result) => sum + result.earned, 0)
  return {
    contacts: counted.length,
    attacks: having('hit', 'miss'),
    hits: having('hit'),
    reported: counted.filter(isReported).length,
    legitimate: having('correct-service', 'false-alarm'),
    falseAlarms: having('false-alarm'),
    critical: [...new Set(counted.flatMap((result) => result.critical))],
    ratio: possible === 0 ? null : earned / possible,
  }
}

function fixedResult(
  modules: readonly string[],
  rule: FixedRule,
  results: readonly ModuleResult[],
): CourseResult {
  const counted = modules.flatMap((id) => results.find((result) => result.scenario === id) ?? [])
  const sums = counts(counted)
  const { attacks, hits, reported, legitimate, falseAlarms, critical } = sums
  const complete = counted.length === modules.length
  const passed =
    complete &&
    (attacks === 0 || hits / attacks >= rule.hitRate) &&
    (attacks === 0 || reported / attacks >= rule.reportShare) &&
    (legitimate === 0 || falseAlarms / legitimate <= rule.falseAlarmRate) &&
    critical.length === 0
  return { ...sums, complete, passed }
}

/** The most contacts that a round can have: the whole pool where that is smaller than the rule allows. */
export const mostContacts = ({ modules, rule }: RuledCourse): number =>
  rule.kind === 'fixed' ? modules.length : Math.min(rule.most, modules.length)

/** The sequential test of a course, or `undefined` for another rule. A pool that is used up ends it as its last contact does. */
export function sequentialRuleOf(course: RuledCourse): SequentialRule | undefined {
  const { rule } = course
  if (rule.kind === 'fixed') return undefined
  const test = sequentialRule(rule)
  return { ...test, most: mostContacts(course) }
}

/**
 * Applies a course's pass rule to a round. Fixed: every contact of the deck was met, the shares of attacks stopped and
 * of attacks reported reach their bars, that of genuine contacts turned away stays within its bar, and nothing critical
 * was done. Sequential: the test ended with a pass, see `sequentialRound`; a round that ended undecided is not passed.
 * @param results the attempts of one round that count, at most one for each scenario, in the order in which they were
 *   begun; practice does not belong here
 * @returns rates as counts. By the sequential rule what came after the decision does not count.
 */
export function courseResult(course: RuledCourse, results: readonly ModuleResult[]): CourseResult {
  const { modules, rule } = course
  if (rule.kind === 'fixed') return fixedResult(modules, rule, results)
  const { state, contacts } = sequentialRound(
    sequentialRuleOf(course)!,
    results.map((result) => ({
      outcome: result.outcome,
      critical: result.critical.length > 0,
      reported: isReported(result),
    })),
  )
  return {
    ...counts(results.slice(0, contacts)),
    complete: state !== 'going-on',
    passed: state === 'passed',
  }
}

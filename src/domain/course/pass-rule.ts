import type { Disposition } from '../scenario/vocabulary'
import type { Outcome } from '../scoring/score'
import type { Course, FixedRule } from './schema'
import { sequentialRound, sequentialRule, type SequentialRule } from './sequential'

/** A finished, assessed attempt with the facts that a course's rule needs. */
export interface ModuleResult {
  readonly scenario: string
  readonly outcome: Outcome
  readonly disposition: Disposition
  readonly critical: readonly string[]
  readonly earned: number
  readonly possible: number
}

export interface CourseResult {
  /** The number of contacts that count. */
  readonly contacts: number
  readonly attacks: number
  readonly hits: number
  /** The number of attacks that ended with a report. */
  readonly reported: number
  readonly legitimate: number
  readonly falseAlarms: number
  readonly critical: readonly string[]
  /** Earned divided by possible points over all contacts that count, 0 to 1; `null` while nothing was assessed. */
  readonly ratio: number | null
  /** True if the round is over. */
  readonly complete: boolean
  readonly passed: boolean
}

/** The properties of a course that decide whether it is passed. */
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

/** Returns the most contacts that a round can have: the whole pool if that is smaller than the rule allows. */
export const mostContacts = ({ modules, rule }: RuledCourse): number =>
  rule.kind === 'fixed' ? modules.length : Math.min(rule.most, modules.length)

/**
 * Returns the sequential test of a course; `undefined` for another rule. The test ends with the last contact of the
 * pool, if that comes before the rule's limit.
 */
export function sequentialRuleOf(course: RuledCourse): SequentialRule | undefined {
  const { rule } = course
  if (rule.kind === 'fixed') return undefined
  const test = sequentialRule(rule)
  return { ...test, most: mostContacts(course) }
}

/**
 * Applies a course's pass rule to a round. A fixed rule is passed if every contact of the deck was met, the shares of
 * attacks stopped and of attacks reported reach their bars, the share of genuine contacts turned away stays within its
 * bar, and no critical act happened. A sequential rule is passed if the test ended with a pass, see `sequentialRound`.
 * A round that ended undecided is not passed.
 * @param results the attempts of one round that count, at most one for each scenario, in the order in which they were
 *   begun; practice does not belong here
 * @returns counts from which rates can be computed. Under the sequential rule, contacts after the decision do not
 *   count.
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

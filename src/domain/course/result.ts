import type { Outcome } from '../scoring/score'
import type { Course } from './schema'

/** A finished, assessed attempt, as far as a course looks at it. */
export interface ModuleResult {
  readonly scenario: string
  readonly outcome: Outcome
  readonly critical: readonly string[]
  readonly earned: number
  readonly possible: number
}

export interface CourseResult {
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly falseAlarms: number
  readonly critical: readonly string[]
  /** Earned / possible over all modules, 0 to 1; `null` while nothing was assessed. */
  readonly ratio: number | null
  readonly complete: boolean
  readonly passed: boolean
}

/**
 * Applies a course's pass rule: the hit rate reaches its bar, the false-alarm rate stays under its bar, and no
 * critical act happened.
 * @param course the course
 * @param results the attempts of one round that count, at most one for each scenario; practice does not belong here
 * @returns rates as counts; `passed` only when every module has a result
 */
export function courseResult(
  course: Pick<Course, 'modules' | 'pass'>,
  results: readonly ModuleResult[],
): CourseResult {
  const counted = course.modules.flatMap((id) => results.find((result) => result.scenario === id) ?? [])
  const having = (...outcomes: Outcome[]) => counted.filter((r) => outcomes.includes(r.outcome)).length
  const attacks = having('hit', 'miss')
  const hits = having('hit')
  const legitimate = having('correct-service', 'false-alarm')
  const falseAlarms = having('false-alarm')
  const critical = [...new Set(counted.flatMap((result) => result.critical))]
  const possible = counted.reduce((sum, result) => sum + result.possible, 0)
  const earned = counted.reduce((sum, result) => sum + result.earned, 0)
  const complete = counted.length === course.modules.length
  const hitsEnough = attacks === 0 || hits / attacks >= course.pass.hitRate
  const alarmsFew = legitimate === 0 || falseAlarms / legitimate <= course.pass.falseAlarmRate
  return {
    attacks,
    hits,
    legitimate,
    falseAlarms,
    critical,
    ratio: possible === 0 ? null : earned / possible,
    complete,
    passed: complete && hitsEnough && alarmsFew && critical.length === 0,
  }
}

import type { Course } from './schema'
import { courseResult, type CourseResult, type ModuleResult } from './result'

/** A person's assessed attempt at a module of a course. */
export interface RoundAttempt {
  readonly id: string
  readonly scenario: string
  readonly round: number
  readonly startedAt: string
  /** Set when the attempt was given up for a fresh start; it is kept and never counts. */
  readonly setAside: boolean
  /** Present once the attempt has ended. */
  readonly result: Omit<ModuleResult, 'scenario'> | undefined
}

export interface RoundModule {
  readonly scenario: string
  readonly state: 'open' | 'in-progress' | 'done'
  /** The attempt that counts, or the one to continue. */
  readonly attempt: RoundAttempt | undefined
}

export interface RoundState {
  readonly round: number
  readonly modules: readonly RoundModule[]
  readonly result: CourseResult
}

/**
 * Where a person stands in a course. A course is played in rounds: in each, the first finished assessed attempt of
 * every scenario counts. A complete round that did not pass is followed by a new one.
 * @param course the course
 * @param attempts the person's assessed attempts at it, in any order
 * @returns the latest round, round 1 when there is no attempt
 */
export function roundState(course: Course, attempts: readonly RoundAttempt[]): RoundState {
  const round = attempts.reduce((latest, attempt) => Math.max(latest, attempt.round), 1)
  const inRound = attempts
    .filter((attempt) => attempt.round === round && !attempt.setAside)
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
  const modules = course.modules.map((scenario): RoundModule => {
    const own = inRound.filter((attempt) => attempt.scenario === scenario)
    const finished = own.find((attempt) => attempt.result)
    if (finished) return { scenario, state: 'done', attempt: finished }
    const open = own[own.length - 1]
    return { scenario, state: open ? 'in-progress' : 'open', attempt: open }
  })
  const results = modules.flatMap(({ scenario, attempt }) =>
    attempt?.result ? [{ scenario, ...attempt.result }] : [],
  )
  return { round, modules, result: courseResult(course, results) }
}

/**
 * The round in which a new assessed attempt belongs.
 * @returns `undefined` when the scenario already counts in this round and may only be practised
 */
export function roundForNewAttempt(state: RoundState, scenario: string): number | undefined {
  if (state.result.complete) return state.result.passed ? undefined : state.round + 1
  const own = state.modules.find((entry) => entry.scenario === scenario)
  return own && own.state !== 'done' ? state.round : undefined
}

const REFRESHER_DAYS = [7, 30, 135] as const
const DAY_MS = 86_400_000

/**
 * When refreshers of a passed course fall due: after 7 days, 30 days, and before 5 months (135 days).
 * @param passedAtMs when the course was passed, in milliseconds since 1970
 * @returns the same unit, ascending
 */
export function refreshersAfter(passedAtMs: number): number[] {
  return REFRESHER_DAYS.map((days) => passedAtMs + days * DAY_MS)
}

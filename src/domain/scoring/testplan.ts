import {
  contextOf,
  decide,
  scenePath,
  startSession,
  viewOf,
  type CompiledScenario,
  type Session,
} from '../run'
import { error, type Fault } from '../scenario/issue'
import type { TestPlan } from '../scenario/schema'
import { percent, scoreSession } from './score'

/** A scripted run of a test plan. */
export type PlanRun = TestPlan['runs'][number]
export type PlanExpectation = PlanRun['expect']

/** A difference between the expectation and the result of a run. */
export type PlanDifference =
  | { readonly what: 'choice'; readonly number: number; readonly choice: string; readonly scene: string }
  | {
      readonly what: 'scene' | 'disposition' | 'score' | 'passed' | 'flags'
      readonly expected: string
      /** Empty if there is no such value. */
      readonly got: string
    }

export interface PlanResult {
  readonly name: string
  readonly passed: boolean
  readonly differences: readonly PlanDifference[]
}

/**
 * Describes the state of a run as a test plan would expect it.
 * @param session the run
 * @returns its scene and its flags; for a run that has ended also the disposition, whether it passed, and the score in
 *   percent if points were assessed
 */
export function expectationOf(session: Session): PlanExpectation {
  const score = scoreSession(session)
  const percents = percent(score?.ratio ?? null)
  return {
    scene: scenePath(session),
    ...(score ? { disposition: score.disposition } : {}),
    ...(percents === null ? {} : { score: percents }),
    ...(score ? { passed: score.passed } : {}),
    flags: [...contextOf(session).flags].sort(),
  }
}

/**
 * Takes the choices of a run as far as the scenario offers them.
 * @returns the session after them, and the number from 1 of the first choice that is not offered
 */
function follow(
  compiled: CompiledScenario,
  choices: readonly string[],
): { readonly session: Session; readonly refused: number | undefined } {
  let session = startSession(compiled)
  for (const [i, event] of choices.entries()) {
    const next = decide(session, event)
    if (!next) return { session, refused: i + 1 }
    session = next
  }
  return { session, refused: undefined }
}

/**
 * Plays one run of a test plan.
 * @returns all differences; a choice that is not offered is the only one, since the rest can't be played
 */
export function runPlanRun(compiled: CompiledScenario, { name, choices, expect }: PlanRun): PlanResult {
  const { session, refused } = follow(compiled, choices)
  if (refused !== undefined) {
    const at = { number: refused, choice: choices[refused - 1]!, scene: scenePath(session) }
    return { name, passed: false, differences: [{ what: 'choice', ...at }] }
  }
  const got = expectationOf(session)
  const differences: PlanDifference[] = []
  const compare = (what: Exclude<PlanDifference['what'], 'choice'>, expected: unknown, found: unknown) => {
    if (expected !== undefined && expected !== found) {
      differences.push({ what, expected: String(expected), got: String(found ?? '') })
    }
  }
  compare('scene', expect.scene, got.scene)
  compare('disposition', expect.disposition, got.disposition)
  compare('score', expect.score, got.score)
  compare('passed', expect.passed, got.passed ?? false)
  if (expect.flags) compare('flags', [...expect.flags].sort().join(', '), got.flags!.join(', '))
  return { name, passed: differences.length === 0, differences }
}

/**
 * Finds the choices of a test plan that the scenario does not offer when their turn comes, the first of each run.
 * @returns a fault for each, at its place in the plan
 */
export function checkTestPlan(compiled: CompiledScenario, { runs }: TestPlan): Fault[] {
  return runs.flatMap(({ name, choices }, i) => {
    const { session, refused } = follow(compiled, choices)
    if (refused === undefined) return []
    const { ending, choices: offered } = viewOf(session)
    return error('choice-not-offered', ['runs', i, 'choices', refused - 1], {
      what: ending ? 'ended' : 'now',
      run: name,
      number: refused,
      choice: choices[refused - 1]!,
      scene: scenePath(session),
      open: offered.map(({ event }) => event).join(', ') || 'none',
    })
  })
}

/** Plays all runs of a test plan against its scenario. */
export function runTestPlan(compiled: CompiledScenario, plan: TestPlan): PlanResult[] {
  return plan.runs.map((run) => runPlanRun(compiled, run))
}

/**
 * Replaces the expectations of a run by its current results. Values that the run did not expect before are still not
 * expected, nor values that no longer exist, such as the score of a run without points.
 * @returns `undefined` if a choice is no longer offered; such a run has to be played anew
 */
export function takenAsRight(compiled: CompiledScenario, run: PlanRun): PlanRun | undefined {
  const { session, refused } = follow(compiled, run.choices)
  if (refused !== undefined) return undefined
  const { scene, ...got } = expectationOf(session)
  const { expect } = run
  return {
    ...run,
    expect: {
      scene,
      ...(expect.disposition === undefined || got.disposition === undefined
        ? {}
        : { disposition: got.disposition }),
      ...(expect.score === undefined || got.score === undefined ? {} : { score: got.score }),
      ...(expect.passed === undefined ? {} : { passed: got.passed ?? false }),
      ...(expect.flags === undefined ? {} : { flags: got.flags }),
    },
  }
}

import { contextOf, decide, scenePath, startSession, type CompiledScenario, type Session } from '../run'
import type { TestPlan } from '../scenario/schema'
import { percent, scoreSession } from './score'

/** A scripted run of a test plan. */
export type PlanRun = TestPlan['runs'][number]
export type PlanExpectation = PlanRun['expect']

/** What came out otherwise than expected. */
export type PlanDifference =
  | { readonly what: 'choice'; readonly number: number; readonly choice: string; readonly scene: string }
  | {
      readonly what: 'scene' | 'disposition' | 'score' | 'passed' | 'flags'
      readonly expected: string
      /** Empty where there is none. */
      readonly got: string
    }

export interface PlanResult {
  readonly name: string
  readonly passed: boolean
  readonly differences: readonly PlanDifference[]
}

/**
 * What is true of a run where it stands, as a test plan expects it.
 * @param session the run
 * @returns where it stands and the flags that are raised; of one that has ended how, whether it passed, and the score in
 *   percent where points came up
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
 * @returns where it stands then, and the choice that is not offered, from 1
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
 * @returns everything that came out otherwise; a choice that is not offered hides what would have come after it
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

/** Runs the scripted runs of a test plan against its scenario. */
export function runTestPlan(compiled: CompiledScenario, plan: TestPlan): PlanResult[] {
  return plan.runs.map((run) => runPlanRun(compiled, run))
}

/**
 * Takes what comes out now for what is right. What a run did not expect before it does not expect afterwards; of what no
 * longer is, such as the score of a run that has no points any more, nothing is expected.
 * @returns `undefined` where a choice is not offered any more: such a run has to be played anew
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

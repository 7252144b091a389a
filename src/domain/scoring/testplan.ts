import { contextOf, decide, scenePath, startSession, type CompiledScenario } from '../run'
import type { TestPlan } from '../scenario/schema'
import { percent, scoreSession } from './score'

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

/** Runs the scripted runs of a test plan against its scenario. */
export function runTestPlan(compiled: CompiledScenario, plan: TestPlan): PlanResult[] {
  return plan.runs.map(({ name, choices, expect }) => {
    let session = startSession(compiled)
    for (const [i, event] of choices.entries()) {
      const next = decide(session, event)
      if (!next) {
        const refused = { what: 'choice', number: i + 1, choice: event, scene: scenePath(session) } as const
        return { name, passed: false, differences: [refused] }
      }
      session = next
    }
    const score = scoreSession(session)
    const { flags } = contextOf(session)
    const differences: PlanDifference[] = []
    const compare = (what: Exclude<PlanDifference['what'], 'choice'>, expected: unknown, got: unknown) => {
      if (expected !== undefined && expected !== got) {
        differences.push({ what, expected: String(expected), got: String(got ?? '') })
      }
    }
    compare('scene', expect.scene, scenePath(session))
    compare('disposition', expect.disposition, score?.disposition)
    compare('score', expect.score, percent(score?.ratio ?? null))
    compare('passed', expect.passed, score?.passed ?? false)
    if (expect.flags) compare('flags', [...expect.flags].sort().join(', '), [...flags].sort().join(', '))
    return { name, passed: differences.length === 0, differences }
  })
}

import { contextOf, decide, scenePath, startSession, type CompiledScenario } from '../run'
import type { TestPlan } from '../scenario/schema'
import { percent, scoreSession } from './score'

export interface PlanResult {
  readonly name: string
  readonly passed: boolean
  /** What came out otherwise than expected, in words. */
  readonly differences: readonly string[]
}

/** Runs the scripted runs of a test plan against its scenario. */
export function runTestPlan(compiled: CompiledScenario, plan: TestPlan): PlanResult[] {
  return plan.runs.map(({ name, choices, expect }) => {
    let session = startSession(compiled)
    for (const [i, event] of choices.entries()) {
      const next = decide(session, event)
      if (!next) {
        const problem = `Choice ${i + 1}, ‘${event}’, is not possible in the scene ‘${scenePath(session)}’`
        return { name, passed: false, differences: [problem] }
      }
      session = next
    }
    const score = scoreSession(session)
    const { flags } = contextOf(session)
    const differences: string[] = []
    const compare = (what: string, expected: unknown, got: unknown) => {
      if (expected !== undefined && expected !== got) {
        differences.push(`${what}: expected ${String(expected)}, got ${String(got)}`)
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

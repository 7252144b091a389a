/** Checks test plans and what they cover, for many scenarios. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileScenario, decide, startSession, viewOf, type CompiledScenario } from '../../../src/domain/run'
import {
  atOnce,
  expectationOf,
  placeKey,
  runPlanRun,
  searchWay,
  seenOn,
  takenAsRight,
  type PlanRun,
} from '../../../src/domain/scoring'
import { testPlanSchema } from '../../../src/domain/scenario/schema'
import { assess, ending, EVENTS, raise, reply, scenarioArbitrary, scenarioOf, scene } from '../helpers'

const events = fc.array(fc.constantFrom(...EVENTS, 'timeout'), { maxLength: 8 })

/** Returns a run as a play records it. */
function recorded(compiled: CompiledScenario, tried: readonly string[]): PlanRun {
  let session = startSession(compiled)
  const choices: string[] = []
  for (const event of tried) {
    const next = decide(session, event)
    if (!next) continue
    session = next
    choices.push(event)
  }
  return { name: 'recorded', choices, expect: expectationOf(session) }
}

const found = (compiled: CompiledScenario, wanted: string): readonly string[] | undefined =>
  atOnce(searchWay(compiled, wanted))

describe('a recorded run', () => {
  it('is one that a file may hold, and passes on the scenario that it was recorded on', () => {
    fc.assert(
      fc.property(scenarioArbitrary, events, (scenario, tried) => {
        const compiled = compileScenario(scenario)
        const run = recorded(compiled, tried)
        expect(testPlanSchema.safeParse({ scenario: scenario.id, runs: [run] }).error).toBeUndefined()
        expect(runPlanRun(compiled, run)).toEqual({ name: 'recorded', passed: true, differences: [] })
      }),
    )
  })

  it('passes on another scenario once what comes out there is taken as right, or says which choice is gone', () => {
    fc.assert(
      fc.property(scenarioArbitrary, scenarioArbitrary, events, (one, other, tried) => {
        const run = recorded(compileScenario(one), tried)
        const compiled = compileScenario(other)
        const result = runPlanRun(compiled, run)
        const taken = takenAsRight(compiled, run)
        expect(taken === undefined).toBe(result.differences[0]?.what === 'choice')
        if (!taken) return
        expect(runPlanRun(compiled, taken).differences).toEqual([])
        expect(Object.keys(run.expect)).toEqual(expect.arrayContaining(Object.keys(taken.expect)))
        if (result.passed) expect(taken).toEqual(run)
      }),
    )
  })

  it('keeps what was not expected out of what is expected', () => {
    const scenario = (points: number) =>
      compileScenario(
        scenarioOf({
          ask: scene({
            on: { go: { ...reply('Go.'), target: 'end', actions: [assess(points, 2), raise('went')] } },
          }),
          end: ending('refused'),
        }),
      )
    const run: PlanRun = { name: 'x', choices: ['go'], expect: { scene: 'end', score: 100 } }
    expect(takenAsRight(scenario(1), run)).toEqual({ ...run, expect: { scene: 'end', score: 50 } })
    expect(runPlanRun(scenario(1), run).differences).toEqual([{ what: 'score', expected: '100', got: '50' }])
    const full = expectationOf(decide(startSession(scenario(2)), 'go')!)
    expect(full).toEqual({ scene: 'end', disposition: 'refused', score: 100, passed: true, flags: ['went'] })
  })
})

describe('a way to what nobody has seen', () => {
  it('sees it, and is there for whatever any run sees', () => {
    fc.assert(
      fc.property(scenarioArbitrary, events, (scenario, tried) => {
        const compiled = compileScenario(scenario)
        const run = recorded(compiled, tried)
        for (const key of seenOn(startSession(compiled), run.choices)) {
          const way = found(compiled, key)
          expect(way, key).toBeDefined()
          expect(way!.length).toBeLessThanOrEqual(run.choices.length)
          expect(seenOn(startSession(compiled), way!)).toContain(key)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is not there for what nothing leads to', () => {
    const compiled = compileScenario(
      scenarioOf({
        ask: scene({
          on: {
            go: { ...reply('Go.'), target: 'end' },
            never: { ...reply('Never.'), target: 'alone', guard: { type: 'when', params: { flag: 'no' } } },
          },
        }),
        alone: scene({ on: { go: { ...reply('Go.'), target: 'end' } } }),
        end: ending('refused'),
      }),
    )
    expect(viewOf(startSession(compiled)).choices.map(({ event }) => event)).toEqual(['go'])
    expect(found(compiled, placeKey(['machine', 'states', 'alone']))).toBeUndefined()
    expect(found(compiled, placeKey(['machine', 'states', 'ask', 'on', 'never']))).toBeUndefined()
    expect(found(compiled, placeKey(['machine', 'states', 'ask']))).toEqual([])
    expect(found(compiled, placeKey(['machine', 'states', 'end']))).toEqual(['go'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileScenario, contextOf, decide, startSession, viewOf } from '../../../src/domain/run'
import { parseScenario } from '../../../src/domain/scenario/parse'
import { TIMEOUT_EVENT } from '../../../src/domain/scenario/vocabulary'
import { BOTS, percent, playBot, prove, runTestPlan, scoreSession } from '../../../src/domain/scoring'
import { bigScenario } from '../../bench/big-scenario'
import { soundScenario } from '../../fixtures/build'
import {
  assess,
  count,
  ending,
  picksArbitrary,
  raise,
  reply,
  scenarioArbitrary,
  scenarioOf,
  scene,
} from '../helpers'

const sound = () => {
  const parsed = parseScenario(soundScenario())
  if (!parsed.ok) throw new Error(parsed.issues[0]?.code)
  return compileScenario(parsed.scenario)
}

const codes = (states: Parameters<typeof scenarioOf>[0], parts?: Parameters<typeof scenarioOf>[1]) =>
  prove(compileScenario(scenarioOf(states, parts))).issues.map(({ code }) => code)

const stop = { stance: 'refuse', say: { en: 'No.' } } as const

describe('the proof', () => {
  it('counts scenes and ways and gives the range of scores of each ending', () => {
    const proof = prove(sound())
    expect(proof).toMatchObject({
      scenes: 3,
      reachable: 3,
      paths: '2',
      loops: false,
      lowest: 0,
      highest: 100,
      passAttainable: true,
      criticalPathsThatPass: 0,
      withoutSafeExit: [],
      whole: true,
      issues: [],
    })
    expect(proof.endings).toContainEqual({
      scene: 'end-good',
      disposition: 'refused',
      lowest: 100,
      highest: 100,
      canPass: true,
    })
    expect(proof.endings.find(({ scene: name }) => name === 'end-bad')?.canPass).toBe(false)
  })

  it('takes the extreme of the ratio, not of the points', () => {
    // Most points come with 5 of 10; the best ratio is 2 of 2.
    const proof = prove(
      compileScenario(
        scenarioOf({
          start: scene({
            on: {
              much: reply('Much', { target: 'end', actions: [assess(5, 10)] }),
              little: reply('Little', { target: 'end', actions: [assess(2, 2)] }),
              none: reply('None', { target: 'end', actions: [assess(1, 4)] }),
            },
          }),
          end: ending('refused'),
        }),
      ),
    )
    expect(proof).toMatchObject({ lowest: 25, highest: 100, paths: '3' })
  })

  it('sees scenes that guards close, and runs that get stuck', () => {
    const closed = { type: 'when' as const, params: { counter: 'asked', atLeast: 9 } }
    expect(
      codes({
        start: scene({
          on: {
            no: { target: 'end', meta: stop, actions: [assess(1, 1), count('asked')] },
            more: reply('More', { target: 'lost', guard: closed }),
          },
        }),
        lost: scene({ on: { no: { target: 'end', meta: stop } } }),
        end: ending('refused'),
      }),
    ).toEqual(['unreachable-scene'])
    expect(
      codes({
        start: scene({
          on: {
            no: { target: 'end', meta: stop, actions: [assess(1, 1)] },
            more: reply('More', { target: 'pit', actions: [count('asked')] }),
          },
        }),
        pit: scene({ on: { no: { target: 'end', meta: stop, guard: closed } } }),
        end: ending('refused'),
      }),
    ).toContain('no-way-out')
  })

  it('says when nobody can pass', () => {
    expect(
      codes({
        start: scene({ on: { no: { target: 'end', meta: stop, actions: [assess(1, 2)] } } }),
        end: ending('refused'),
      }),
    ).toEqual(['pass-unattainable'])
  })

  it('lets no way through a critical act pass, whatever the points', () => {
    const proof = prove(
      compileScenario(
        scenarioOf(
          {
            start: scene({
              on: {
                give: reply('Here', { target: 'end', actions: [assess(9, 9), raise('leaked')] }),
                no: { target: 'end', meta: stop, actions: [assess(9, 9)] },
              },
            }),
            end: ending('refused'),
          },
          { critical: ['leaked'] },
        ),
      ),
    )
    expect(proof).toMatchObject({ criticalPathsThatPass: 0, passAttainable: true, paths: '2' })
  })

  it('ends on loops that count, and stops at its limit and says so', () => {
    const compiled = compileScenario(bigScenario(60))
    expect(prove(compiled).whole).toBe(true)
    expect(prove(compiled, 10).whole).toBe(false)
  })

  it('ends on a very large scenario', () => {
    const proof = prove(compileScenario(bigScenario(2_000)))
    expect(proof.scenes).toBe(2_000)
    expect(proof.paths.length).toBeGreaterThan(100)
  })

  it('knows every scene, score and pass that a run without loops can come to', () => {
    let ended = 0
    fc.assert(
      fc.property(scenarioArbitrary, picksArbitrary, (scenario, picks) => {
        const compiled = compileScenario(scenario)
        const proof = prove(compiled)
        expect(proof.whole).toBe(true)
        expect(proof.criticalPathsThatPass).toBe(0)
        let session = startSession(compiled)
        for (const pick of picks) {
          const view = viewOf(session)
          expect(proof.unreachable).not.toContain(view.path)
          const events = view.choices.map((choice) => choice.event)
          if (view.timeLimit !== undefined) events.push(TIMEOUT_EVENT)
          const event = events[pick % events.length]
          const next = event === undefined ? undefined : decide(session, event)
          if (!next) break
          session = next
        }
        const score = scoreSession(session)
        if (!score) return
        ended += 1
        const known = proof.endings.find(({ scene: name }) => name === viewOf(session).path)
        expect(known).toBeDefined()
        if (proof.loops) return
        const got = percent(score.ratio)
        if (got !== null) {
          expect(got).toBeGreaterThanOrEqual(known!.lowest ?? Infinity)
          expect(got).toBeLessThanOrEqual(known!.highest ?? -Infinity)
        }
        if (score.passed) expect(known!.canPass).toBe(true)
      }),
      { numRuns: 60 },
    )
    expect(ended).toBeGreaterThan(3)
  })
})

describe('habits', () => {
  it('are played as their names say', () => {
    const compiled = sound()
    expect(playBot(compiled, 'refuse-everything')).toMatchObject({ disposition: 'refused', passed: true })
    expect(playBot(compiled, 'comply-with-everything')).toMatchObject({
      disposition: 'complied',
      passed: false,
    })
    expect(playBot(compiled, 'always-first')?.disposition).toBe('refused')
    expect(playBot(compiled, 'longest-reply')?.disposition).toBe('complied')
    expect(playBot(compiled, 'politest-reply')?.disposition).toBe('complied')
  })

  it('are the same on every run, and a seed changes what is random', () => {
    const compiled = sound()
    for (const bot of BOTS) expect(playBot(compiled, bot, 7)).toEqual(playBot(compiled, bot, 7))
    const ways = new Set(
      Array.from({ length: 20 }, (_, seed) => playBot(compiled, 'random', seed)?.disposition),
    )
    expect(ways).toEqual(new Set(['refused', 'complied']))
  })

  it('that find no ending come to an end themselves', () => {
    const compiled = compileScenario(
      scenarioOf({
        start: scene({
          on: {
            again: reply('Again', { target: 'start', actions: [count('asked')] }),
            no: { target: 'end', meta: stop },
          },
        }),
        end: ending('refused'),
      }),
    )
    expect(playBot(compiled, 'always-first')).toBeUndefined()
  })
})

describe('a test plan', () => {
  const plan = (choices: string[], expected: Record<string, unknown>) =>
    runTestPlan(sound(), {
      scenario: 'sound',
      runs: [{ name: 'a run', choices, expect: { scene: 'end-good', ...expected } }],
    })

  it('passes when all comes out as expected', () => {
    expect(plan(['refuse'], { disposition: 'refused', score: 100, passed: true, flags: [] })).toEqual([
      { name: 'a run', passed: true, differences: [] },
    ])
  })

  it('names each difference', () => {
    const [run] = plan(['take-it'], { disposition: 'refused', score: 100, passed: true, flags: [] })
    expect(run?.passed).toBe(false)
    expect(run?.differences).toHaveLength(5)
    expect(run?.differences[0]).toEqual({ what: 'scene', expected: 'end-good', got: 'end-bad' })
  })

  it('names a choice that is not open', () => {
    const [run] = plan(['refuse', 'refuse'], {})
    expect(run?.differences).toEqual([{ what: 'choice', number: 2, choice: 'refuse', scene: 'end-good' }])
  })
})

it('the context of a walk does not leak into a session', () => {
  const compiled = sound()
  prove(compiled)
  expect(contextOf(startSession(compiled))).toMatchObject({ flags: [], assessments: [], critical: [] })
})

describe('a scenario with more situations than can be walked', () => {
  it('says so, and still answers for what it saw', () => {
    const counted = (counter: string) =>
      reply('Again.', {
        guard: { type: 'when', params: { counter, below: 1000 } },
        actions: [count(counter)],
      })
    const scenario = scenarioOf({
      s0: scene({
        on: {
          one: counted('one'),
          two: counted('two'),
          stop: reply('No.', { target: 'end', actions: [assess(1, 1)] }),
        },
      }),
      end: ending('refused'),
    })
    const proof = prove(compileScenario(scenario), 3000)
    expect(proof.whole).toBe(false)
    expect(proof.issues).toMatchObject([{ code: 'too-many-situations', severity: 'warning' }])
    expect(proof.endings).toMatchObject([{ scene: 'end', lowest: 100, highest: 100, canPass: true }])
  })
})

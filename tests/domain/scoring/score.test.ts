import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, startSession, compileScenario, viewOf, contextOf } from '../../../src/domain/run'
import { endsRight, isRight, percent, scoreRun, scoreSession } from '../../../src/domain/scoring'
import { DISPOSITIONS, TRUTHS } from '../../../src/domain/scenario/vocabulary'
import {
  assess,
  ending,
  lower,
  picksArbitrary,
  play,
  raise,
  reply,
  scenarioArbitrary,
  scenarioOf,
  scene,
} from '../helpers'

describe('an ending', () => {
  it('of an attack is right when it was refused, verified or reported', () => {
    const hits = DISPOSITIONS.filter((disposition) => endsRight('attack', disposition))
    expect(hits).toEqual(['refused', 'verified', 'reported'])
  })

  it('of a genuine contact is right when it was served, or verified to its proper end', () => {
    const correct = DISPOSITIONS.filter((d) => endsRight('legitimate', d))
    expect(correct).toEqual(['verified', 'served'])
  })

  it('lets no single answer be right in both cases but verifying', () => {
    const always = DISPOSITIONS.filter((d) => TRUTHS.every((truth) => endsRight(truth, d)))
    expect(always).toEqual(['verified'])
  })
})

describe('a score', () => {
  const rule = { truth: 'attack' as const, scoring: { pass: 0.75, critical: [] } }
  const params = (...list: ReturnType<typeof assess>[]) => list.map((action) => action.params) as never

  it('is earned / possible on the path taken, overall and by competency', () => {
    const assessments = params(
      assess(2, 2, 'verification'),
      assess(0, 1, 'reporting'),
      assess(1, 1, 'verification'),
    )
    expect(scoreRun(rule, { assessments, critical: [] }, 'refused')).toEqual({
      earned: 3,
      possible: 4,
      ratio: 0.75,
      byCompetency: [
        { competency: 'verification', earned: 3, possible: 3 },
        { competency: 'reporting', earned: 0, possible: 1 },
      ],
      critical: [],
      disposition: 'refused',
      outcome: 'hit',
      passed: true,
    })
  })

  it('does not pass below its mark, nor by a missed attack with all points', () => {
    const all = params(assess(3, 3))
    expect(scoreRun(rule, { assessments: params(assess(2, 3)), critical: [] }, 'reported').passed).toBe(false)
    expect(scoreRun(rule, { assessments: all, critical: [] }, 'complied').passed).toBe(false)
    expect(scoreRun(rule, { assessments: all, critical: [] }, 'reported').passed).toBe(true)
  })

  it('counts an attack as stopped, a genuine contact as served, only when it was passed', () => {
    const enough = params(assess(3, 4))
    const short = params(assess(2, 4))
    const genuine = { ...rule, truth: 'legitimate' as const }
    const outcomes = (context: Parameters<typeof scoreRun>[1], version?: number) => [
      scoreRun(rule, context, 'refused', version).outcome,
      scoreRun(genuine, context, 'served', version).outcome,
    ]
    expect(outcomes({ assessments: enough, critical: [] })).toEqual(['hit', 'correct-service'])
    expect(outcomes({ assessments: short, critical: [] })).toEqual(['miss', 'false-alarm'])
    expect(outcomes({ assessments: enough, critical: ['leaked'] })).toEqual(['miss', 'false-alarm'])
    expect(outcomes({ assessments: [], critical: [] })).toEqual(['miss', 'false-alarm'])
    expect(outcomes({ assessments: short, critical: ['leaked'] }, 1)).toEqual(['hit', 'correct-service'])
  })

  it('is nothing, and no pass, where nothing was assessed', () => {
    const score = scoreRun(rule, { assessments: [], critical: [] }, 'reported')
    expect([score.ratio, score.passed, percent(score.ratio)]).toEqual([null, false, null])
  })

  it('shows as a whole percent, and as 100 for all points alone', () => {
    expect([0, 1 / 3, 0.994, 249 / 250, 1].map(percent)).toEqual([0, 33, 99, 99, 100])
  })

  it('does not exist before the ending', () => {
    const scenario = scenarioOf({
      talk: scene({ on: { report: reply('I report this.', { target: 'end', actions: [assess(1, 1)] }) } }),
      end: ending('reported'),
    })
    expect(scoreSession(play(scenario))).toBeUndefined()
    expect(scoreSession(play(scenario, 'report'))?.passed).toBe(true)
  })

  it('fails for a critical act even when the flag was lowered and every point earned', () => {
    const scenario = scenarioOf(
      {
        talk: scene({ on: { give: reply('Here.', { target: 'regret', actions: [raise('leaked')] }) } }),
        regret: scene({
          on: {
            report: reply('I report this.', { target: 'end', actions: [lower('leaked'), assess(5, 5)] }),
          },
        }),
        end: ending('reported'),
      },
      { critical: ['leaked'] },
    )
    const score = scoreSession(play(scenario, 'give', 'report'))!
    expect([score.ratio, score.outcome, score.critical, score.passed]).toEqual([1, 'miss', ['leaked'], false])
  })
})

describe('every run of every scenario', () => {
  it('scores within its bounds, and passes only by the rule', () => {
    let ended = 0
    fc.assert(
      fc.property(scenarioArbitrary, picksArbitrary, (scenario, picks) => {
        let session = startSession(compileScenario(scenario))
        const raised = new Set<string>()
        for (const pick of picks) {
          const { choices } = viewOf(session)
          if (choices.length === 0) break
          session = decide(session, choices[pick % choices.length]!.event)!
          for (const flag of contextOf(session).flags) raised.add(flag)
        }
        const score = scoreSession(session)
        if (!score) return
        ended += 1
        expect(score.earned).toBeGreaterThanOrEqual(0)
        expect(score.earned).toBeLessThanOrEqual(score.possible)
        const sum = score.byCompetency.reduce((total, entry) => total + entry.earned, 0)
        expect(sum).toBe(score.earned)
        for (const { earned, possible } of score.byCompetency) expect(earned).toBeLessThanOrEqual(possible)
        for (const flag of scenario.scoring.critical) {
          if (raised.has(flag)) {
            expect(score.critical).toContain(flag)
            expect(score.passed).toBe(false)
          }
        }
        expect(isRight(score.outcome)).toBe(score.passed)
        if (score.passed) expect(score.ratio).toBeGreaterThanOrEqual(scenario.scoring.pass)
        // By the first version of the rules, the ending alone decides.
        const before = scoreSession(session, 1)!
        expect(isRight(before.outcome)).toBe(endsRight(scenario.truth, score.disposition))
        expect({ ...before, outcome: score.outcome }).toEqual(score)
      }),
      { numRuns: 300 },
    )
    expect(ended).toBeGreaterThan(20)
  })
})

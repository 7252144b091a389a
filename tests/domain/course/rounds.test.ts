import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  courseSchema,
  refreshersAfter,
  roundForNewAttempt,
  roundState,
  type RoundAttempt,
} from '../../../src/domain/course'
import type { Outcome } from '../../../src/domain/scoring'

const en = (text: string) => ({ en: text })
const course = courseSchema.parse({
  format: 1,
  id: 'pair',
  version: '1.0.0',
  title: en('Pair'),
  certificateTitle: en('Pair'),
  summary: en('Two contacts.'),
  modules: ['bribe', 'customer'],
  pass: { hitRate: 1, falseAlarmRate: 0 },
  validMonths: 6,
})

let minute = 0
const attempt = (
  scenario: string,
  round: number,
  outcome?: Outcome,
  rest: Partial<RoundAttempt> = {},
): RoundAttempt => ({
  id: `${scenario}-${round}-${(minute += 1)}`,
  scenario,
  round,
  startedAt: new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString(),
  setAside: false,
  result: outcome && { outcome, critical: [], earned: 1, possible: 1 },
  ...rest,
})

const states = (attempts: readonly RoundAttempt[]) =>
  roundState(course, attempts).modules.map((entry) => entry.state)

describe('a round', () => {
  it('is the first, and open, before anything was played', () => {
    const state = roundState(course, [])
    expect([state.round, state.modules.map((entry) => entry.state), state.result.complete]).toEqual([
      1,
      ['open', 'open'],
      false,
    ])
    expect(roundForNewAttempt(state, 'bribe')).toBe(1)
  })

  it('shows what was begun, so that it can be continued', () => {
    const open = attempt('bribe', 1)
    expect(states([open])).toEqual(['in-progress', 'open'])
    expect(roundState(course, [open]).modules[0]!.attempt).toBe(open)
  })

  it('counts the first finished attempt, and leaves later plays to practice', () => {
    const first = attempt('bribe', 1, 'miss')
    const second = attempt('bribe', 1, 'hit')
    for (const attempts of [
      [first, second],
      [second, first],
    ]) {
      const state = roundState(course, attempts)
      expect(state.modules[0]!.attempt).toBe(first)
      expect(state.result.hits).toBe(0)
      expect(roundForNewAttempt(state, 'bribe')).toBeUndefined()
      expect(roundForNewAttempt(state, 'customer')).toBe(1)
    }
  })

  it('does not count what was set aside', () => {
    const given = attempt('bribe', 1, undefined, { setAside: true })
    expect(states([given])).toEqual(['open', 'open'])
    const again = attempt('bribe', 1, 'hit')
    expect(states([given, again])).toEqual(['done', 'open'])
  })

  it('that is complete and failed is followed by a new one, in which old results no longer count', () => {
    const failed = [attempt('bribe', 1, 'miss'), attempt('customer', 1, 'correct-service')]
    const state = roundState(course, failed)
    expect([state.result.complete, state.result.passed]).toEqual([true, false])
    expect(roundForNewAttempt(state, 'bribe')).toBe(2)
    expect(roundForNewAttempt(state, 'customer')).toBe(2)
    const next = roundState(course, [...failed, attempt('customer', 2)])
    expect(next.round).toBe(2)
    expect(next.modules.map((entry) => entry.state)).toEqual(['open', 'in-progress'])
    expect(next.result.complete).toBe(false)
  })

  it('that passed asks for no further attempt', () => {
    const state = roundState(course, [attempt('bribe', 1, 'hit'), attempt('customer', 1, 'correct-service')])
    expect(state.result.passed).toBe(true)
    expect(roundForNewAttempt(state, 'bribe')).toBeUndefined()
  })

  it('gives no round to a scenario that the course does not hold', () => {
    expect(roundForNewAttempt(roundState(course, []), 'elsewhere')).toBeUndefined()
  })

  it('comes out the same in whatever order the attempts are read', () => {
    const arbitrary = fc
      .array(
        fc.record({
          scenario: fc.constantFrom('bribe', 'customer'),
          round: fc.integer({ min: 1, max: 3 }),
          outcome: fc.option(fc.constantFrom<Outcome>('hit', 'miss'), { nil: undefined }),
          setAside: fc.boolean(),
        }),
        { maxLength: 8 },
      )
      .map((list) => list.map((a) => attempt(a.scenario, a.round, a.outcome, { setAside: a.setAside })))
    const both = arbitrary.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(both, ([list, shuffled]) => {
        expect(roundState(course, shuffled)).toEqual(roundState(course, list))
        expect(new Set(list.map((a) => a.id)).size).toBe(list.length)
      }),
    )
  })
})

describe('refreshers', () => {
  it('fall due after 7 days, 30 days and before 5 months', () => {
    const passed = Date.UTC(2026, 0, 1, 12)
    expect(refreshersAfter(passed).map((ms) => new Date(ms).toISOString().slice(0, 10))).toEqual([
      '2026-01-08',
      '2026-01-31',
      '2026-05-16',
    ])
  })
})

describe('a course file', () => {
  it('may not promise a certificate for longer than six months', () => {
    expect(courseSchema.safeParse({ ...course, validMonths: 7 }).success).toBe(false)
    expect(courseSchema.safeParse({ ...course, modules: [] }).success).toBe(false)
  })
})

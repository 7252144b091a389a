import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseResult, type ModuleResult } from '../../../src/domain/course'
import type { Outcome } from '../../../src/domain/scoring'

const result = (scenario: string, outcome: Outcome, rest: Partial<ModuleResult> = {}): ModuleResult => ({
  scenario,
  outcome,
  critical: [],
  earned: 4,
  possible: 5,
  ...rest,
})

const course = {
  modules: ['a1', 'a2', 'a3', 'a4', 'a5', 'g1', 'g2', 'g3', 'g4'],
  pass: { hitRate: 0.8, falseAlarmRate: 0.25 },
}
const attacks = (hits: number) =>
  course.modules.slice(0, 5).map((id, index) => result(id, index < hits ? 'hit' : 'miss'))
const genuine = (alarms: number) =>
  course.modules.slice(5).map((id, index) => result(id, index < alarms ? 'false-alarm' : 'correct-service'))

describe('a course', () => {
  it('passes exactly at both bars', () => {
    expect(courseResult(course, [...attacks(4), ...genuine(1)])).toMatchObject({
      attacks: 5,
      hits: 4,
      legitimate: 4,
      falseAlarms: 1,
      complete: true,
      passed: true,
      ratio: 0.8,
    })
  })

  it('fails by one attack too many missed, or one genuine contact too many turned away', () => {
    expect(courseResult(course, [...attacks(3), ...genuine(0)]).passed).toBe(false)
    expect(courseResult(course, [...attacks(5), ...genuine(2)]).passed).toBe(false)
  })

  it('fails by one critical act, whatever the rest', () => {
    const results = [...attacks(5), ...genuine(0)]
    results[0] = result('a1', 'hit', { critical: ['leaked'] })
    results[5] = result('g1', 'correct-service', { critical: ['leaked'] })
    expect(courseResult(course, results)).toMatchObject({
      critical: ['leaked'],
      passed: false,
      complete: true,
    })
  })

  it('is not passed before it is complete', () => {
    const some = [...attacks(5), ...genuine(0)].slice(1)
    expect(courseResult(course, some)).toMatchObject({ complete: false, passed: false })
    expect(courseResult(course, [])).toMatchObject({ complete: false, passed: false, ratio: null })
  })

  it('does not count scenarios that are none of its modules', () => {
    const others = [result('elsewhere', 'miss', { critical: ['leaked'] })]
    expect(courseResult(course, [...attacks(5), ...genuine(0), ...others]).passed).toBe(true)
  })

  it('sets no bar where it has no contact of that kind', () => {
    const onlyAttacks = { modules: ['a1'], pass: { hitRate: 1, falseAlarmRate: 0 } }
    expect(courseResult(onlyAttacks, [result('a1', 'hit')]).passed).toBe(true)
    const onlyGenuine = { modules: ['g1'], pass: { hitRate: 1, falseAlarmRate: 0 } }
    expect(courseResult(onlyGenuine, [result('g1', 'correct-service')]).passed).toBe(true)
  })

  it('never gets worse by a better result, and refusing everything never passes a mixed one', () => {
    const outcomes = fc.tuple(...course.modules.map(() => fc.boolean()))
    fc.assert(
      fc.property(outcomes, fc.nat(course.modules.length - 1), (good, better) => {
        const results = (right: readonly boolean[]) =>
          course.modules.map((id, index) =>
            result(
              id,
              id.startsWith('a')
                ? right[index]
                  ? 'hit'
                  : 'miss'
                : right[index]
                  ? 'correct-service'
                  : 'false-alarm',
            ),
          )
        const before = courseResult(course, results(good))
        const after = courseResult(course, results(good.map((value, index) => value || index === better)))
        if (before.passed) expect(after.passed).toBe(true)
        expect(before.hits + before.falseAlarms).toBeLessThanOrEqual(before.attacks + before.legitimate)
      }),
    )
    expect(courseResult(course, [...attacks(5), ...genuine(4)]).passed).toBe(false)
    expect(courseResult(course, [...attacks(0), ...genuine(0)]).passed).toBe(false)
  })
})

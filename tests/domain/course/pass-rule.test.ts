import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseResult, mostContacts, type ModuleResult } from '../../../src/domain/course'
import { SEQUENTIAL_TERMS } from '../../../src/domain/course/sequential'
import type { Outcome } from '../../../src/domain/scoring'

const result = (scenario: string, outcome: Outcome, rest: Partial<ModuleResult> = {}): ModuleResult => ({
  scenario,
  outcome,
  disposition: outcome === 'hit' ? 'reported' : outcome === 'correct-service' ? 'served' : 'complied',
  critical: [],
  earned: 4,
  possible: 5,
  ...rest,
})

const bars = (hitRate: number, falseAlarmRate: number, reportShare = 0) => ({
  kind: 'fixed' as const,
  hitRate,
  falseAlarmRate,
  reportShare,
})
const course = {
  modules: ['a1', 'a2', 'a3', 'a4', 'a5', 'g1', 'g2', 'g3', 'g4'],
  rule: bars(0.8, 0.25),
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

  it('asks for reports where its rule does, of attacks alone', () => {
    const reporting = { ...course, rule: bars(0.8, 0.25, 0.5) }
    const withReports = (n: number) =>
      attacks(5).map((one, i) => ({
        ...one,
        disposition: i < n ? ('reported' as const) : ('refused' as const),
      }))
    expect(courseResult(reporting, [...withReports(2), ...genuine(0)])).toMatchObject({
      reported: 2,
      passed: false,
    })
    expect(courseResult(reporting, [...withReports(3), ...genuine(0)])).toMatchObject({
      reported: 3,
      passed: true,
    })
    const others = genuine(1).map((one) => ({ ...one, disposition: 'reported' as const }))
    expect(courseResult(reporting, [...withReports(2), ...others]).reported).toBe(2)
    expect(courseResult(course, [...withReports(0), ...genuine(0)]).passed).toBe(true)
  })

  it('sets no bar where it has no contact of that kind', () => {
    const onlyAttacks = { modules: ['a1'], rule: bars(1, 0) }
    expect(courseResult(onlyAttacks, [result('a1', 'hit')]).passed).toBe(true)
    const onlyGenuine = { modules: ['g1'], rule: bars(1, 0) }
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

describe('a sequential course', () => {
  const pool = Array.from({ length: 21 }, (_, i) => (i % 2 ? `g${i}` : `a${i}`))
  const sequential = { modules: pool, rule: { kind: 'sequential' as const, ...SEQUENTIAL_TERMS } }
  const right = (n: number) =>
    pool.slice(0, n).map((id) => result(id, id.startsWith('a') ? 'hit' : 'correct-service'))
  const wrong = (id: string) => result(id, id.startsWith('a') ? 'miss' : 'false-alarm')

  it('is passed once it is certain enough, and counts no contact behind that', () => {
    expect(courseResult(sequential, right(8))).toMatchObject({ complete: false, passed: false, contacts: 8 })
    expect(courseResult(sequential, right(9))).toMatchObject({ complete: true, passed: true, attacks: 5 })
    expect(courseResult(sequential, [...right(9), wrong('g19')])).toMatchObject({ passed: true, contacts: 9 })
  })

  it('fails early, and at a critical act at once', () => {
    expect(courseResult(sequential, [wrong('a0'), wrong('g1')])).toMatchObject({
      complete: true,
      passed: false,
    })
    const act = [...right(3), { ...result('a4', 'miss'), critical: ['leaked'] }]
    expect(courseResult(sequential, act)).toMatchObject({
      complete: true,
      passed: false,
      critical: ['leaked'],
    })
  })

  it('ends undecided, which is failed, when its pool is used up', () => {
    const small = { ...sequential, modules: pool.slice(0, 10) }
    const played = [...right(9).slice(0, 4), wrong('a4'), ...right(10).slice(5)]
    expect(mostContacts(small)).toBe(10)
    expect(courseResult(small, played.slice(0, 9))).toMatchObject({ complete: false })
    expect(courseResult(small, played)).toMatchObject({ complete: true, passed: false, contacts: 10 })
    expect(courseResult(sequential, played)).toMatchObject({ complete: false })
    expect(mostContacts(sequential)).toBe(20)
  })
})

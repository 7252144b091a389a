import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedChance, sequentialChance, SKILLS } from '../../../src/domain/course/chance'
import {
  leastContacts,
  rightShare,
  SEQUENTIAL_TERMS,
  sequentialRound,
  sequentialRule,
  sequentialState,
  type SequentialOutcome,
} from '../../../src/domain/course/sequential'

const rule = sequentialRule(SEQUENTIAL_TERMS)
const hit: SequentialOutcome = { outcome: 'hit', critical: false, reported: true }
const miss: SequentialOutcome = { outcome: 'miss', critical: false, reported: false }
const served: SequentialOutcome = { outcome: 'correct-service', critical: false, reported: false }
const alarm: SequentialOutcome = { outcome: 'false-alarm', critical: false, reported: false }
const times = (n: number, ...outcomes: SequentialOutcome[]) =>
  Array.from({ length: n }, () => outcomes).flat()

describe('the rule', () => {
  it('has the numbers of its source', () => {
    expect(rightShare(2.5)).toBeCloseTo(0.89435, 5)
    expect(rightShare(0.5)).toBeCloseTo(0.59871, 5)
    expect(rule.upper).toBeCloseTo(Math.log(36), 10)
    expect(rule.lower).toBeCloseTo(Math.log(0.1 / 0.975), 10)
  })

  it.each([{ skilled: 0.5 }, { alpha: 0 }, { beta: 0.5 }, { most: 5 }])(
    'refuses terms that say nothing: %j',
    (change) => {
      expect(() => sequentialRule({ ...SEQUENTIAL_TERMS, ...change })).toThrow(RangeError)
    },
  )
})

describe('a round', () => {
  it('is passed after nine right outcomes, and not before', () => {
    const right = times(5, hit, served)
    expect(sequentialState(rule, right.slice(0, 8))).toBe('going-on')
    expect(sequentialState(rule, right.slice(0, 9))).toBe('passed')
  })

  it('waits for both kinds and every channel', () => {
    expect(sequentialState(rule, times(12, hit))).toBe('going-on')
    expect(sequentialState(rule, [...times(12, hit), served, served])).toBe('going-on')
    expect(sequentialState(rule, [...times(12, hit), served, served, served])).toBe('passed')
    expect(sequentialState(rule, times(5, hit, served), (contacts) => contacts > 10)).toBe('going-on')
  })

  it('goes on until enough attacks were reported, and fails without at its last contact', () => {
    const stopped = { ...hit, reported: false }
    expect(sequentialState(rule, times(5, stopped, served))).toBe('going-on')
    expect(sequentialState(rule, [...times(5, stopped, served), hit])).toBe('going-on')
    expect(sequentialState(rule, [...times(5, stopped, served), hit, hit])).toBe('going-on')
    expect(sequentialState(rule, [...times(5, stopped, served), hit, hit, hit])).toBe('passed')
    expect(sequentialState({ ...rule, reportShare: 0 }, times(5, stopped, served))).toBe('passed')
    expect(sequentialState(rule, times(10, stopped, served))).toBe('failed')
    // A report also counts in an attack that was lost.
    expect(sequentialRound(rule, [{ ...miss, reported: true }, ...times(8, stopped, served)])).toMatchObject({
      state: 'going-on',
    })
  })

  it('says how many contacts decided it, so that what was played beside it does not count', () => {
    expect(sequentialRound(rule, times(10, hit, served))).toEqual({ state: 'passed', contacts: 9 })
    expect(sequentialRound(rule, [miss, alarm, ...times(10, hit, served)])).toEqual({
      state: 'failed',
      contacts: 2,
    })
    expect(sequentialRound(rule, [hit, served])).toEqual({ state: 'going-on', contacts: 2 })
    expect(leastContacts(rule)).toBe(9)
    expect(leastContacts(sequentialRule({ ...SEQUENTIAL_TERMS, leastOfEach: 7 }))).toBe(14)
  })

  it('ends at two wrong outcomes, at a critical act, and undecided after its last contact', () => {
    expect(sequentialState(rule, [miss])).toBe('going-on')
    expect(sequentialState(rule, [miss, alarm])).toBe('failed')
    expect(sequentialState(rule, [hit, served, { ...hit, critical: true }])).toBe('failed')
    const undecided = [...times(4, hit, served, hit, served, alarm)]
    expect(undecided).toHaveLength(20)
    expect(sequentialState(rule, undecided.slice(0, 19))).toBe('going-on')
    expect(sequentialState(rule, undecided)).toBe('failed')
  })

  it('never says otherwise than before once it is over, and a right outcome never does harm', () => {
    const outcomes = fc.array(fc.constantFrom(hit, miss, served, alarm), { maxLength: 25 })
    fc.assert(
      fc.property(outcomes, fc.nat(), (all, at) => {
        const states = all.map((_, i) => sequentialState(rule, all.slice(0, i + 1)))
        const end = states.findIndex((state) => state !== 'going-on')
        if (end >= 0) expect(new Set(states.slice(end)).size).toBe(1)
        const index = all.length > 0 ? at % all.length : 0
        const better = all.map((one, i) =>
          i !== index ? one : one === miss ? hit : one === alarm ? served : one,
        )
        if (sequentialState(rule, all) === 'passed') expect(sequentialState(rule, better)).toBe('passed')
      }),
    )
  })
})

describe('the chance to pass', () => {
  it('is that of the published table, for one round and for two', () => {
    const table = SKILLS.map((dPrime) => sequentialChance(rule, dPrime, 2))
    // The numbers come from 8,000 simulated rounds each; larger ones are rounded to whole percents.
    for (const [i, [one, two]] of [
      [0.2, 0.4],
      [1.7, 3.4],
      [8, 15],
      [74, 93],
      [90, 99],
    ].entries()) {
      expect(Math.abs(table[i]!.oneRound * 100 - one!)).toBeLessThan(1)
      expect(Math.abs(table[i]!.allRounds * 100 - two!)).toBeLessThan(1)
    }
    for (const [i, contacts] of [6, 9, 12, 14, 12].entries()) {
      expect(Math.abs(table[i]!.contacts - contacts)).toBeLessThan(0.7)
    }
  })

  it('is that of simulated rounds', () => {
    let seed = 7
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    for (const dPrime of [0.5, 2.5]) {
      let passed = 0
      const rounds = 6000
      for (let i = 0; i < rounds; i += 1) {
        const attacks = 8 + Math.floor(random() * 5)
        const deck = Array.from({ length: 20 }, (_, at) => ({ attack: at < attacks, order: random() })).sort(
          (a, b) => a.order - b.order,
        )
        const played = deck.map(({ attack }) => {
          const right = random() < rightShare(dPrime)
          return attack ? (right ? hit : miss) : right ? served : alarm
        })
        if (sequentialState(rule, played) === 'passed') passed += 1
      }
      expect(Math.abs(passed / rounds - sequentialChance(rule, dPrime, 1).oneRound)).toBeLessThan(0.02)
    }
  })

  it('grows with skill and with rounds, under either rule', () => {
    const skill = fc.double({ min: 0, max: 4, noNaN: true })
    fc.assert(
      fc.property(skill, skill, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const fixed = (dPrime: number, rounds = 1) =>
          fixedChance({ attacks: 6, legitimate: 4 }, { hitRate: 0.8, falseAlarmRate: 0.25 }, dPrime, rounds)
        for (const chance of [
          fixed,
          (dPrime: number, rounds = 1) => sequentialChance(rule, dPrime, rounds),
        ]) {
          expect(chance(high).oneRound).toBeGreaterThanOrEqual(chance(low).oneRound - 1e-9)
          expect(chance(high, 2).allRounds).toBeGreaterThanOrEqual(chance(high).allRounds - 1e-12)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('of the fixed rule is what was measured on a course of six attacks and four genuine contacts', () => {
    const bars = { hitRate: 0.8, falseAlarmRate: 0.25 }
    const one = (dPrime: number) => fixedChance({ attacks: 6, legitimate: 4 }, bars, dPrime, 3)
    for (const [dPrime, oneRound, allRounds] of [
      [0, 0.04, 0.12],
      [1, 0.28, 0.63],
      [2.5, 0.84, 1],
    ] as const) {
      expect(one(dPrime).oneRound).toBeCloseTo(oneRound, 1)
      expect(one(dPrime).allRounds).toBeCloseTo(allRounds, 1)
    }
    expect(one(0).contacts).toBe(10)
  })
})

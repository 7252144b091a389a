import fc from 'fast-check'
import type { Course } from '../../../src/domain/course'
import type { StandingAttempt } from '../../../src/domain/records'
import { COMPETENCIES } from '../../../src/domain/scenario/vocabulary'

export const course: Course = {
  format: 3,
  id: 'short',
  version: '1.2.0',
  title: { en: 'Short' },
  summary: { en: 'Three contacts.' },
  modules: ['one', 'two', 'three'],
  rule: { kind: 'fixed', hitRate: 0.5, falseAlarmRate: 0.5, reportShare: 0 },
  rounds: { most: 100, days: 30 },
  certificate: { title: { en: 'Short course' }, validMonths: 6 },
}

const instant = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString()

/** Each scenario is always either an attack or not. */
const OUTCOMES = {
  one: ['hit', 'miss'],
  two: ['correct-service', 'false-alarm'],
  three: ['hit', 'miss'],
} as const

const attempt = fc
  .record({
    scenario: fc.constantFrom('one', 'two', 'three'),
    round: fc.integer({ min: 1, max: 3 }),
    minute: fc.integer({ min: 0, max: 500 }),
    fate: fc.constantFrom('ended', 'ended', 'ended', 'running', 'set-aside'),
    good: fc.boolean(),
    critical: fc.constantFrom<string[]>([], [], [], ['leaked'], ['leaked', 'paid']),
    points: fc.dictionary(
      fc.constantFrom(...COMPETENCIES),
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 3, max: 5 })),
    ),
  })
  .map(({ scenario, round, minute, fate, good, critical, points }): Omit<StandingAttempt, 'id'> => {
    const sum = (i: 0 | 1) => Object.values(points).reduce((total, pair) => total + pair[i], 0)
    const ended = fate === 'ended'
    return {
      scenario,
      round,
      roundSeed: null,
      startedAt: instant(minute),
      endedAt: ended ? instant(minute + 6) : null,
      setAside: fate === 'set-aside',
      competencies: ended ? { ...points } : {},
      result: ended
        ? {
            outcome: OUTCOMES[scenario][good ? 0 : 1],
            disposition: good ? ('verified' as const) : ('complied' as const),
            critical,
            earned: sum(0),
            possible: sum(1),
          }
        : undefined,
    }
  })

/** Generates attempts in any order, more disorderly than a person could make them. */
export const history = (): fc.Arbitrary<StandingAttempt[]> =>
  fc.array(attempt, { maxLength: 12 }).map((list) => list.map((entry, i) => ({ ...entry, id: `a${i}` })))

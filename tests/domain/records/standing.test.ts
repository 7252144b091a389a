import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundState, type Course } from '../../../src/domain/course'
import { SEQUENTIAL_TERMS } from '../../../src/domain/course/sequential'
import { standingOf, statusAt, type StandingAttempt } from '../../../src/domain/records'
import { course, history } from './histories'

describe('standingOf', () => {
  it('says what the latest round says, whatever happened before', () => {
    fc.assert(
      fc.property(history(), (attempts) => {
        const state = roundState(course, attempts)
        const standing = standingOf(course, attempts)
        expect(standing).toMatchObject({
          round: state.round,
          modules: course.modules.length,
          modulesDone: state.modules.filter((module) => module.state === 'done').length,
          attacks: state.result.attacks,
          hits: state.result.hits,
          legitimate: state.result.legitimate,
          falseAlarms: state.result.falseAlarms,
          critical: state.result.critical.length,
        })
        expect(standing.status === 'complete').toBe(state.result.passed)
        expect(standing.status === 'failed').toBe(state.result.complete && !state.result.passed)
        expect(standing.passedAt !== null).toBe(state.result.passed)
        const points = (key: 'earned' | 'possible') =>
          standing.competencies.reduce((sum, entry) => sum + entry[key], 0)
        expect(points('earned')).toBe(standing.earned)
        expect(points('possible')).toBe(standing.possible)
      }),
    )
  })

  it('is open when all that was begun was set aside, and in progress when something runs', () => {
    const attempt = (over: Partial<StandingAttempt>): StandingAttempt => ({
      id: 'a',
      scenario: 'one',
      round: 1,
      roundSeed: null,
      startedAt: '2026-01-05T09:00:00.000Z',
      endedAt: null,
      setAside: false,
      competencies: {},
      result: undefined,
      ...over,
    })
    expect(standingOf(course, []).status).toBe('open')
    expect(standingOf(course, [attempt({ setAside: true })]).status).toBe('open')
    expect(standingOf(course, [attempt({})]).status).toBe('in-progress')
    const shorter: Course = { ...course, modules: ['one'] }
    const done = attempt({
      endedAt: '2026-01-05T09:06:00.000Z',
      result: { outcome: 'miss', disposition: 'complied', critical: ['leaked'], earned: 1, possible: 3 },
    })
    expect(standingOf(shorter, [done])).toMatchObject({ status: 'failed', score: 33, critical: 1 })
    expect(standingOf(shorter, [done, attempt({ id: 'b', round: 2 })])).toMatchObject({
      status: 'in-progress',
      round: 2,
      score: null,
    })
  })

  it('has as many contacts as were drawn once a round is over, and the most while it goes on', () => {
    const drawn: Course = {
      ...course,
      modules: ['one', 'two', 'three', 'four', 'five', 'six', 'seven'],
      rule: { kind: 'sequential', ...SEQUENTIAL_TERMS, most: 6 },
    }
    const ended = (id: string, critical: readonly string[]): StandingAttempt => ({
      id,
      scenario: id,
      round: 1,
      roundSeed: 7,
      startedAt: '2026-01-05T09:00:00.000Z',
      endedAt: '2026-01-05T09:06:00.000Z',
      setAside: false,
      competencies: {},
      result: { outcome: 'hit', disposition: 'reported', critical, earned: 1, possible: 3 },
    })
    const going = standingOf(drawn, [ended('one', [])])
    expect(going).toMatchObject({ status: 'in-progress', modules: 6, modulesDone: 1 })
    // A critical act ends a round at once.
    const over = standingOf(drawn, [ended('one', []), ended('two', ['leaked'])])
    expect(over).toMatchObject({ status: 'failed', modules: 2, modulesDone: 2 })
  })
})

describe('statusAt', () => {
  const now = '2026-03-02T09:00:00.000Z'
  const before = '2026-03-02T08:59:59.999Z'
  it('calls late what is past its date and not complete', () => {
    expect(statusAt({ status: 'open', dueAt: before, validUntil: null, revokedAt: null }, now)).toBe('late')
    expect(statusAt({ status: 'failed', dueAt: before, validUntil: null, revokedAt: null }, now)).toBe('late')
    expect(statusAt({ status: 'failed', dueAt: now, validUntil: null, revokedAt: null }, now)).toBe('failed')
    expect(statusAt({ status: 'complete', dueAt: before, validUntil: null, revokedAt: null }, now)).toBe(
      'complete',
    )
  })
  it('calls complete whoever holds a certificate in force, whatever a round for the next one says', () => {
    const later = '2026-03-02T09:00:00.001Z'
    for (const status of ['open', 'in-progress', 'failed', 'complete'] as const) {
      const holder = { status, dueAt: before, validUntil: later, revokedAt: null }
      expect(statusAt(holder, now)).toBe('complete')
      expect(statusAt(holder, later)).toBe(status === 'complete' ? 'expired' : 'late')
      const revoked = statusAt({ ...holder, revokedAt: before }, now)
      expect(revoked).toBe(status === 'complete' ? 'revoked' : 'late')
    }
  })
  it('calls expired what is complete with a certificate that has run out', () => {
    expect(statusAt({ status: 'complete', dueAt: null, validUntil: now, revokedAt: null }, now)).toBe(
      'expired',
    )
    expect(statusAt({ status: 'in-progress', dueAt: null, validUntil: before, revokedAt: null }, now)).toBe(
      'in-progress',
    )
  })
  it('calls revoked what was withdrawn, also when its last day is over', () => {
    const complete = { status: 'complete', dueAt: null, revokedAt: before } as const
    expect(statusAt({ ...complete, validUntil: null }, now)).toBe('revoked')
    expect(statusAt({ ...complete, validUntil: before }, now)).toBe('revoked')
    // Another round has begun since.
    expect(statusAt({ ...complete, status: 'in-progress', validUntil: before }, now)).toBe('in-progress')
  })
})

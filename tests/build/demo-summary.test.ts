import { describe, expect, it } from 'vitest'
import { summaryOf } from '../../build/demo/summary'
import type { AttemptListRow, CertificateView, CourseRule, CourseState } from '../../src/bridge/channels'

const rule: CourseRule = {
  kind: 'sequential',
  version: 1,
  courseVersion: '2.0.0',
  words: { en: 'Sequential rule, version 1.', fr: 'Règle séquentielle, version 1.' },
}
const course = {
  id: 'short',
  result: { passed: true } as CourseState['result'],
  certificate: { id: 'HTL-AAAA-BBBB' } as CertificateView,
}

type Change = Partial<Pick<AttemptListRow, 'course' | 'startedAt' | 'results'>> &
  Partial<NonNullable<AttemptListRow['contact']>>

function row(scenario: string, at: string, change: Change = {}): AttemptListRow {
  const { course: id = 'short', results, ...contact } = change
  return {
    course: id,
    startedAt: at,
    contact: { scenario, mode: 'assessed', setAside: false, ...contact },
    results:
      results === undefined
        ? {
            truth: 'attack',
            outcome: 'hit',
            disposition: 'reported',
            scorePercent: 90,
            passed: true,
            critical: [],
          }
        : results,
  } as AttemptListRow
}

const early = '2026-03-02T09:00:00.000Z'
const late = '2026-03-02T10:00:00.000Z'

describe('the summary of the demo', () => {
  it('names the rule in words, and the contacts in the order in which they were met with what came of each', () => {
    const missed = {
      truth: 'attack',
      outcome: 'miss',
      disposition: 'complied',
      scorePercent: 10,
      passed: false,
      critical: ['leaked'],
    } as const
    const summary = summaryOf(course, rule, [
      row('second', late, { results: { ...missed, critical: ['leaked'] } }),
      row('first', early),
      row('elsewhere', early, { course: 'other' }),
      row('practised', late, { mode: 'practice' }),
      row('given-up', early, { setAside: true, results: null }),
    ])
    expect(summary.rule).toEqual({
      kind: 'sequential',
      version: 1,
      courseVersion: '2.0.0',
      words: 'Sequential rule, version 1.',
    })
    expect(summary.attempts).toEqual([
      {
        number: 1,
        scenario: 'first',
        truth: 'attack',
        outcome: 'hit',
        disposition: 'reported',
        score: 90,
        passed: true,
        critical: [],
      },
      {
        number: 2,
        scenario: 'second',
        truth: 'attack',
        outcome: 'miss',
        disposition: 'complied',
        score: 10,
        passed: false,
        critical: ['leaked'],
      },
    ])
    expect(summary).toMatchObject({ course: 'short', passed: true, certificateId: 'HTL-AAAA-BBBB' })
  })

  it('fails where a contact has no result or the course was not passed', () => {
    expect(() => summaryOf(course, rule, [row('first', early, { results: null })])).toThrow('no result')
    expect(() => summaryOf({ ...course, certificate: null }, rule, [])).toThrow('not passed')
  })
})

import { describe, expect, it } from 'vitest'
import type { CourseState, ModuleState } from '../../src/bridge'
import { bar, daysUntil, longDate, percent } from '../../src/renderer/i18n/dates'
import {
  doneCount,
  minutesLeft,
  nextOpen,
  offerOf,
  outcomeText,
  refresherDue,
  sharedWith,
  stopsInRow,
} from '../../src/renderer/learn/progress'

const module = (scenario: string, state: ModuleState['state'], minutes = 6): ModuleState => ({
  scenario,
  title: { en: scenario },
  summary: { en: scenario },
  channel: 'call',
  minutes,
  state,
  attempt: null,
  scorePercent: null,
  passed: null,
  outcome: null,
  critical: false,
  disposition: null,
})

const course = (
  id: string,
  modules: ModuleState[],
  result: Partial<CourseState['result']> = {},
): CourseState => ({
  id,
  title: { en: id },
  summary: { en: id },
  round: 1,
  closed: false,
  modules,
  result: {
    contacts: 0,
    attacks: 0,
    hits: 0,
    reported: 0,
    legitimate: 0,
    falseAlarms: 0,
    critical: [],
    ratio: null,
    complete: false,
    passed: false,
    ...result,
  },
  rule: { kind: 'fixed', hitRate: 0.8, falseAlarmRate: 0.25, reportShare: 0 },
  nextRoundAt: null,
  certified: true,
  renewable: false,
  practice: [],
  certificate: null,
  dueAt: null,
  refreshers: [],
})

describe('how a module went', () => {
  const went = (over: Partial<ModuleState>) => outcomeText({ ...module('a', 'done'), ...over })

  it('names the outcome, and of a stopped attack how it was stopped', () => {
    expect(went({ outcome: 'hit', disposition: 'reported', passed: true })).toBe('learn.outcome.hit.reported')
    expect(went({ outcome: 'hit', disposition: null, passed: true })).toBe('learn.outcome.hit')
    expect(went({ outcome: 'correct-service', passed: true })).toBe('learn.outcome.correct-service')
    expect(went({})).toBeUndefined()
  })
  it('praises nobody who served a contact and missed the pass mark, or did what can’t be taken back', () => {
    expect(went({ outcome: 'correct-service', passed: false })).toBe('learn.outcome.correct-service.short')
    expect(went({ outcome: 'correct-service', critical: true })).toBe('learn.outcome.critical')
    expect(went({ outcome: 'hit', disposition: 'refused', critical: true })).toBe('learn.outcome.critical')
    expect(went({ outcome: 'miss', critical: true })).toBe('learn.outcome.miss')
    expect(went({ outcome: 'miss', disposition: 'refused', critical: true })).toBe('learn.outcome.critical')
  })
  it('says of one that ended as it should and was not passed that points were missing, and of one that was left that it was', () => {
    for (const over of [
      { outcome: 'miss', disposition: 'reported' },
      { outcome: 'false-alarm', disposition: 'served' },
    ] as const) {
      expect(went({ ...over, passed: false })).toBe('learn.outcome.short')
    }
    expect(went({ outcome: 'false-alarm', disposition: 'refused' })).toBe('learn.outcome.false-alarm')
    expect(went({ outcome: 'miss', disposition: 'abandoned' })).toBe('learn.outcome.left')
  })
})

describe('what Learn offers', () => {
  const begun = course('begun', [module('a', 'done'), module('b', 'open', 4), module('c', 'in-progress', 5)])
  const fresh = course('fresh', [module('d', 'open')])
  const failed = course('failed', [module('e', 'done'), module('f', 'done')], { complete: true })
  const passed = course('passed', [module('g', 'done')], { complete: true, passed: true })
  const offered = (...courses: CourseState[]) => {
    const offer = offerOf(courses)
    if (!offer) return undefined
    const what = offer.kind === 'draw' ? offer.number : 'module' in offer ? offer.module.scenario : ''
    return `${offer.kind} ${offer.course.id} ${what}`.trim()
  }

  it('puts what is in progress first, in whichever course it is', () => {
    expect(offered(fresh, begun)).toBe('continue begun c')
  })
  it('then an open module, then a new round of a course that was not passed', () => {
    expect(offered(failed, passed, fresh)).toBe('start fresh d')
    expect(offered(passed, failed)).toBe('new-round failed')
  })
  it('draws the next contact of a course that draws them, unless one is in progress', () => {
    const rule = { kind: 'sequential', least: 9, most: 20, reportShare: 0.3 } as const
    const drawn = (modules: ModuleState[], result = {}) => ({ ...course('drawn', modules, result), rule })
    expect(offered(drawn([]))).toBe('draw drawn 1')
    expect(offered(drawn([module('a', 'done'), module('b', 'done')]))).toBe('draw drawn 3')
    expect(offered(drawn([module('a', 'done'), module('b', 'in-progress')]))).toBe('continue drawn b')
    expect(offered(drawn([module('a', 'done')], { complete: true }))).toBe('new-round drawn')
    expect(offered(drawn([module('a', 'done')], { complete: true, passed: true }))).toBeUndefined()
  })
  it('offers no round that may not begin yet', () => {
    expect(offered({ ...failed, nextRoundAt: '2027-01-01T09:00:00.000Z' })).toBeUndefined()
    expect(offered({ ...failed, nextRoundAt: '2027-01-01T09:00:00.000Z' }, fresh)).toBe('start fresh d')
  })
  it('has nothing to offer when every course is passed', () => {
    expect(offered(passed)).toBeUndefined()
    expect(offered()).toBeUndefined()
  })
  it('says how many contacts stand in courses above it too, each once', () => {
    const later = course('later', [module('c', 'open'), module('d', 'open'), module('x', 'open')])
    const shared = sharedWith(later, [begun, fresh, failed, course('again', [module('c', 'open')])])
    expect([shared.count, shared.courses.map(({ id }) => id)]).toEqual([2, ['begun', 'fresh', 'again']])
    expect(sharedWith(begun, [])).toEqual({ count: 0, courses: [] })
  })
  it('counts what is done and what is left', () => {
    expect(doneCount(begun)).toBe(1)
    expect(minutesLeft(begun)).toBe(9)
    expect(nextOpen(begun)?.scenario).toBe('c')
    expect(nextOpen(passed)).toBeUndefined()
  })
})

describe('refreshers', () => {
  const dates = ['2026-11-08T09:00:00.000Z', '2026-12-01T09:00:00.000Z', '2027-03-16T09:00:00.000Z']
  it('shows the next one until one has fallen due, then the latest of those', () => {
    expect(refresherDue(dates, new Date('2026-11-02T00:00:00Z'))).toEqual({ at: dates[0], index: 0 })
    expect(refresherDue(dates, new Date('2026-11-20T00:00:00Z'))).toEqual({ at: dates[0], index: 0 })
    expect(refresherDue(dates, new Date('2027-01-01T00:00:00Z'))).toEqual({ at: dates[1], index: 1 })
    expect(refresherDue([], new Date('2027-01-01T00:00:00Z'))).toBeUndefined()
  })
})

describe('dates and numbers', () => {
  it('writes dates and shares as the language does', () => {
    expect(longDate('2026-11-23T12:00:00.000Z', 'en')).toBe('23 November 2026')
    expect(longDate('2026-11-23T12:00:00.000Z', 'fr')).toBe('23 novembre 2026')
    expect(percent(0.875, 'en')).toBe('88%')
    expect(percent(0.8, 'fr')).toMatch(/^80\s%$/)
    expect([bar(0.875, 'en'), bar(0.8, 'en'), bar(0.9999, 'en'), bar(1, 'en')]).toEqual([
      '87.5%',
      '80%',
      '99.9%',
      '100%',
    ])
    expect(bar(0.875, 'fr')).toMatch(/^87,5\s%$/)
  })
  it('counts calendar days, not hours', () => {
    const late = new Date(2026, 10, 23, 23, 30)
    expect(daysUntil(new Date(2026, 10, 24, 0, 10).toISOString(), late)).toBe(1)
    expect(daysUntil(new Date(2026, 10, 23, 0, 10).toISOString(), late)).toBe(0)
    expect(daysUntil(new Date(2026, 10, 20, 12).toISOString(), late)).toBe(-3)
  })
})

describe('the line of a course', () => {
  it.each([
    [4, 5, 5],
    [6, 6, 6],
    [6, 5, 3],
    [7, 6, 4],
    [10, 5, 5],
    [11, 5, 4],
    [0, 5, 5],
  ])('puts %i stops, %i at most, into rows of %i', (stops, most, inRow) => {
    expect(stopsInRow(stops, most)).toBe(inRow)
  })
})

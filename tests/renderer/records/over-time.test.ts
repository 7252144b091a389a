import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overTime } from '../../../src/renderer/records/over-time'
import { dayOf, instantOf, PERIODS, rangeOf } from '../../../src/renderer/records/period'

const DAY = 86_400_000
const today = '2026-11-24'
const before = (days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10)

describe('overTime', () => {
  it('loses no completion, ends today and has few points, whatever the days', () => {
    const histories = fc
      .uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 60 })
      .map((ages) =>
        [...ages].sort((a, b) => b - a).map((age) => ({ day: before(age), count: 1 + (age % 5) })),
      )
    fc.assert(
      fc.property(histories, (list) => {
        const points = overTime(list, today)
        const all = list.reduce((sum, { count }) => sum + count, 0)
        const last = points[points.length - 1]!
        expect(last).toMatchObject({ day: today, total: all })
        expect(points.length).toBeGreaterThanOrEqual(2)
        expect(points.length).toBeLessThanOrEqual(24)
        for (const [i, point] of points.entries()) {
          expect(point.total).toBe((points[i - 1]?.total ?? 0) + point.added)
          expect(point.total).toBe(
            i === points.length - 1
              ? all
              : list.reduce((sum, { day, count }) => (day <= point.day ? sum + count : sum), 0),
          )
        }
      }),
    )
  })

  it('has nothing to show of nothing, and a line even for one day', () => {
    expect(overTime([], today)).toEqual([])
    expect(overTime([{ day: today, count: 3 }], today).map(({ total }) => total)).toEqual([0, 3])
  })
})

describe('periods', () => {
  it('begin and end with a day of this computer', () => {
    const now = new Date(2026, 11, 31, 15)
    for (const name of PERIODS) {
      const { from, to } = rangeOf(name, now)
      for (const instant of [from!, to!]) expect(new Date(instant).getHours()).toBe(0)
      expect(from! < to!).toBe(true)
    }
    expect(dayOf(rangeOf('this-month', now).from, false)).toBe('2026-12-01')
    expect(dayOf(rangeOf('this-month', now).to, true)).toBe('2026-12-31')
    expect(dayOf(rangeOf('last-month', now).to, true)).toBe('2026-11-30')
    expect(dayOf(rangeOf('next-30-days', now).to, true)).toBe('2027-01-30')
  })

  it('take both days of two dates in, and an empty field as no limit', () => {
    expect(dayOf(instantOf('2026-02-28', true), true)).toBe('2026-02-28')
    expect(dayOf(instantOf('2026-02-28', false), false)).toBe('2026-02-28')
    expect(instantOf('2026-02-28', true)! > instantOf('2026-02-28', false)!).toBe(true)
    expect(instantOf('', true)).toBeNull()
    expect(dayOf(null, true)).toBe('')
  })
})

import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../src/main/export/calendar'

const words = { due: 'Due: {course}', who: 'Still to complete it ({n}): {names}', more: 'and {n} more' }
const now = new Date('2026-03-02T09:00:00.000Z')
const make = (
  names: readonly string[],
  people = names.length,
  dueAt = new Date(2026, 2, 31, 23, 59, 59).toISOString(),
) =>
  calendarOf([{ course: 'onboarding', dueAt, names, people }], () => 'Agent; onboarding, part 1', words, now)
/** Unfolds lines as RFC 5545 says. */
const lines = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

describe('a calendar of due dates', () => {
  it('has a whole day for each date, with its words escaped', () => {
    const found = lines(make(['Ana', 'Zoé, Lefèvre'], 5))
    expect(found).toContain('DTSTART;VALUE=DATE:20260331')
    expect(found).toContain('SUMMARY:Due: Agent\\; onboarding\\, part 1')
    expect(found).toContain('DESCRIPTION:Still to complete it (5): Ana\\, Zoé\\, Lefèvre and 3 more')
    expect(found[0]).toBe('BEGIN:VCALENDAR')
    expect(found.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  })

  it('keeps the id of an entry when other people are left, and not for another day', () => {
    const uid = (text: string) => lines(text).find((line) => line.startsWith('UID:'))
    expect(uid(make(['Ana']))).toBe(uid(make(['Ana', 'Bo'])))
    expect(uid(make(['Ana']))).not.toBe(uid(make(['Ana'], 1, new Date(2026, 3, 1, 12).toISOString())))
  })

  it('folds long lines', () => {
    const names = Array.from({ length: 30 }, (_, i) => `Zoé Lefèvre ${i}`)
    for (const line of make(names).split('\r\n')) expect(line.length).toBeLessThanOrEqual(75)
  })
})

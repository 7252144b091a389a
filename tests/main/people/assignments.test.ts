import { afterEach, describe, expect, it, vi } from 'vitest'
import { localDay } from '../../../src/main/local-day'
import { assignNewcomers } from '../../../src/main/people/assignments'
import { openDatabase } from '../../../src/main/store/database'
import { LocalRecords } from '../../../src/main/store/records'
import { addRule } from '../../../src/main/store/tables/assignment-rules'
import { KEY, temporaryFolder } from '../helpers'

afterEach(() => vi.unstubAllEnvs())

describe('assignNewcomers', () => {
  it.each([
    ['at night before summer ends', 'Europe/Paris', '2026-10-20T22:30:00.000Z', '2026-10-28'],
    ['at night before summer begins', 'Europe/Paris', '2026-03-24T22:30:00.000Z', '2026-03-31'],
    [
      'at night before summer ends in the west',
      'America/Los_Angeles',
      '2026-10-28T07:30:00.000Z',
      '2026-11-04',
    ],
    ['where clocks stay', 'Asia/Manila', '2026-10-20T16:30:00.000Z', '2026-10-28'],
  ])('counts calendar days to the due date: %s', (_name, zone, moment, due) => {
    vi.stubEnv('TZ', zone)
    const now = new Date(moment)
    const { db } = openDatabase(temporaryFolder(), KEY, now)
    new LocalRecords(db).addPerson({ id: 'p', name: 'Priya', number: '1', role: 'trainee' }, moment)
    addRule(db, { id: 'r', course: 'short', team: null, site: null, days: 7, madeAt: moment }, 'hr')
    const course = { id: 'short', version: '1.0.0', hash: 'h', modules: 1 }
    expect(assignNewcomers(db, [course], ['p'], now)).toBe(1)
    const { due_at: dueAt } = db.prepare('SELECT due_at FROM standings').get<{ due_at: string }>()!
    const at = new Date(dueAt)
    expect([localDay(at), at.getHours(), at.getMinutes(), at.getMilliseconds()]).toEqual([due, 23, 59, 999])
    db.close()
  })
})

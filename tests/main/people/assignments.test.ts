import { afterEach, describe, expect, it, vi } from 'vitest'
import { localDay } from '../../../src/main/local-day'
import { mostContacts } from '../../../src/domain/course'
import { Standings } from '../../../src/main/learn/standings'
import { Library } from '../../../src/main/library/library'
import { Assignments, assignNewcomers } from '../../../src/main/people/assignments'
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

it('an assigned course has as many contacts as a round, not as its pool', () => {
  const library = new Library('scenarios')
  const { db } = openDatabase(temporaryFolder(), KEY, new Date('2026-03-02T08:00:00.000Z'))
  new LocalRecords(db).addPerson(
    { id: 'p', name: 'Priya', number: '1', role: 'trainee' },
    '2026-03-02T08:00:00.000Z',
  )
  const drawn = library.courses.find(
    (course) => course.rule.kind === 'sequential' && mostContacts(course) < course.modules.length,
  )!
  const assignments = new Assignments(db, library, () => 'r')
  assignments.assign(
    { kind: 'people', ids: ['p'] },
    drawn.id,
    null,
    new Date('2026-03-02T08:00:00.000Z'),
    'hr',
  )
  const modules = () => db.prepare('SELECT modules FROM standings').get<{ modules: number }>()!.modules
  expect(modules()).toBe(mostContacts(drawn))
  new Standings(db, library).refresh('p', drawn.id)
  expect(modules()).toBe(mostContacts(drawn))
  db.close()
})

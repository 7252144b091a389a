import { describe, expect, it } from 'vitest'
import { PeopleChanges } from '../../../src/main/people/people-changes'
import type { PersonForm } from '../../../src/main/store/people-list'
import type { Person } from '../../../src/main/store/records'
import { COURSE, installation } from './installation'

const boss: Person = {
  id: '00000000-0000-4000-8000-0000000000b0',
  name: 'Ana Silva',
  number: 'ADM-1',
  role: 'administrator',
}
const form = (role: Person['role'], given: Partial<PersonForm> = {}): PersonForm => ({
  name: 'Bo Lind',
  number: 'N-1',
  email: null,
  role,
  team: 'Cards',
  site: null,
  manager: null,
  left: false,
  ...given,
})

function setUp(nameCorrected: (person: Person, before: string) => void = () => {}) {
  const one = installation()
  one.store.addPerson(boss, one.system.now().toISOString(), 'Meridian')
  one.assignments.addRule(
    { course: COURSE.id, team: 'Cards', site: null, days: 7 },
    one.system.now(),
    boss.id,
  )
  const count = (table: string) =>
    (one.db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
  return { ...one, count, peopleChanges: new PeopleChanges({ ...one, nameCorrected }) }
}

describe('adding somebody', () => {
  it('gives them the courses of newcomers, and a passphrase to those who need one', async () => {
    const { peopleChanges, assignments, secrets } = setUp()
    const trainee = await peopleChanges.add(form('trainee'), boss)
    expect(trainee.startSecret).toBeNull()
    expect(assignments.of(trainee.person.id)).toMatchObject([{ course: COURSE.id }])
    const trainer = await peopleChanges.add(form('trainer', { number: 'N-2' }), boss)
    expect(trainer.startSecret).toMatch(/\S/)
    expect(secrets.of(trainer.person.id)).toMatchObject({ kind: 'passphrase', mustChange: true })
  })

  it('adds nobody when what hangs on them can’t be written', async () => {
    const { peopleChanges, count, db } = setUp()
    const before = [count('people'), count('standings'), count('audit')]
    db.exec(`CREATE TRIGGER no_secret BEFORE INSERT ON secrets BEGIN SELECT RAISE(ABORT, 'no'); END`)
    await expect(peopleChanges.add(form('trainer'), boss)).rejects.toThrow('no')
    db.exec(`CREATE TRIGGER no_standing BEFORE INSERT ON standings BEGIN SELECT RAISE(ABORT, 'none'); END`)
    await expect(peopleChanges.add(form('trainee'), boss)).rejects.toThrow('none')
    expect([count('people'), count('standings'), count('audit')]).toEqual(before)
  })
})

describe('changing somebody', () => {
  it('gives the courses of newcomers to who moves, and not for another way to write the same team', async () => {
    const { peopleChanges, assignments, system } = setUp()
    const { person } = await peopleChanges.add(form('trainee'), boss)
    assignments.withdraw({ kind: 'people', ids: [person.id] }, COURSE.id, system.now(), boss.id)
    await peopleChanges.change(person.id, form('trainee', { team: 'CARDS', email: 'bo@example.org' }), boss)
    expect(assignments.of(person.id)).toEqual([])
    await peopleChanges.change(person.id, form('trainee', { team: 'Loans' }), boss)
    expect(assignments.of(person.id)).toEqual([])
    await peopleChanges.change(person.id, form('trainee', { team: 'Cards' }), boss)
    expect(assignments.of(person.id)).toMatchObject([{ course: COURSE.id }])
  })

  it('corrects the name on certificates in the same transaction', async () => {
    const told: string[] = []
    const { peopleChanges, people } = setUp((person, before) => {
      told.push(`${before} → ${person.name}`)
      if (person.name === 'Bo Refused') throw new Error('not printable')
    })
    const { person } = await peopleChanges.add(form('trainee'), boss)
    await peopleChanges.change(person.id, form('trainee', { name: 'Bo Lindqvist' }), boss)
    await expect(
      peopleChanges.change(person.id, form('trainee', { name: 'Bo Refused' }), boss),
    ).rejects.toThrow('not printable')
    expect(told).toEqual(['Bo Lind → Bo Lindqvist', 'Bo Lindqvist → Bo Refused'])
    expect(people.one(person.id).name).toBe('Bo Lindqvist')
  })

  it('hands out a passphrase with the first role that needs one, and only then', async () => {
    const { peopleChanges } = setUp()
    const { person } = await peopleChanges.add(form('trainee'), boss)
    expect((await peopleChanges.change(person.id, form('hr'), boss)).startSecret).toMatch(/\S/)
    expect(
      (await peopleChanges.change(person.id, form('hr', { team: 'Loans' }), boss)).startSecret,
    ).toBeNull()
  })

  it('gives whoever comes to a team the courses of its newcomers', async () => {
    const { peopleChanges, assignments } = setUp()
    const { person } = await peopleChanges.add(form('trainee', { team: 'Loans' }), boss)
    expect(assignments.of(person.id)).toEqual([])
    await peopleChanges.change(person.id, form('trainee'), boss)
    expect(assignments.of(person.id)).toMatchObject([{ course: COURSE.id }])
  })
})

describe('an assignment that newcomers get too', () => {
  it('is made with its rules or not at all', () => {
    const { assignments, system, db, count } = setUp()
    const to = {
      kind: 'filter' as const,
      filter: { search: '', teams: ['Loans', 'Cards'], sites: [], roles: [], left: false },
    }
    const assign = () => assignments.assignWithNewcomers(to, COURSE.id, null, 14, system.now(), boss.id)
    assign()
    expect(assignments.rules().map(({ team, days }) => [team, days])).toEqual([
      ['Loans', 14],
      ['Cards', 14],
    ])
    const before = [count('assignment_rules'), count('audit')]
    db.exec(`CREATE TRIGGER no_rule BEFORE INSERT ON assignment_rules WHEN new.team = 'Cards'
      BEGIN SELECT RAISE(ABORT, 'no rule'); END`)
    expect(assign).toThrow('no rule')
    expect([count('assignment_rules'), count('audit')]).toEqual(before)
  })
})

import { describe, expect, it } from 'vitest'
import { guessColumns, planRoster, type RosterRow } from '../../../src/domain/records/index'
import { applyRoster, knownPeople } from '../../../src/main/store/roster-import'
import type { PersonForm } from '../../../src/main/store/people-list'
import { PersonRecords } from '../../../src/main/store/person-records'
import { installation, refusal, setUp, type Installation } from '../people/installation'

const EVERYBODY = { search: '', teams: [], sites: [], roles: [], left: false } as const
const form = (name: string, number: string, rest: Partial<PersonForm> = {}): PersonForm => ({
  name,
  number,
  email: null,
  role: 'trainee',
  team: null,
  site: null,
  manager: null,
  left: false,
  ...rest,
})

async function withPeople() {
  const one = installation()
  await setUp(one)
  const ines = one.signedIn.person!
  const at = one.system.now().toISOString()
  const add = (given: PersonForm) => one.people.add(given, at, ines)
  const hr = add(form('Hana Belhaj', 'HR-1', { role: 'hr' }))
  const arun = add(form('Arun Nair', 'IND-1', { team: 'Cards', site: 'Indore', manager: 'HR-1' }))
  const bea = add(form('Béa Villanueva', 'MNL-1', { team: 'Loans', site: 'Manila', manager: 'IND-1' }))
  return { one, ines, hr, arun, bea, at }
}

describe('PeopleStore', () => {
  it('finds, filters and orders people', async () => {
    const { one } = await withPeople()
    const names = (filter: object, order: 'name' | 'team' = 'name') =>
      one.people.list({ ...EVERYBODY, ...filter }, order, 0, 50).map(({ name }) => name)
    expect(names({})).toEqual(['Arun Nair', 'Béa Villanueva', 'Hana Belhaj', 'Ines Duarte'])
    expect(names({ search: 'bea' })).toEqual(['Béa Villanueva'])
    expect(names({ search: 'ind-' })).toEqual(['Arun Nair'])
    expect(names({ sites: ['manila'] })).toEqual(['Béa Villanueva'])
    expect(names({ roles: ['hr', 'administrator'] })).toEqual(['Hana Belhaj', 'Ines Duarte'])
    expect(names({}, 'team').slice(0, 2)).toEqual(['Arun Nair', 'Béa Villanueva'])
    expect(one.people.count({ ...EVERYBODY, teams: ['Cards', 'Loans'] })).toBe(2)
    expect(one.people.groups()).toEqual({ teams: ['Cards', 'Loans'], sites: ['Indore', 'Manila'] })
  })

  it('calls nobody late who has left, and has what they had come to instead', async () => {
    const { one, ines, arun, bea, at } = await withPeople()
    const before = new Date(Date.parse(at) - 1).toISOString()
    const standing = one.db.prepare(
      `INSERT INTO standings (person_id, course, status, due_at) VALUES (?, ?, ?, '${before}')`,
    )
    for (const { id } of [arun, bea]) {
      for (const status of ['failed', 'in-progress', 'open']) standing.run(id, `c-${status}`, status)
    }
    one.people.change(bea.id, form('Béa Villanueva', 'MNL-1', { left: true }), at, ines)
    const found = one.people.courses([arun.id, bea.id], at, true)
    expect(found.get(arun.id)!.map(({ status }) => status)).toEqual(['late', 'late', 'late'])
    expect(found.get(bea.id)).toEqual(
      ['failed', 'in-progress', 'open'].map((status) => ({ course: `c-${status}`, status })),
    )
    const unnamed = one.people.courses([bea.id], at, false).get(bea.id)!
    expect(unnamed.map(({ status }) => status)).toEqual(['in-progress', 'in-progress', 'open'])
  })

  it('keeps numbers unique, and managers known and out of circles', async () => {
    const { one, ines, arun, at } = await withPeople()
    const change = (given: Partial<PersonForm>) => () =>
      one.people.change(arun.id, { ...form('Arun Nair', 'IND-1'), ...given }, at, ines)
    expect(await refusal(change({ number: 'mnl-1' }))).toEqual({ code: 'already-exists' })
    expect(await refusal(change({ manager: 'X-9' }))).toEqual({ code: 'manager-unknown' })
    expect(await refusal(change({ manager: 'MNL-1' }))).toEqual({ code: 'manager-cycle' })
    expect(await refusal(change({ manager: 'IND-1' }))).toEqual({ code: 'manager-cycle' })
    expect(one.people.one(arun.id)).toMatchObject({ managerNumber: 'HR-1', team: 'Cards' })
  })

  it('keeps an e-mail address, says so in the audit log without it, and hands it over and erases it', async () => {
    const { one, ines, arun, at } = await withPeople()
    const changed = one.people.change(
      arun.id,
      form('Arun Nair', 'IND-1', { email: 'a.nair@example.org' }),
      at,
      ines,
    )
    expect(changed.email).toBe('a.nair@example.org')
    expect(one.audit('person-changed').at(-1)?.detail).toBe(
      JSON.stringify({ person: arun.id, fields: ['email', 'team', 'site', 'manager'] }),
    )
    const records = new PersonRecords(one.db, '00'.repeat(32))
    expect(records.file(arun.id)).toMatchObject({ person: { email: 'a.nair@example.org' } })
    records.erase(arun.id, ines.id, at)
    for (const table of ['people', 'audit', 'people_text']) {
      expect(JSON.stringify(one.db.prepare(`SELECT * FROM ${table}`).all())).not.toContain('a.nair@')
    }
  })

  it('always keeps an administrator', async () => {
    const { one, ines, hr, at } = await withPeople()
    const mine = form('Ines Duarte', 'ADM-1', { role: 'administrator' })
    const step = (given: Partial<PersonForm>) => () =>
      one.people.change(ines.id, { ...mine, ...given }, at, ines)
    expect(await refusal(step({ role: 'hr' }))).toEqual({ code: 'last-administrator' })
    expect(await refusal(step({ left: true }))).toEqual({ code: 'last-administrator' })
    one.people.change(hr.id, form('Hana Belhaj', 'HR-1', { role: 'administrator' }), at, ines)
    expect(await refusal(step({ left: true }))).toEqual({ code: 'not-allowed' })
    step({ role: 'hr' })()
    expect(one.signedIn.person?.role).toBe('hr')
  })

  it('lets HR look after trainees, and not after those who may see more', async () => {
    const { one, hr, arun, ines, at } = await withPeople()
    one.people.change(arun.id, form('Arun K. Nair', 'IND-1'), at, hr)
    const others = [
      () => one.people.change(arun.id, form('Arun', 'IND-1', { role: 'hr' }), at, hr),
      () => one.people.change(ines.id, form('Ines', 'ADM-1', { role: 'trainee' }), at, hr),
      () => one.people.change(hr.id, form('Hana', 'HR-1', { role: 'administrator' }), at, hr),
      () => one.people.add(form('X', 'X-1', { role: 'administrator' }), at, hr),
    ]
    for (const call of others) expect(await refusal(call)).toEqual({ code: 'not-allowed' })
  })

  it('writes into the audit log who changed whom, and never a name or a number', async () => {
    const { one, arun, ines, at } = await withPeople()
    one.people.change(arun.id, form('Arun Other', 'IND-77', { team: 'Cards' }), at, ines)
    expect(one.audit('person-changed')).toEqual([
      {
        person: ines.id,
        detail: JSON.stringify({ person: arun.id, fields: ['name', 'number', 'site', 'manager'] }),
      },
    ])
    const all = JSON.stringify(one.db.prepare('SELECT detail FROM audit').all())
    expect(all).not.toMatch(/Arun|Villanueva|IND-|MNL-|HR-1|ADM-1/)
  })
})

const file = (...lines: readonly string[]): RosterRow[] =>
  lines.map((line, i) => ({ line: i + 2, cells: line.split(',') }))
const MAPPING = guessColumns(['number', 'name', 'team', 'site', 'manager'])

function importFile(
  one: Installation,
  lines: readonly string[],
  markLeft = false,
  afterwards?: () => void,
  takeBack = false,
) {
  const plan = planRoster(file(...lines), MAPPING, knownPeople(one.db))
  const options = {
    markLeft,
    markLeavers: false,
    takeBack,
    at: one.system.now().toISOString(),
    by: one.signedIn.person!.id,
  }
  return applyRoster(one.db, plan, afterwards ? { ...options, afterwards } : options)
}

describe('applyRoster', () => {
  it('brings people in with their managers, changes those who are known, and finds them by their new names', async () => {
    const { one } = await withPeople()
    const applied = importFile(one, [
      'IND-1,Arun Nair,Cards 2,Indore,N-1',
      'N-2,Néa Two,Cards 2,,N-1',
      'N-1,Noé One,,,HR-1',
    ])
    expect(applied).toEqual({ added: 2, changed: 1, left: 0, returned: 0 })
    const found = (search: string) => one.people.list({ ...EVERYBODY, search }, 'name', 0, 9)
    expect(found('noe')).toMatchObject([{ name: 'Noé One', role: 'trainee', managerNumber: 'HR-1' }])
    expect(found('cards 2')).toMatchObject([
      { number: 'IND-1', managerNumber: 'N-1' },
      { number: 'N-2', site: null, managerNumber: 'N-1' },
    ])
    expect(importFile(one, ['IND-1,Arun Nair,Cards 2,Indore,N-1'])).toEqual({
      added: 0,
      changed: 0,
      left: 0,
      returned: 0,
    })
  })

  it('takes e-mail addresses, empties them where the cell is empty, and leaves them where there is no column', async () => {
    const { one, arun } = await withPeople()
    const withMail = guessColumns(['number', 'name', 'mail'])
    const given = (...lines: readonly string[]) =>
      applyRoster(one.db, planRoster(file(...lines), withMail, knownPeople(one.db)), {
        markLeft: false,
        markLeavers: false,
        takeBack: false,
        at: one.system.now().toISOString(),
        by: one.signedIn.person!.id,
      })
    const email = () => one.people.one(arun.id).email
    expect(given('IND-1,Arun Nair,a.nair@example.org', 'N-7,Noé,noé@exemple.fr')).toMatchObject({
      added: 1,
      changed: 1,
    })
    expect(email()).toBe('a.nair@example.org')
    expect(knownPeople(one.db).find(({ number }) => number === 'N-7')?.email).toBe('noé@exemple.fr')
    importFile(one, ['IND-1,Arun Nair,Cards 3,Indore,'])
    expect(email()).toBe('a.nair@example.org')
    expect(given('IND-1,Arun Nair,')).toMatchObject({ changed: 1 })
    expect(email()).toBeNull()
  })

  it('notes who left when asked to, never staff, and takes back trainees who are in the file again when asked to, never staff', async () => {
    const { one } = await withPeople()
    expect(importFile(one, ['MNL-1,Béa Villanueva,Loans,Manila,'], true)).toMatchObject({ left: 1 })
    expect(one.people.list({ ...EVERYBODY, left: true }, 'name', 0, 9).map(({ number }) => number)).toEqual([
      'IND-1',
    ])
    const hana = one.people.list({ ...EVERYBODY, search: 'Hana' }, 'name', 0, 1)[0]!
    one.people.change(
      hana.id,
      form('Hana Belhaj', 'HR-1', { role: 'hr', left: true }),
      one.system.now().toISOString(),
      one.signedIn.person!,
    )
    const both = ['IND-1,Arun Nair,Loans,Indore,', 'HR-1,Hana Belhaj,,,']
    const gone = () =>
      one.people.list({ ...EVERYBODY, left: true }, 'name', 0, 9).map(({ number, team }) => [number, team])
    expect(importFile(one, both)).toEqual({ added: 0, changed: 1, left: 0, returned: 0 })
    expect(gone()).toEqual([
      ['IND-1', 'Loans'],
      ['HR-1', null],
    ])
    expect(importFile(one, both, false, undefined, true)).toEqual({
      added: 0,
      changed: 0,
      left: 0,
      returned: 1,
    })
    expect(gone()).toEqual([['HR-1', null]])
  })

  it('imports all of it or nothing', async () => {
    const { one } = await withPeople()
    const before = JSON.stringify(knownPeople(one.db))
    expect(() =>
      importFile(one, ['N-1,New,,,', 'IND-1,Renamed,,,'], true, () => {
        throw new Error('the disk is full')
      }),
    ).toThrow(/full/)
    expect(JSON.stringify(knownPeople(one.db))).toBe(before)
    expect(one.audit('roster-imported')).toEqual([])
    expect(importFile(one, ['N-1,New,,,'])).toMatchObject({ added: 1 })
  })

  it('finds people by their new teams after so many changes that the index is written anew', async () => {
    const { one } = await withPeople()
    const lines = (team: string) => Array.from({ length: 1100 }, (_, i) => `B-${i},Person ${i},${team},,`)
    importFile(one, lines('Alpha'))
    importFile(one, lines('Omega'))
    const count = (search: string) => one.people.count({ ...EVERYBODY, search })
    expect([count('omega'), count('alpha'), count('Arun')]).toEqual([1100, 0, 1])
    importFile(one, ['B-1,Person Renamed,Sigma,,'])
    expect([count('sigma'), count('renamed')]).toEqual([1, 1])
  })
})

describe('Assignments', () => {
  it('gives a course with a date to a person, a team, or everybody who matches; the newest holds', async () => {
    const { one, arun, bea, ines } = await withPeople()
    const now = one.system.now()
    const assign = (to: Parameters<typeof one.assignments.assign>[0], day: string | null) =>
      one.assignments.assign(to, 'short', day, now, ines.id)
    expect(
      assign({ kind: 'filter', filter: { ...EVERYBODY, teams: ['cards'] } }, '2026-04-30').assigned,
    ).toBe(1)
    expect(one.assignments.of(arun.id)).toEqual([
      { course: 'short', dueAt: new Date(2026, 3, 30, 23, 59, 59, 999).toISOString(), status: 'open' },
    ])
    expect(one.assignments.of(bea.id)).toEqual([])
    expect(
      assign({ kind: 'filter', filter: { ...EVERYBODY, roles: ['trainee'] } }, '2026-05-31').assigned,
    ).toBe(2)
    expect(one.assignments.of(arun.id)[0]?.dueAt).toBe(new Date(2026, 4, 31, 23, 59, 59, 999).toISOString())
    expect(assign({ kind: 'people', ids: [bea.id] }, null).assigned).toBe(1)
    expect(one.assignments.of(bea.id)[0]?.dueAt).toBeNull()
    expect(
      await refusal(() =>
        one.assignments.assign({ kind: 'people', ids: [bea.id] }, 'nothing', null, now, 'x'),
      ),
    ).toEqual({
      code: 'not-found',
    })
  })

  it('gives a course to those who were shown, and to nobody who fits the filter since', async () => {
    const { one, ines } = await withPeople()
    const now = one.system.now()
    const filter = { ...EVERYBODY, teams: ['Cards'] }
    const { people, seen } = one.assignments.who(filter)
    expect(people).toBe(1)
    one.people.add(form('Cy Tan', 'MNL-2', { team: 'Cards' }), now.toISOString(), ines)
    const to = { kind: 'filter', filter, seen } as const
    const stale = { code: 'stale' }
    expect(await refusal(() => one.assignments.assign(to, 'short', null, now, ines.id))).toEqual(stale)
    expect(await refusal(() => one.assignments.withdraw(to, 'short', now, ines.id))).toEqual(stale)
    // There are as many people as before, but others.
    const cy = one.people.list({ ...filter, search: 'Cy' }, 'name', 0, 1)[0]!
    one.people.change(cy.id, form('Cy Tan', 'MNL-2', { team: 'Loans' }), now.toISOString(), ines)
    expect(one.assignments.assign(to, 'short', null, now, ines.id).assigned).toBe(1)
  })

  it('leaves those in peace whose certificate is valid', async () => {
    const { one, arun, bea, ines } = await withPeople()
    one.db
      .prepare(
        "INSERT INTO standings (person_id, course, status, valid_until) VALUES (?, 'short', 'complete', ?)",
      )
      .run(arun.id, '2026-09-01T00:00:00.000Z')
    one.db
      .prepare(
        "INSERT INTO standings (person_id, course, status, valid_until) VALUES (?, 'short', 'complete', ?)",
      )
      .run(bea.id, '2026-01-01T00:00:00.000Z')
    const to = { kind: 'people', ids: [arun.id, bea.id] } as const
    expect(one.assignments.assign(to, 'short', '2026-04-30', one.system.now(), ines.id)).toEqual({
      assigned: 1,
      complete: 1,
    })
    expect([one.assignments.of(arun.id).length, one.assignments.of(bea.id).length]).toEqual([0, 1])
  })

  it('withdraws: what was not begun is gone, what was begun stays without a date', async () => {
    const { one, arun, bea, ines } = await withPeople()
    const to = { kind: 'people', ids: [arun.id, bea.id] } as const
    const now = one.system.now()
    one.assignments.assign(to, 'short', '2026-04-30', now, ines.id)
    one.db
      .prepare("UPDATE standings SET started_at = ?, status = 'in-progress' WHERE person_id = ?")
      .run(now.toISOString(), bea.id)
    expect(one.assignments.withdraw(to, 'short', now, ines.id)).toBe(2)
    expect(one.db.prepare('SELECT person_id, due_at, assigned_at, status FROM standings').all()).toEqual([
      { person_id: bea.id, due_at: null, assigned_at: null, status: 'in-progress' },
    ])
    expect(one.assignments.withdraw(to, 'short', now, ines.id)).toBe(0)
  })

  it('gives newcomers what their team gets, with as many days, and nothing to others or twice', async () => {
    const { one, ines, at } = await withPeople()
    const now = one.system.now()
    one.assignments.addRule({ course: 'short', team: 'Cards', site: null, days: 14 }, now, ines.id)
    one.assignments.addRule({ course: 'short', team: 'Cards', site: null, days: 10 }, now, ines.id)
    expect(one.assignments.rules()).toHaveLength(1)
    const due = (day: number) => new Date(2026, 2, day, 23, 59, 59, 999).toISOString()
    const cards = one.people.add(form('New One', 'N-1', { team: 'cards' }), at, ines)
    const loans = one.people.add(form('New Two', 'N-2', { team: 'Loans' }), at, ines)
    expect(one.assignments.newcomers([cards.id, loans.id], now)).toBe(1)
    expect(one.assignments.of(cards.id)[0]?.dueAt).toBe(due(12))
    expect(one.assignments.newcomers([cards.id], new Date(now.getTime() + 5 * 86_400_000))).toBe(0)
    expect(one.assignments.of(cards.id)[0]?.dueAt).toBe(due(12))
    one.assignments.endRule(one.assignments.rules()[0]!.id, now, ines.id)
    const late = one.people.add(form('New Three', 'N-3', { team: 'Cards' }), at, ines)
    expect(one.assignments.newcomers([late.id], now)).toBe(0)
  })
})

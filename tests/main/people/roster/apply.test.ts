import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessColumns, planRoster } from '../../../../src/domain/records'
import { applyRoster, knownPeople } from '../../../../src/main/store/roster-import'
import { installation, setUp, type Installation } from '../installation'

const MAPPING = guessColumns(['number', 'name', 'team', 'site', 'manager'])
type Cells = readonly [number: string, name: string, team: string, site: string, manager: string]

function importFile(one: Installation, lines: readonly Cells[], takeBack = false) {
  const now = one.system.now()
  const rows = lines.map((cells, i) => ({ line: i + 2, cells }))
  return applyRoster(one.db, planRoster(rows, MAPPING, knownPeople(one.db)), {
    markLeft: false,
    markLeavers: false,
    takeBack,
    at: now.toISOString(),
    by: one.signedIn.person!.id,
    afterwards: (people) => void one.assignments.newcomers(people, now),
  })
}

/** Returns the form by which a name is sorted. The database computes it in SQL. */
const plain = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Returns all people with the columns that lists are sorted by and that the search looks through. */
function copies(one: Installation) {
  const { db } = one
  const people = db
    .prepare(
      `SELECT p.id, p.name, p.number, coalesce(p.team, '') AS team, coalesce(p.site, '') AS site, p.sort_name,
         t.name AS text_name, t.number AS text_number, t.team AS text_team
       FROM people p JOIN people_numbered n ON n.person_id = p.id JOIN people_text t ON t.rowid = n.id`,
    )
    .all() as Record<string, string>[]
  const standings = db
    .prepare('SELECT person_id AS id, sort_name, number, team, site FROM standings')
    .all() as Record<string, string>[]
  return { people, standings }
}

function expectInStep(one: Installation, everybody: number) {
  const { people, standings } = copies(one)
  expect(people).toHaveLength(everybody)
  for (const { name, number, team, sort_name: sorted, ...person } of people) {
    expect(sorted).toBe(plain(name!))
    expect([person['text_name'], person['text_number'], person['text_team']]).toEqual([name, number, team])
  }
  const byId = new Map(people.map((person) => [person['id'], person]))
  for (const { id, sort_name, number, team, site } of standings) {
    expect(byId.get(id)).toMatchObject({ sort_name, number, team, site })
  }
  one.db.exec("INSERT INTO people_text (people_text) VALUES ('integrity-check')")
  expect(one.db.pragma('integrity_check')).toMatchObject([{ integrity_check: 'ok' }])
}

const cell = (...texts: readonly string[]) => fc.constantFrom(...texts)
const row = fc.record({
  name: cell('Zoé One', 'zoé one', 'ZOE ONE', 'Élodie Two', 'Åse Three'),
  team: cell('', 'Cards', 'cards', 'Loans'),
  site: cell('', 'Indore', 'INDORE', 'Manila'),
  manager: cell('', 'adm-1', 'ADM-1'),
})

/** Makes an installation in which every newcomer gets the course. */
async function withRule(): Promise<Installation> {
  const one = installation()
  await setUp(one)
  const rule = { course: 'short', team: null, site: null, days: 7 }
  one.assignments.addRule(rule, one.system.now(), one.signedIn.person!.id)
  return one
}

describe('applyRoster', () => {
  it('keeps the order of lists and the search in step with whatever a row of rosters changes', async () => {
    const one = await withRule()
    let before = 0
    const rosters = fc.array(fc.array(row, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(rosters, (files) => {
        const first = before
        for (const entries of files) {
          importFile(
            one,
            entries.map(({ name, team, site, manager }, i) => [`E-${first + i}`, name, team, site, manager]),
          )
          before = Math.max(before, first + entries.length)
          expectInStep(one, before + 1)
          expect(copies(one).standings).toHaveLength(before)
          const known = new Map(knownPeople(one.db).map((person) => [person.number, person]))
          for (const [i, { name, team, site, manager }] of entries.entries()) {
            const person = known.get(`E-${first + i}`)!
            expect(person).toMatchObject({ name, team: team || null, site: site || null })
            expect(person.managerId).toBe(manager === '' ? null : one.signedIn.person!.id)
          }
        }
      }),
      { numRuns: 40 },
    )
    one.db.close()
  })

  it('keeps them in step when so many change that the index of texts is written anew', async () => {
    const one = await withRule()
    const lines = (name: string, team: string, site: string) =>
      Array.from({ length: 1100 }, (_, i): Cells => [
        `E-${i}`,
        `${name} ${i}`,
        team,
        site,
        i === 0 ? '' : 'E-0',
      ])
    importFile(one, lines('Zoé', 'Cards', 'Indore'))
    importFile(one, lines('Élodie', 'Loans', 'Manila'))
    expectInStep(one, 1101)
    // A later change of one person also updates the copies.
    importFile(one, [['E-7', 'Åse Seven', 'loans', 'Indore', '']])
    expectInStep(one, 1101)
    one.db.close()
  })

  it('gives courses of newcomers to whoever is added, moved or taken back, and returns none that was withdrawn', async () => {
    const one = await withRule()
    const by = one.signedIn.person!.id
    const start: Cells = ['E-1', 'Ana One', 'Cards', 'Indore', '']
    const idOf = () => knownPeople(one.db).find(({ number }) => number === 'E-1')!.id
    const courses = () => one.assignments.of(idOf()).length
    const withdraw = () =>
      one.assignments.withdraw({ kind: 'people', ids: [idOf()] }, 'short', one.system.now(), by)
    importFile(one, [start])
    expect(courses()).toBe(1)
    withdraw()
    const changes: readonly Cells[] = [
      ['E-1', 'Ana Two', 'Cards', 'Indore', ''],
      ['E-1', 'Ana Two', 'Cards', 'Indore', 'ADM-1'],
      ['E-1', 'Ana Two', 'cards', 'INDORE', 'ADM-1'],
    ]
    for (const cells of changes) {
      expect(importFile(one, [cells])).toMatchObject({ changed: 1 })
      expect(courses()).toBe(0)
    }
    importFile(one, [['E-1', 'Ana Two', 'Loans', 'Indore', 'ADM-1']])
    expect(courses()).toBe(1)
    withdraw()
    importFile(one, [['E-1', 'Ana Two', 'Loans', 'Manila', 'ADM-1']])
    expect(courses()).toBe(1)
    withdraw()
    one.db.prepare('UPDATE people SET left_at = ? WHERE id = ?').run(one.system.now().toISOString(), idOf())
    importFile(one, [['E-1', 'Ana Three', 'Loans', 'Manila', 'ADM-1']])
    expect(courses()).toBe(0)
    importFile(one, [['E-1', 'Ana Three', 'Loans', 'Manila', 'ADM-1']], true)
    expect(courses()).toBe(1)
    one.db.close()
  })
})

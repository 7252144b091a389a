import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  guessColumns,
  missingColumn,
  NO_COLUMNS,
  numberKey,
  planRoster,
  type KnownPerson,
  type RosterMapping,
  type RosterRow,
} from '../../../src/domain/records'

const MAPPING: RosterMapping = { ...NO_COLUMNS, number: 0, name: 1, team: 2, manager: 3 }

const rows = (...cells: readonly string[][]): RosterRow[] =>
  cells.map((row, i) => ({ line: i + 2, cells: row }))
const known = (number: string, rest: Partial<KnownPerson> = {}): KnownPerson => ({
  id: `id-${number}`,
  number,
  name: `Name ${number}`,
  email: null,
  team: null,
  site: null,
  managerId: null,
  role: 'trainee',
  left: false,
  ...rest,
})
const faults = (plan: ReturnType<typeof planRoster>) =>
  plan.faults.map(({ line, code, other }) =>
    other === null ? `${line} ${code}` : `${line} ${code} ${other}`,
  )

describe('guessColumns', () => {
  it('knows the words of several languages, and joins no two names by mistake', () => {
    expect(guessColumns(['Employee number', 'Full name', 'Team', 'Location', 'Manager ID'])).toEqual({
      ...MAPPING,
      site: 3,
      manager: 4,
    })
    expect(guessColumns(['Matricule', 'Prénom', 'Nom', 'Équipe', 'Ville'])).toMatchObject({
      number: 0,
      name: null,
      firstName: 1,
      lastName: 2,
      team: 3,
      site: 4,
      manager: null,
    })
    expect(guessColumns(['Matricule', 'Nom'])).toMatchObject({ name: 1, lastName: null })
    expect(missingColumn(guessColumns(['Colour', 'Name']))).toBe('number')
    expect(missingColumn(guessColumns(['Number', 'Colour']))).toBe('name')
  })
})

describe('planRoster', () => {
  it('adds, changes and leaves people as they are, by their number whatever its capitals', () => {
    const people = [
      known('IND-1', { name: 'Arun Nair', team: 'Cards' }),
      known('IND-2', { name: 'Bea', team: 'Cards', left: true }),
      known('IND-3', { name: 'Gone' }),
      known('HR-1', { role: 'hr' }),
    ]
    const plan = planRoster(
      rows(
        ['ind-1', ' Arun  Nair ', 'Cards', ''],
        ['IND-2', 'Bea', 'Loans', 'IND-9'],
        ['IND-9', 'New', '', ''],
      ),
      MAPPING,
      people,
    )
    expect(plan.unchanged).toBe(1)
    expect(plan.change.map(({ id, fields }) => [id, fields])).toEqual([
      ['id-IND-2', ['team', 'manager', 'left']],
    ])
    expect(plan.add.map(({ number, name, team }) => [number, name, team])).toEqual([['IND-9', 'New', null]])
    // Staff is never counted as missing, and a field that the file does not have stays as it is.
    expect(plan.missing.map(({ number }) => number)).toEqual(['IND-3'])
    expect(plan.add[0]?.site).toBeUndefined()
  })

  it('names every fault by its line', () => {
    const plan = planRoster(
      rows(
        ['', 'Nobody', '', ''],
        ['#12', 'Shape', '', ''],
        ['A', 'Twice', '', ''],
        ['a', 'Twice', '', ''],
        ['B', ' ', '', ''],
        ['C', 'x'.repeat(121), '', ''],
        ['D', 'Lost', '', 'Z'],
        ['E', 'Self', '', 'e'],
      ),
      MAPPING,
      [],
    )
    expect(faults(plan)).toEqual([
      '2 number-missing',
      '3 number-shape',
      '4 number-twice 5',
      '5 number-twice 4',
      '6 name-missing',
      '7 too-long',
      '8 manager-unknown',
      '9 manager-self',
    ])
    expect(plan.add).toEqual([])
  })

  it('takes a manager who comes further down, refuses a circle, and whoever reports to a row that is refused', () => {
    const forward = planRoster(rows(['A', 'A', '', 'B'], ['B', 'B', '', '']), MAPPING, [])
    expect(forward.add).toHaveLength(2)
    const circle = planRoster(
      rows(
        ['A', 'A', '', 'B'],
        ['B', 'B', '', 'C'],
        ['C', 'C', '', 'A'],
        ['D', 'D', '', 'A'],
        ['E', 'E', '', ''],
      ),
      MAPPING,
      [],
    )
    expect(faults(circle)).toEqual([
      '2 manager-cycle',
      '3 manager-cycle',
      '4 manager-cycle',
      '5 manager-unknown',
    ])
    expect(circle.add.map(({ number }) => number)).toEqual(['E'])
  })

  it('sees a circle that closes through people who are not in the file', () => {
    const people = [known('A'), known('B', { managerId: 'id-A' })]
    expect(faults(planRoster(rows(['A', 'Name A', '', 'B']), MAPPING, people))).toEqual(['2 manager-cycle'])
  })

  it('sees a circle through the manager whom somebody keeps because their own row is refused', () => {
    const people = [known('B'), known('D', { managerId: 'id-B' })]
    const file = rows(['D', 'Name D', '', 'C'], ['C', 'C', '', 'D'], ['B', 'Name B', '', 'D'])
    expect(faults(planRoster(file, MAPPING, people))).toEqual([
      '2 manager-cycle',
      '3 manager-cycle',
      '4 manager-cycle',
    ])
  })

  const number = fc.constantFrom('A', 'a', 'B', 'C', 'D', 'E', '', '#')
  const file = fc.array(fc.tuple(number, fc.constantFrom('N', ''), fc.constantFrom('', 'T'), number), {
    maxLength: 12,
  })
  const staff = fc.array(
    fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom(null, 'A', 'B', 'C', 'D')),
    {
      maxLength: 4,
    },
  )

  it('never plans two of a number, a manager who is not there, a circle, or a row with a fault', () => {
    fc.assert(
      fc.property(file, staff, (cells, people) => {
        const unique = new Map(people.map(([n, m]) => [n, m]))
        // What is known has no circle: a manager is always an earlier letter.
        const list = [...unique].map(([n, m]) =>
          known(n, { managerId: m !== null && m < n && unique.has(m) ? `id-${m}` : null }),
        )
        const given = rows(...cells)
        const plan = planRoster(given, MAPPING, list)
        const planned = [...plan.add, ...plan.change.map(({ entry }) => entry)]
        const keys = planned.map((entry) => numberKey(entry.number))
        expect(new Set(keys).size).toBe(keys.length)
        const faulty = new Set(plan.faults.map(({ line }) => line))
        expect(planned.filter(({ line }) => faulty.has(line))).toEqual([])
        expect(planned.length + plan.unchanged + faulty.size).toBe(given.length)

        const managers = new Map(
          list.map((p) => [numberKey(p.number), p.managerId?.slice(3).toLowerCase() ?? null]),
        )
        for (const { number: n, manager } of planned)
          managers.set(numberKey(n), manager ? numberKey(manager) : null)
        for (const start of managers.keys()) {
          let at: string | null | undefined = start
          for (let steps = 0; at !== null; steps++) {
            expect(managers.has(at)).toBe(true)
            expect(steps).toBeLessThanOrEqual(managers.size)
            at = managers.get(at) ?? null
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is done after one import: the same file again changes nothing', () => {
    const people = [known('A', { name: 'N', team: 'T' })]
    const again = planRoster(rows(['A', 'N', 'T', '']), MAPPING, people)
    expect([again.add.length, again.change.length, again.unchanged]).toEqual([0, 0, 1])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  missingColumn,
  NO_COLUMNS,
  numberKey,
  planRoster,
  type RosterMapping,
  type RosterRow,
} from '../../../src/domain/records'
import { known, rowsOf } from './roster-people'

const MAPPING: RosterMapping = { ...NO_COLUMNS, number: 0, name: 1, team: 2, manager: 3 }

const rows = (...cells: readonly string[][]): RosterRow[] => rowsOf(cells)
const faults = (plan: ReturnType<typeof planRoster>) =>
  plan.faults.map(({ line, code, other }) =>
    other === null ? `${line} ${code}` : `${line} ${code} ${other}`,
  )

it('asks for a number, and for a whole name: half of one is not enough', () => {
  const missing = (given: Partial<RosterMapping>) => missingColumn({ ...NO_COLUMNS, ...given })
  expect(missing({ name: 1 })).toBe('number')
  expect(missing({ number: 0 })).toBe('name')
  expect(missing({ number: 0, firstName: 1 })).toBe('name')
  expect(missing({ number: 0, lastName: 1 })).toBe('name')
  expect(missing({ number: 0, firstName: 1, lastName: 2 })).toBeUndefined()
  expect(missing({ number: 0, name: 1 })).toBeUndefined()
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
    expect(plan.change.map(({ person, changes }) => [person.id, changes])).toEqual([
      [
        'id-IND-2',
        [
          { field: 'team', before: 'Cards', after: 'Loans' },
          { field: 'manager', before: null, after: 'IND-9' },
        ],
      ],
    ])
    expect(plan.returning.map(({ number }) => number)).toEqual(['IND-2'])
    expect(plan.add.map(({ number, name, team }) => [number, name, team])).toEqual([['IND-9', 'New', null]])
    // Staff never count as missing, and a field that the file does not have stays as it is.
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
      '5 manager-faulty 2',
    ])
    expect(circle.add.map(({ number }) => number)).toEqual(['E'])
  })

  it('names the line that keeps a manager out, for everybody below', () => {
    const plan = planRoster(
      rows(
        ['D', 'Di', '', 'C'],
        ['A', 'Chief', '', 'a'],
        ['B', 'Bo', '', 'A'],
        ['C', 'Cy', '', 'B'],
        ['E', 'Ed', '', 'Z'],
        ['F', 'Fi', '', 'E'],
        ['G', '', '', ''],
        ['H', 'Hu', '', 'G'],
      ),
      MAPPING,
      [],
    )
    expect(faults(plan)).toEqual([
      '2 manager-faulty 3',
      '3 manager-self',
      '4 manager-faulty 3',
      '5 manager-faulty 3',
      '6 manager-unknown',
      '7 manager-faulty 6',
      '8 name-missing',
      '9 manager-faulty 8',
    ])
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

  it('brings nobody back by itself, people with a role never, and says what each field holds and would hold', () => {
    const people = [
      known('A', { left: true, team: 'Cards' }),
      known('B', { left: true, role: 'hr' }),
      known('C', { left: true }),
    ]
    const plan = planRoster(rows(['A', 'Name A', 'Loans', ''], ['B', 'Name B', '', '']), MAPPING, people)
    expect(plan.returning.map(({ number }) => number)).toEqual(['A'])
    expect(plan.staffGone.map(({ number }) => number)).toEqual(['B'])
    expect(plan.change.map(({ person, changes }) => [person.number, changes])).toEqual([
      ['A', [{ field: 'team', before: 'Cards', after: 'Loans' }]],
    ])
    expect([plan.unchanged, plan.missing]).toEqual([1, []])
  })

  it('makes no second person of a number that lost its zeros', () => {
    const people = [
      known('00417', { name: 'Ana Sol' }),
      known('12', { name: 'Bo' }),
      known('0012', { name: 'Cy' }),
    ]
    const plan = planRoster(
      rows(
        ['417', 'Ana Sol', '', ''],
        ['417.0', 'Ana Sol', '', ''],
        ['12', 'Bo', '', ''],
        ['0012', 'Cy', '', ''],
        ['0099', 'New', '', ''],
        ['99', 'New too', '', ''],
        ['IND-01', 'One', '', ''],
        ['IND-1', 'Two', '', ''],
      ),
      MAPPING,
      people,
    )
    expect(plan.faults.map(({ line, code, like }) => [line, code, like])).toEqual([
      [2, 'number-zeros', '00417 Ana Sol'],
      [3, 'number-zeros', '00417 Ana Sol'],
      [6, 'number-zeros', '99 New too'],
      [7, 'number-zeros', '0099 New'],
    ])
    expect(plan.add.map(({ number }) => number)).toEqual(['IND-01', 'IND-1'])
    // A person to whom such a row may belong is not taken for somebody who has left.
    expect(plan.missing).toEqual([])
  })

  it('takes no number into which a spreadsheet may have put separators, if it is known without them', () => {
    const people = [known('12345', { name: 'Ana Sol' }), known('9 876 543', { name: 'Bo Li' })]
    const plan = planRoster(
      rows(
        ['12.345', 'Ana Sol', '', ''],
        ['9876543', 'Bo Li', '', ''],
        // Identity cards of some countries are written so.
        ['20.123.456', 'Cy Wu', '', ''],
        ['1.2345', 'Di Om', '', ''],
        ['4\u202f321', 'El Ma', '', ''],
        ['4321', 'El Ma', '', ''],
      ),
      MAPPING,
      people,
    )
    expect(plan.faults.map(({ line, code, like }) => [line, code, like])).toEqual([
      [2, 'number-grouped', '12345 Ana Sol'],
      [3, 'number-grouped', '9 876 543 Bo Li'],
      [6, 'number-grouped', '4321 El Ma'],
      [7, 'number-grouped', '4 321 El Ma'],
    ])
    expect(plan.add.map(({ number }) => number)).toEqual(['20.123.456', '1.2345'])
    expect(plan.missing).toEqual([])
  })

  it('takes no number that is another one in other forms of its digits and letters', () => {
    const people = [known('12', { name: 'Ana Sol' }), known('IND-7', { name: 'Bo Li' }), known('３４')]
    const plan = planRoster(
      rows(
        ['１２', 'Ana Sol', '', ''],
        ['ｉｎｄ-７', 'Bo Li', '', ''],
        ['34', 'Cy Wu', '', ''],
        ['٥٦', 'Di Om', '', ''],
        ['56', 'Di Om', '', ''],
        ['００１２', 'Ana Sol', '', ''],
        ['７８', 'El Ma', '', ''],
        ['É-1', 'Fi Na', '', ''],
      ),
      MAPPING,
      people,
    )
    expect(plan.faults.map(({ line, code, like }) => [line, code, like])).toEqual([
      [2, 'number-forms', '12 Ana Sol'],
      [3, 'number-forms', 'IND-7 Bo Li'],
      [4, 'number-forms', '３４ Name ３４'],
      [5, 'number-forms', '56 Di Om'],
      [6, 'number-forms', '٥٦ Di Om'],
      [7, 'number-zeros', '12 Ana Sol'],
    ])
    expect(plan.add.map(({ number }) => number)).toEqual(['７８', 'É-1'])
    expect(plan.missing).toEqual([])
  })

  it('takes no number to which a spreadsheet or a database has put decimals', () => {
    const plan = planRoster(rows(['123.0', 'Ana Sol', '', ''], ['1.2', 'Bo Li', '', '']), MAPPING, [])
    expect(plan.faults.map(({ line, code, value }) => [line, code, value])).toEqual([
      [2, 'number-decimals', '123.0'],
    ])
    expect(plan.add.map(({ number }) => number)).toEqual(['1.2'])
  })

  it('takes no number of which a spreadsheet has made a date, unless numbers are written so', () => {
    const rows = (numbers: readonly string[]) =>
      numbers.map((number, index) => ({ line: index + 2, cells: [number, 'Ana Sol'] }))
    const mapping = { ...NO_COLUMNS, number: 0, name: 1 }
    const faults = (numbers: readonly string[]) =>
      planRoster(rows(numbers), mapping, []).faults.map(({ line, code }) => `${line} ${code}`)
    expect(faults(['1-2', '12-Jan', '3-4', '5-6', '01/02/2024', 'janv.-12', '7-8', '9-10'])).toEqual([
      '3 number-date',
      '6 number-date',
      '7 number-date',
    ])
    expect(faults(['MAR-01', 'MAR-02', 'MAR-03'])).toEqual([])
  })

  it('takes no word for a number that says that there is none, or two people would be one', () => {
    const planned = (numbers: readonly string[]) =>
      planRoster(rows(...numbers.map((number) => [number, 'Ana Sol', '', ''])), MAPPING, [
        known('E-1'),
        known('n/a'),
        known('E-9'),
      ])
    const plan = planned(['E-1', 'E-2', 'N/A', 'TBD', 'TBD', 'null', 'E-3', 'E-4', 'E-5', 'unknown', 'Zoe'])
    expect(faults(plan)).toEqual([
      '4 number-missing',
      '5 number-missing',
      '6 number-missing',
      '7 number-missing',
      '11 number-missing',
    ])
    expect(plan.add.map(({ number }) => number)).toEqual(['E-2', 'E-3', 'E-4', 'E-5', 'Zoe'])
    // Whoever is not in the file may be one of those rows.
    expect([plan.missing.map(({ number }) => number), plan.missingUnsure]).toEqual([['E-9'], true])
    expect(faults(planned(['TBA', 'TBD', 'KLM', 'ZOE']))).toEqual([])
  })

  it('takes no name that hides something or says that there is none, and shows what can’t be seen', () => {
    const plan = planRoster(
      rows(
        ['1', 'Ana\0 Sol', '', ''],
        ['2', '\u202eloS anA', '', ''],
        ['3', '\u200b', '', ''],
        ['4', '\ufffdukasz', '', ''],
        ['5', 'N/A', '', ''],
        ['6', '-', '', ''],
        ['7', '\u0081ebnem', '', ''],
        ['8', 'Ana', 'Car\u202eds', ''],
        ['9', 'Be\u0301a', 'N/A', '-'],
        ['10', 'Ana\nSol', '', ''],
      ),
      MAPPING,
      [],
    )
    expect(plan.faults.map(({ line, code, value }) => `${line} ${code} ${value}`)).toEqual([
      '2 unreadable Ana⟨U+0000⟩ Sol',
      '3 unreadable ⟨U+202E⟩loS anA',
      '4 unreadable ⟨U+200B⟩',
      '5 unreadable \ufffdukasz',
      '6 name-none N/A',
      '7 name-none -',
      '8 unreadable ⟨U+0081⟩ebnem',
      '9 unreadable Car⟨U+202E⟩ds',
      '11 line-break Ana⟨U+000A⟩Sol',
    ])
    expect(plan.add).toMatchObject([{ name: 'Béa', team: null, manager: null }])
  })

  it('joins the parts of a name, and leaves out one that says that there is none', () => {
    const mapping = { ...NO_COLUMNS, number: 0, firstName: 1, lastName: 2 }
    const names = rows(
      ['1', 'Priya', '-'],
      ['2', 'N/A', 'Sukarno'],
      ['3', 'Jennifer', 'Null'],
      ['4', '-', 'n/a'],
    )
    const plan = planRoster(names, mapping, [])
    expect(plan.add.map(({ name }) => name)).toEqual(['Priya', 'Sukarno', 'Jennifer Null'])
    expect(faults(plan)).toEqual(['5 name-missing'])
  })

  it('takes nothing of a broken row, and for nobody in it that they left', () => {
    const people = [known('A'), known('B'), known('C')]
    const broken = {
      line: 2,
      cells: ['x', 'B', 'y', 'z', 'w'],
      raw: 'x,B,y,z,w',
      fault: 'too-many-cells',
    } as const
    const plan = planRoster(
      [broken, ...rows(['A', 'Name A', '', '']).map((row) => ({ ...row, line: 3 }))],
      MAPPING,
      people,
    )
    expect(plan.faults).toEqual([
      { line: 2, code: 'too-many-cells', field: null, value: 'x,B,y,z,w', other: null },
    ])
    expect(plan.missing.map(({ number }) => number)).toEqual(['C'])
    expect(plan.missingUnsure).toBe(true)
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
        // The known people form no circle, because a manager always has an earlier letter.
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

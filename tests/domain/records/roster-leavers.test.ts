import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  guessColumns,
  mergedGroups,
  NO_COLUMNS,
  planRoster,
  type KnownPerson,
} from '../../../src/domain/records'
import { known, rowsOf } from './roster-people'

const TODAY = '2026-03-31'

/** Plans a file with a number, a name and a column of this heading, guessed as the application does. */
function planned(
  heading: string,
  cells: readonly (readonly string[])[],
  people: readonly KnownPerson[] = [],
) {
  const headings = ['Employee number', 'Full name', heading]
  return planRoster(rowsOf(cells), guessColumns(headings, cells), people, { headings, today: TODAY })
}
const whoIsAdded = (heading: string, ...said: readonly string[]) =>
  planned(
    heading,
    said.map((cell, i) => [`E-${i}`, 'Ana Sol', cell]),
  ).add.map(({ number }) => said[Number(number.slice(2))])

describe('a column that says who has left', () => {
  it.each([
    ['Status', ['Active', 'Terminated', 'On leave', 'Inactive'], ['Active', 'On leave']],
    ['Employment Status', ['Full-Time', 'Terminated', 'Part-Time'], ['Full-Time', 'Part-Time']],
    ['Position Status', ['A', 'L', 'T'], ['A', 'L']],
    ['accountEnabled', ['TRUE', 'False', 'true'], ['TRUE', 'true']],
    ['Currently Active', ['Yes', 'No'], ['Yes']],
    ['is_active', ['t', 'f', 't', ''], ['t', 't', '']],
    ['Active', ['T', 'T'], ['T', 'T']],
    ['Terminated', ['F', 'T', 'F'], ['F', 'F']],
    ['Actif', ['V', 'F'], ['V']],
    ['Active Status', ['A', 'T', 'L'], ['A', 'L']],
    ['Inactive', ['N', 'J'], ['N']],
    ['suspended', ['0', '1'], ['0']],
    ['Block credential', ['True', 'False'], ['False']],
    ['userAccountControl', ['512', '514', '66050', '66048'], ['512', '66048']],
    ['Termination Date', ['', '2026-03-30', '2026-03-31', '2027-01-01'], ['', '2026-03-31', '2027-01-01']],
    ['Termination Date', ['3/30/2026 0:00', '12/31/2026', '9999-12-31'], ['12/31/2026', '9999-12-31']],
    ['Termination Date', ['', '46111', '46112', '73050', '46111.75'], ['', '46112', '73050']],
    [
      'Fecha de baja',
      ['lunes, 30 de marzo de 2026', 'viernes, 3 de abril de 2026'],
      ['viernes, 3 de abril de 2026'],
    ],
    ['Last day', ['Monday, March 30, 2026', 'Friday, April 3, 2026'], ['Friday, April 3, 2026']],
    ['Status', ['Active', '46111'], ['Active', '46111']],
    ['Last working day', ['30-Mar-26', '1 April 2026', 'Mar 3, 2026'], ['1 April 2026']],
    [
      'Date de sortie',
      ['30/03/2026', '1er mars 2026', '1er avril 2026', '15/04/2026'],
      ['1er avril 2026', '15/04/2026'],
    ],
    ['Statut', ['Actif', 'Sorti', 'En congé'], ['Actif', 'En congé']],
    ['Fecha de baja', ['', '01.03.2026', '28 de febrero de 2026'], ['']],
    ['Situação', ['Ativo', 'Desligado', 'Férias'], ['Ativo', 'Férias']],
    ['Status', ['Active', '31.12.2025'], ['Active']],
    ['Status [READ ONLY]', ['Active', 'Suspended'], ['Active']],
    ['Termination Date', ['1900-01-01', '00/00/0000', '2025-01-01'], ['1900-01-01', '00/00/0000']],
  ] as const)('%s: %j leaves %j', (heading, said, here) => {
    expect(whoIsAdded(heading, ...said)).toEqual(here)
  })

  it('adds nobody who has left, changes nothing of them, and marks as gone only who is known', () => {
    const people = [
      known('E-1', { team: 'Cards' }),
      known('E-2', { left: true }),
      known('HR-1', { role: 'hr' }),
      known('E-4', { name: 'Di Fay' }),
    ]
    const plan = planned(
      'Status',
      [
        ['e-1', 'Other Name', 'Terminated'],
        ['E-2', 'Name E-2', 'Terminated'],
        ['HR-1', 'Name HR-1', 'Inactive'],
        ['E-3', '', 'Terminated'],
        ['E-4', 'Di Fay', 'Active'],
        ['E-5', 'New One', 'Sabbatical year'],
      ],
      people,
    )
    expect(plan.leaving).toEqual([{ id: 'id-E-1', number: 'E-1', name: 'Name E-1', said: 'Terminated' }])
    expect(plan.staffLeaving.map(({ id }) => id)).toEqual(['id-HR-1'])
    expect(plan.strangersGone.map(({ number }) => number)).toEqual(['E-3'])
    expect(plan).toMatchObject({
      goneAlready: 1,
      unchanged: 1,
      change: [],
      returning: [],
      missing: [],
      faults: [],
    })
    expect(plan.add.map(({ number }) => number)).toEqual(['E-5'])
    expect(plan.wordsForHere).toEqual([
      { word: 'Sabbatical year', rows: 1 },
      { word: 'Active', rows: 1 },
    ])
  })

  it('reads somebody who left and came back, or holds two positions, by the row of today', () => {
    const back = ['E-1', 'Ana Sol', 'Active']
    const gone = ['E-1', 'Ana Sol', 'Terminated']
    for (const cells of [
      [back, gone],
      [gone, gone, back],
    ]) {
      expect(planned('Status', cells)).toMatchObject({
        add: [{ number: 'E-1' }],
        faults: [],
        strangersGone: [],
      })
    }
    expect(planned('Status', [gone, gone]).strangersGone).toHaveLength(1)
  })

  it('takes a date in the only order that the column allows, and refuses to guess between two', () => {
    const codes = (...said: readonly string[]) =>
      planned(
        'Termination Date',
        said.map((cell, i) => [`E-${i}`, 'Ana Sol', cell]),
      ).faults.map(({ code, value }) => `${code} ${value}`)
    expect(codes('04/03/2026')).toEqual(['status-date 04/03/2026'])
    expect(codes('04/03/2026', '25/12/2025')).toEqual([])
    // Both readings are over.
    expect(codes('02/03/2026')).toEqual([])
    expect(codes('25/12/2025', '12/25/2025', '04/03/2026')).toEqual(['status-date 04/03/2026'])
  })

  it('shows the words that are not known first, however rare, and none of a row that does not come in', () => {
    const words = (heading: string, ...said: readonly string[]) =>
      planned(
        heading,
        said.map((cell, i) => [`E-${i}`, 'Ana Sol', cell]),
      ).wordsForHere.map(({ word }) => word)
    const here =
      'Active Enabled Current Employed Working Leave Permanent Temporary Regular Intern Seasonal Hired'.split(
        ' ',
      )
    expect(words('Status', ...here, ...here, 'Terminated', 'Gone')).toEqual(['Gone', ...here])
    expect(words('Termination Date', 'ongoing', '03/2026', '2025-01-01', '04/03/2026', '########')).toEqual([
      'ongoing',
    ])
  })

  it('reads a status with a day behind it by its day', () => {
    const over = [
      'Terminated 2026-03-05',
      'Left on 5 March 2026',
      'Sorti (30/03/2026)',
      'Inactive: 2025',
      'Sorti le 5 mars 2026',
    ]
    const here = ['Terminated 2026-12-31', 'Active 2020-01-01', 'Grade 4', 'On leave 2026-03-01', 'Level 2']
    expect(whoIsAdded('Status', 'Active', ...over, ...here, 'Full-time 35 h')).toEqual([
      'Active',
      ...here,
      'Full-time 35 h',
    ])
  })

  it('refuses to guess what an empty cell means beside ticks', () => {
    const codes = (heading: string, ...said: string[]) =>
      planned(
        heading,
        said.map((cell, i) => [`E-${i}`, 'Ana Sol', cell]),
      ).faults.map(({ code, line }) => `${line} ${code}`)
    expect(codes('Active', 'x', '', 'x')).toEqual(['3 status-blank'])
    expect(codes('Enabled', 'TRUE', '-', 'TRUE')).toEqual(['3 status-blank'])
    expect(codes('is_active', 't', '', 't')).toEqual(['3 status-blank'])
    expect(codes('Active', 'yes', '', 'no')).toEqual([])
    expect(codes('Terminated', 'x', '', '')).toEqual([])
    expect(codes('Active', '', '', '')).toEqual([])
    expect(codes('Status', 'Active', '', 'Active')).toEqual([])
  })

  it('names a manager who has left and is not known', () => {
    const headings = ['number', 'name', 'manager', 'status']
    const cells = [
      ['E-1', 'Ana Sol', 'E-9', 'Active'],
      ['E-2', 'Bo Li', 'E-8', 'Active'],
      ['E-8', 'Cy Roy', '', 'Terminated'],
      ['E-9', 'Di Fay', '', 'Terminated'],
    ]
    const plan = planRoster(rowsOf(cells), guessColumns(headings, cells), [known('E-8')], {
      headings,
      today: TODAY,
    })
    expect(plan.faults.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 manager-left'])
    expect(plan.add.map(({ number }) => number)).toEqual(['E-2'])
  })

  it('is found where only a late row tells, and is not taken from a column with something else', () => {
    const guess = (headings: readonly string[], cells: readonly (readonly string[])[]) =>
      guessColumns(headings, cells).status
    const many = Array.from({ length: 900 }, (_, i) => [`E-${i}`, 'Ana Sol', 'Full-Time', ''])
    many[899] = ['E-899', 'Ana Sol', 'Full-Time', '2020-01-31']
    expect(guess(['number', 'name', 'Employment Status', 'Termination Date'], many)).toBe(3)
    const states = [
      ['1', 'Ana Sol', 'SP'],
      ['2', 'Bo Li', 'RJ'],
    ]
    expect(guess(['matricula', 'nome', 'Estado'], states)).toBeNull()
  })

  it('is never counted as a heading in a row of data', () => {
    expect(guessColumns(['E-1', 'Ana Sol', 'Active', 'Left']).status).not.toBe(0)
  })

  it('takes each row in exactly one way, whatever the file says', () => {
    const cell = fc.constantFrom('Active', 'Terminated', '', '2020-01-01', '2030-01-01', '04/03/2026', '?')
    const row = fc.tuple(fc.constantFrom('A', 'B', 'C', 'H'), cell)
    const people = [known('A'), known('B', { left: true }), known('H', { role: 'hr' })]
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ([number]) => number }), (rows) => {
        const headings = ['number', 'name', 'status']
        const mapping = { ...NO_COLUMNS, number: 0, name: 1, status: 2 }
        const cells = rows.map(([number, said]) => [number, `Name ${number}`, said])
        const plan = planRoster(rowsOf(cells), mapping, people, { headings, today: TODAY })
        const counted =
          plan.add.length +
          plan.change.length +
          plan.unchanged +
          plan.leaving.length +
          plan.staffLeaving.length +
          plan.strangersGone.length +
          plan.goneAlready +
          plan.faults.length
        expect(counted).toBe(rows.length)
        for (const { id } of plan.leaving) expect(plan.missing.map((one) => one.id)).not.toContain(id)
      }),
    )
  })

  it('needs its heading and the day', () => {
    const mapping = { ...NO_COLUMNS, number: 0, name: 1, status: 2 }
    expect(() => planRoster(rowsOf([['1', 'Ana', 'Left']]), mapping, [])).toThrow(RangeError)
  })
})

describe('mergedGroups', () => {
  const merged = (...teams: readonly string[]) =>
    mergedGroups(rowsOf(teams.map((team, i) => [`E-${i}`, 'Ana Sol', team])), {
      ...NO_COLUMNS,
      number: 0,
      name: 1,
      team: 2,
    })
  it('finds a column in which each value stands once above empty cells', () => {
    expect(merged('Cards', '', '', 'Loans', '', '')).toEqual(['team'])
    expect(merged('Cards', '', '', '')).toEqual(['team'])
  })
  it('leaves alone a column that some people have nothing in', () => {
    expect(merged('Cards', '', 'Cards', '', '')).toEqual([])
    expect(merged('', '', 'Cards', '', '')).toEqual([])
    expect(merged('', '', '', '')).toEqual([])
    expect(merged('Cards', 'Loans', 'Mail', '')).toEqual([])
  })
})

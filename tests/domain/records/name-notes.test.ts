import { expect, it } from 'vitest'
import { guessColumns, planRoster } from '../../../src/domain/records'
import { known, rowsOf } from './roster-people'

function planned(headings: readonly string[], ...cells: readonly (readonly string[])[]) {
  const people = [known('21005', { name: 'Ed Ray' })]
  return planRoster(rowsOf(cells), guessColumns(headings, cells), people, { headings, today: '2026-03-31' })
}
const names = ({ add }: ReturnType<typeof planned>) => add.map(({ name }) => name)
const faults = (plan: ReturnType<typeof planned>) => plan.faults.map(({ code, value }) => `${code} ${value}`)

it.each([
  'Ana Sol (21001)',
  'Ana Sol 21001',
  '21001 - Ana Sol',
  'Ana Sol, 21001',
  'Ana Sol (E-77)',
  'Ana Sol (On Leave)',
  'Ana Sol (En congé)',
  'Ana Sol (On Leave) (21001)',
  'Ana Sol (On leave 2026-03-05)',
  'Ana Sol [C]',
])('refuses a name with something behind it: %s', (name) => {
  expect(faults(planned(['Employee ID', 'Worker'], ['21001', name]))).toEqual([`name-note ${name}`])
})

it.each([
  'Robert (Bob) Roy',
  'Ana Sol (2)',
  'Louis XIV 2',
  'Ana Sol (née Li)',
  'Ana (A) Sol',
  '王小明 (Ming)',
])('takes a name with brackets that are part of it: %s', (name) => {
  expect(names(planned(['Employee ID', 'Name'], ['2', name]))).toEqual([name])
})

it('adds nobody of whom it says behind the name that they have left, and takes the others by their parts', () => {
  const rows = [
    ['21001', 'Ana Sol (21001)', 'Ana', 'Sol'],
    ['21002', 'Bo Li (On Leave)', 'Bo', 'Li'],
    ['21003', 'Cy Tan (Terminated)', 'Cy', 'Tan'],
    ['21004', 'Roy, Di (Terminated 03/05/2026)', 'Di', 'Roy'],
    ['21005', 'Ed Ray (Terminated)', 'Ed', 'Ray'],
  ]
  const plan = planned(['Employee ID', 'Worker', 'First Name', 'Last Name'], ...rows)
  expect(names(plan)).toEqual(['Ana Sol', 'Bo Li'])
  expect(plan.strangersGone.map(({ number }) => number)).toEqual(['21003', '21004'])
  expect(plan.leaving.map(({ number, said }) => [number, said])).toEqual([['21005', 'Ed Ray (Terminated)']])
  expect(plan.faults).toEqual([])
})

it('takes nobody for gone because of what is said of somebody else', () => {
  const plan = planned(
    ['Employee ID', 'Name', 'Manager', 'Comment'],
    ['21001', 'Ana Sol', 'Cy Tan (Terminated)', 'Replaces Bo Li (Terminated)'],
  )
  expect(names(plan)).toEqual(['Ana Sol'])
})

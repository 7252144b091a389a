// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import { StandingTable } from '../../../src/renderer/records/StandingTable'

await loadAllTexts('en')
afterEach(cleanup)

const ROW = {
  person: 'p1',
  name: 'Priya Raman',
  number: 'IND-2041',
  team: null,
  site: null,
  course: 'first-week',
  status: 'open',
  results: null,
  dueAt: null,
  certificate: null,
  validUntil: null,
} as unknown as Parameters<typeof StandingTable>[0]['rows'][number]
const courses = [{ id: 'first-week', title: { en: 'First week' } }]
const table = (waiting: boolean, known: typeof courses) => (
  <StandingTable
    rows={[ROW]}
    sort={{ by: 'name', descending: false }}
    onSort={() => undefined}
    onOpen={() => undefined}
    choices={{ teams: [], sites: [], courses: known, results: true, smallestGroup: 0, waiting }}
  />
)

it('shows no id of a course while its title is on its way, and the id of one without a title', () => {
  const { rerender } = render(table(true, []))
  expect(screen.queryByText('first-week')).toBeNull()
  rerender(table(false, courses))
  expect(screen.getByText('First week')).not.toBeNull()
  rerender(table(false, []))
  expect(screen.getByText('first-week')).not.toBeNull()
})

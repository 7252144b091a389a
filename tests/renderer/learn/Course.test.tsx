// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { CourseState } from '../../../src/bridge'
import { ContinueBlock } from '../../../src/renderer/learn/ContinueBlock'
import { Course } from '../../../src/renderer/learn/Course'
import { offerOf } from '../../../src/renderer/learn/progress'
import { loadAllTexts } from '../../../src/renderer/i18n/text'

// Components wait for their texts, so these are loaded before.
await loadAllTexts('en')

afterEach(cleanup)

const drawn: CourseState = {
  id: 'onboarding',
  title: { en: 'Agent onboarding' },
  summary: { en: 'Contacts as they happen.' },
  round: 1,
  modules: [],
  result: {
    contacts: 0,
    attacks: 0,
    hits: 0,
    legitimate: 0,
    falseAlarms: 0,
    reported: 0,
    critical: [],
    ratio: null,
    complete: false,
    passed: false,
  },
  closed: false,
  rule: { kind: 'sequential', least: 9, most: 20, reportShare: 0.3 },
  dueAt: null,
  nextRoundAt: null,
  certified: true,
  renewable: false,
  practice: [],
  certificate: null,
  refreshers: [],
}
const other: CourseState = { ...drawn, id: 'other', title: { en: 'Second course' }, certified: false }

function show() {
  const attempts = { start: vi.fn(), resume: vi.fn(), lookBack: vi.fn(), problem: undefined, question: null }
  const courses = [drawn, other]
  const offer = offerOf(courses)
  render(
    <>
      <ContinueBlock offer={offer} courses={courses} attempts={attempts} />
      {courses.map((course) => (
        <Course
          key={course.id}
          course={course}
          before={[]}
          offered={offer?.course.id === course.id}
          attempts={attempts}
        />
      ))}
    </>,
  )
  return attempts
}

it('offers what comes next once, in words, with its number beside it', () => {
  const attempts = show()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Next: a surprise contact')
  expect(screen.getAllByText(/^Contact 1 of up to 20$/)).toHaveLength(3)
  const buttons = screen.getAllByRole('button').map((button) => button.textContent)
  expect(buttons).toEqual(['Take the next contact', 'Start'])
  fireEvent.click(screen.getByRole('button', { name: 'Start: Second course' }))
  expect(attempts.start).toHaveBeenCalledExactlyOnceWith({
    course: 'other',
    scenario: null,
    mode: 'assessed',
  })
})

it('says of each course what it is, above what passes it', () => {
  show()
  const course = within(screen.getByRole('region', { name: 'Second course' }))
  expect(course.getByText('Contacts as they happen.')).toBeDefined()
  expect(course.getByText(/ends once the result is clear, or after a critical decision\./)).toBeDefined()
})

it('says of a course without a certificate that it is practice, and of no other', () => {
  show()
  const said = screen.getAllByText(/This course is practice and gives no certificate\./)
  expect(said).toHaveLength(1)
  expect(said[0]!.closest('section')).toBe(screen.getByRole('region', { name: 'Second course' }))
})

it('says after a round that was not passed that a certificate in force stays, and of one that ended nothing', () => {
  const failed = (validUntil: string): CourseState => ({
    ...drawn,
    result: { ...drawn.result, complete: true },
    certificate: { validUntil, validUntilOn: validUntil.slice(0, 10) } as CourseState['certificate'],
  })
  const attempts = { start: vi.fn(), resume: vi.fn(), lookBack: vi.fn(), problem: undefined, question: null }
  const shown = (course: CourseState) =>
    render(<Course course={course} before={[]} offered={false} attempts={attempts} />)
  const inForce = shown(failed('2999-03-01T12:00:00.000Z'))
  expect(screen.getByText('Your certificate stays valid until 1 March 2999.')).toBeDefined()
  inForce.unmount()
  shown(failed('2020-03-01T12:00:00.000Z'))
  expect(screen.queryByText(/stays valid/)).toBeNull()
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { CourseState } from '../../../src/bridge'
import { Refreshers } from '../../../src/renderer/learn/Kept'
import { loadAllTexts } from '../../../src/renderer/i18n/text'

// Components wait for their texts, so these are loaded before.
await loadAllTexts('en')

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const contact = (scenario: string) => ({ scenario }) as CourseState['modules'][number]
const course = {
  id: 'first-week',
  title: { en: 'First week' },
  modules: ['a', 'b', 'c', 'd', 'e', 'f'].map(contact),
  refreshers: ['2026-11-08T09:00:00.000Z', '2026-12-01T09:00:00.000Z', '2027-03-16T09:00:00.000Z'],
} as unknown as CourseState

it.each([
  ['2026-11-10T09:00:00.000Z', 'a'],
  ['2026-12-02T09:00:00.000Z', 'b'],
  ['2027-03-17T09:00:00.000Z', 'c'],
])('repeats another contact at each refresher: on %s %s', (now, scenario) => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
  const start = vi.fn()
  render(
    <Refreshers
      courses={[course]}
      attempts={{ start, resume: vi.fn(), lookBack: vi.fn(), problem: undefined, question: null }}
    />,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(start).toHaveBeenCalledWith({ course: 'first-week', scenario, mode: 'practice' })
})

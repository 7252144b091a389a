// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import type { OpenDocument } from '../../../src/renderer/studio/open-document'
import SearchDialog, { LISTED } from '../../../src/renderer/studio/SearchDialog'

await loadAllTexts('en')
afterEach(cleanup)

/** Makes a scenario whose first scene has a word this many times. */
const saying = (times: number) => ({
  id: 'often',
  title: { en: 'Often' },
  machine: {
    initial: 'a',
    states: {
      a: {
        meta: {
          beats: Array.from({ length: times }, (_, i) => ({
            id: `b${i}`,
            from: 'x',
            text: { en: `word ${i}` },
          })),
        },
      },
    },
  },
})

const search = (times: number, readOnly = false) => {
  render(
    <SearchDialog
      open={{} as OpenDocument}
      kind="scenario"
      document={saying(times)}
      readOnly={readOnly}
      onGo={vi.fn()}
      onClose={vi.fn()}
    />,
  )
  fireEvent.change(document.querySelector('input')!, { target: { value: 'word' } })
}
const listed = () => document.querySelectorAll('.studio-found li').length
const more = () => screen.queryByText(/^Show \d+ more$/)

it('says how many places there are beyond those that are listed, and lists the next ones on asking', () => {
  search(2 * LISTED + 5, true)
  expect(screen.getByText(`Found in ${2 * LISTED + 5} texts.`)).toBeDefined()
  expect(listed()).toBe(LISTED)
  expect(screen.getByText('300 of 605 are listed.')).toBeDefined()
  fireEvent.click(more()!)
  expect(listed()).toBe(2 * LISTED)
  expect(more()!.textContent).toBe('Show 5 more')
  fireEvent.click(more()!)
  expect(listed()).toBe(2 * LISTED + 5)
  expect(more()).toBeNull()
})

it('begins anew with other words, and says that the others are replaced as well', () => {
  search(LISTED + 1)
  expect(screen.getByText('300 of 301 are listed; the others are replaced as well.')).toBeDefined()
  fireEvent.click(more()!)
  expect(listed()).toBe(LISTED + 1)
  fireEvent.change(document.querySelector('input')!, { target: { value: 'wor' } })
  expect(listed()).toBe(LISTED)
})

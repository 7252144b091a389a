// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import { Outline } from '../../../src/renderer/studio/OutlineTree'
import { outlineOf } from '../../../src/renderer/studio/outline'

await loadAllTexts('en')
afterEach(cleanup)

const reply = (say: string) => ({ target: 'end', meta: { say: { en: say } } })
const written = (...scenes: readonly string[]) => ({
  id: 'a-call',
  title: { en: 'A call' },
  machine: {
    initial: 'hook',
    states: {
      ...Object.fromEntries(
        ['hook', ...scenes].map((name) => [
          name,
          { meta: { title: { en: `Scene ${name}` }, beats: [] }, on: { ask: reply(`Ask in ${name}`) } },
        ]),
      ),
      end: { type: 'final', meta: { title: { en: 'The end' } } },
    },
  },
})
const outline = (document: unknown, selected: ReadonlySet<string> = new Set(), onSelect = vi.fn()) => (
  <Outline
    everywhere={[]}
    scenes={outlineOf(document)}
    selected={selected}
    wrong={new Map()}
    unseen={new Set()}
    onSelect={onSelect}
  />
)
const row = (name: string) => screen.queryByRole('row', { name })
const fold = (name: string) => fireEvent.click(within(row(name)!).getAllByRole('button')[0]!)

it('shows the choices of a scene that comes later, and leaves folded what somebody folded', () => {
  const { rerender } = render(outline(written('more')))
  expect(row('Ask in hook')).not.toBeNull()
  fold('Scene hook')
  expect(row('Ask in hook')).toBeNull()
  rerender(outline(written('more', 'another')))
  expect(row('Ask in another')).not.toBeNull()
  expect(row('Ask in more')).not.toBeNull()
  expect(row('Ask in hook')).toBeNull()
})

it('brings a choice into sight that was selected elsewhere', () => {
  const document = written('more')
  const { rerender } = render(outline(document))
  fold('Scene more')
  expect(row('Ask in more')).toBeNull()
  const { path } = outlineOf(document).find(({ name }) => name === 'more')!.choices[0]!
  rerender(outline(document, new Set([path.join('\n')])))
  expect(row('Ask in more')).not.toBeNull()
  fold('Scene more')
  expect(row('Ask in more')).toBeNull()
})

it('selects nothing when somebody comes by with Tab, and what the arrows come to', () => {
  const onSelect = vi.fn()
  render(outline(written('more'), new Set(), onSelect))
  act(() => screen.getByRole('treegrid').focus())
  expect(onSelect).not.toHaveBeenCalled()
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' })
  expect(onSelect).toHaveBeenCalledOnce()
})

it('tells apart the choices with one tool by what it is used on', () => {
  const call = (contact: string) => ({ target: 'end', meta: { tool: 'call-back', contact } })
  const document = {
    ...written(),
    desk: { directory: [{ id: 'bank', name: { en: 'The bank' } }] },
    machine: {
      initial: 'hook',
      states: {
        hook: {
          meta: { title: { en: 'Hook' }, beats: [] },
          on: { bank: call('bank'), lead: call('lead'), gone: call('nobody') },
        },
        end: { type: 'final' },
      },
    },
  }
  const shared = { directory: [{ id: 'lead', name: 'Ms Rao' }] }
  const { choices } = outlineOf(document, shared)[0]!
  expect(choices.map(({ usedOn }) => usedOn)).toEqual([[{ en: 'The bank' }], ['Ms Rao'], []])
  render(outline(document))
  expect(row('Call back · The bank')).not.toBeNull()
})

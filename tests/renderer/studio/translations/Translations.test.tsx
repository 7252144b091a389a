// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openDocument } from '../../../../src/renderer/studio/document-store'
import type { OpenDocument } from '../../../../src/renderer/studio/open-document'
import { followTranslations } from '../../../../src/renderer/studio/translations/follow'
import Translations from '../../../../src/renderer/studio/translations/Translations'
import { loadAllTexts } from '../../../../src/renderer/i18n/text'
import { loadTexts } from '../../../../src/texts/translate'

await loadAllTexts('en')
const t = await loadTexts('en', 'translations')
const TEXT = readFileSync('scenarios/telegram-bribe.scenario.json', 'utf8')
const HASH = 'a'.repeat(64)

afterEach(cleanup)
vi.stubGlobal('requestIdleCallback', () => 0)
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
)

async function shown(change: (document: Record<string, unknown>) => void = () => {}) {
  let n = 0
  const open: OpenDocument = openDocument(
    {
      outcome: 'opened',
      kind: 'scenario',
      id: 'telegram-bribe',
      origin: 'own',
      readOnly: false,
      text: TEXT,
      hash: HASH,
      journal: { base: { text: TEXT, hash: HASH }, entries: [] },
    } as unknown as Parameters<typeof openDocument>[0],
    {
      append: async ({ entries }) => ({ outcome: 'taken', n: (n += entries.length) }),
      checkpoint: async () => ({ outcome: 'saved', hash: HASH }),
      close: async () => null,
      keepCopy: async () => null,
    },
  )
  const followed = followTranslations(open, { read: async () => ({}), save: async () => null })
  const stop = followed.start()
  await act(async () => {})
  open.edit({ code: 'text' }, change)
  await act(async () => {
    render(<Translations open={open} followed={followed} scene={undefined} onGo={() => {}} />)
  })
  const fields = () => [...document.querySelectorAll<HTMLTextAreaElement>('[data-target]')]
  const title = () => (open.store.getState().draft.value as { title: Record<string, string> }).title
  return { open, fields, title, stop }
}

describe('the translations of a document', () => {
  it('stand beside their source; Enter makes what was typed an act and goes on, and undo takes it back', async () => {
    const { open, fields, title } = await shown()
    const [first, second] = fields()
    expect(first!.value).toBe(title()['fr'])
    first!.focus()
    fireEvent.change(first!, { target: { value: 'Un autre titre' } })
    await act(async () => void fireEvent.keyDown(first!, { key: 'Enter' }))
    expect(title()['fr']).toBe('Un autre titre')
    expect(document.activeElement).toBe(second)
    fireEvent.keyDown(second!, { key: 'ArrowUp', ctrlKey: true })
    expect(document.activeElement).toBe(fields()[0])
    await act(async () => open.undo())
    expect(fields()[0]!.value).not.toBe('Un autre titre')
  })

  it('are counted and filtered by what is missing and what is outdated, and said to hold', async () => {
    const { fields, title } = await shown((draft) => {
      ;(draft['title'] as Record<string, string>)['en'] = 'Another title'
      delete (draft['summary'] as Record<string, string>)['fr']
    })
    expect(screen.getByText(/^1 of|^One text of/)).toBeDefined()
    const all = fields().length
    await act(async () => screen.getByRole('button', { name: t('filter.missing', { n: 1 }) }).click())
    expect(fields().map(({ value }) => value)).toEqual([''])
    await act(async () => screen.getByRole('button', { name: t('filter.outdated', { n: 1 }) }).click())
    expect(fields().map(({ value }) => value)).toEqual([title()['fr']])
    await act(async () =>
      screen.getByRole('button', { name: t('still-right.what', { text: title()['fr']! }) }).click(),
    )
    expect(screen.getByRole('button', { name: t('filter.outdated', { n: 0 }) })).toBeDefined()
    await act(async () => screen.getByRole('button', { name: /^All/ }).click())
    expect(fields()).toHaveLength(all)
  })
})

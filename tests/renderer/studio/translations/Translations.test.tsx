// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openDocument } from '../../../../src/renderer/studio/document-store'
import type { OpenDocument } from '../../../../src/renderer/studio/open-document'
import { followTranslations } from '../../../../src/renderer/studio/translations/follow'
import Translations from '../../../../src/renderer/studio/translations/Translations'
import { documentTexts } from '../../../../src/domain/authoring/document-texts'
import { translationRows } from '../../../../src/domain/translation/rows'
import { textsFileOf } from '../../../../src/domain/translation/texts-file'
import type { Loose } from '../../../domain/authoring/loose'
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

  /** Imports a file in which every translation ends with a star. */
  async function offered(open: OpenDocument) {
    const rows = translationRows(documentTexts('scenario', open.store.getState().draft.value), 'en', 'fr', {})
    const made = textsFileOf(
      { kind: 'scenario', document: 'telegram-bribe', from: 'en', to: 'fr' },
      rows,
      () => '',
    )
    const texts = {
      ...made,
      units: made.units.map((unit) =>
        unit.id === BEAT ? { ...unit, target: `${unit.target} *`, state: 'translated' as const } : unit,
      ),
    }
    vi.stubGlobal('api', {
      studio: { importTexts: async () => ({ ok: true, value: { outcome: 'read', file: 'a.xlf', texts } }) },
    })
    await act(async () => screen.getByRole('button', { name: t('import') }).click())
    return () => act(async () => screen.getByRole('button', { name: t('take.go', { n: 1 }) }).click())
  }
  const BEAT = 'scenes/approach/beats/b1/text'
  const sceneOf = (open: OpenDocument) => (open.store.getState().draft.value as Loose).machine.states.approach
  const beatsOf = (open: OpenDocument): Loose[] => sceneOf(open).meta.beats

  it('of a file go to the lines that were shown, also where a line came before them meanwhile', async () => {
    const { open } = await shown()
    const take = await offered(open)
    const before = beatsOf(open).map(({ text }) => text.fr)
    await act(async () =>
      open.edit({ code: 'text' }, (draft) => {
        ;(draft as Loose).machine.states.approach.meta.beats.unshift({ id: 'note', from: 'narrator' })
      }),
    )
    await take()
    expect(beatsOf(open).map(({ text }) => text?.fr)).toEqual([
      undefined,
      `${before[0]} *`,
      ...before.slice(1),
    ])
  })

  it('of a file are shown again where the document says something else by now, and only then taken', async () => {
    const { open } = await shown()
    const take = await offered(open)
    const before = beatsOf(open)[0]!.text.fr
    await act(async () =>
      open.edit({ code: 'text' }, (draft) => {
        ;(draft as Loose).machine.states.approach.meta.beats[0].text.fr = 'Autre chose'
      }),
    )
    await take()
    expect(beatsOf(open)[0]!.text.fr).toBe('Autre chose')
    expect(screen.getByText(t('take.changed'))).toBeDefined()
    await take()
    expect(beatsOf(open)[0]!.text.fr).toBe(`${before} *`)
  })

  it('of a file are refused where their scene was removed meanwhile, and bring nothing of it back', async () => {
    const { open } = await shown()
    const take = await offered(open)
    await act(async () =>
      open.edit({ code: 'text' }, (draft) => {
        delete (draft as Loose).machine.states.approach
      }),
    )
    await take()
    expect(sceneOf(open)).toBeUndefined()
    expect(screen.getByText(t('refused.text'))).toBeDefined()
  })
})

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TO_WRITE } from '../../../src/domain/scenario/unwritten'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import { NewDialog } from '../../../src/renderer/studio/NewDialog'
import { useWords } from '../../../src/renderer/studio/words'
import { loadTexts } from '../../../src/texts/translate'

await loadAllTexts('en')
const t = await loadTexts('en', 'studio')

afterEach(cleanup)
vi.stubGlobal('requestIdleCallback', () => 0)

/** Makes a new document, ticking or unticking these languages. */
async function made(...pressed: readonly string[]) {
  const create = vi.fn(async () => ({ ok: true, value: { kind: 'scenario', id: 'parcels' } }))
  Object.assign(window, { api: { studio: { create }, on: () => () => {} } })
  render(<NewDialog rows={[]} kind="scenario" onClose={() => {}} onMade={() => {}} />)
  fireEvent.change(screen.getByLabelText(t('new.name')), { target: { value: 'Parcels' } })
  for (const name of pressed) fireEvent.click(screen.getByRole('checkbox', { name }))
  const hint = screen.queryByText(t('new.name.others', { language: 'English', others: 'Français' }))
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: t('new.go') })))
  expect(create).toHaveBeenCalledOnce()
  return { title: (create.mock.calls as unknown as [{ title: unknown }][])[0]![0].title, told: hint !== null }
}

describe('the title of a new document', () => {
  it('stands in the language of its author, and is to be written in the others', async () => {
    expect(await made('Français')).toEqual({ title: { en: 'Parcels', fr: TO_WRITE }, told: true })
  })

  it('stands in the one language that the document has', async () => {
    expect(await made()).toEqual({ title: { en: 'Parcels' }, told: false })
    cleanup()
    expect(await made('Français', 'English')).toEqual({ title: { fr: 'Parcels' }, told: false })
  })

  it('is shown in a language in which it is written', () => {
    const { result } = renderHook(() => useWords())
    expect(result.current({ en: TO_WRITE, fr: 'Des colis' })).toBe('Des colis')
    expect(result.current({ en: 'Parcels', fr: TO_WRITE })).toBe('Parcels')
    expect(result.current({ en: TO_WRITE, fr: TO_WRITE })).toBe(TO_WRITE)
    expect(result.current({})).toBe('')
  })
})

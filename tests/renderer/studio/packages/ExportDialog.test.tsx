// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadAllTexts } from '../../../../src/renderer/i18n/text'
import ExportDialog from '../../../../src/renderer/studio/packages/ExportDialog'
import { loadTexts } from '../../../../src/texts/translate'

await loadAllTexts('en')
const t = await loadTexts('en', 'studio-packages')

afterEach(cleanup)
vi.stubGlobal('requestIdleCallback', () => 0)

const at = '2026-03-02T09:00:00.000Z'

async function shown(numbers: readonly number[], missing: readonly string[] = []) {
  const versions = numbers.map((number) => ({ number, hash: '0'.repeat(64), at, by: 'Ana', note: '' }))
  const exportPackage = vi.fn(async () => ({
    ok: true,
    value: { outcome: 'saved', file: 'a.htl', size: 1000, floor: null, media: 0, runs: false, missing },
  }))
  Object.assign(window, {
    api: {
      studio: { versions: async () => ({ ok: true, value: versions }), exportPackage },
      on: () => () => {},
    },
  })
  const settle = vi.fn(() => Promise.resolve(true))
  await act(
    async () => void render(<ExportDialog id="scam" title="Scam" settle={settle} onClose={() => {}} />),
  )
  const save = () =>
    act(async () => void fireEvent.click(screen.getByRole('button', { name: t('export.go') })))
  return { exportPackage, settle, save }
}

describe('exporting a scenario', () => {
  it('offers nothing to choose where nothing was published, and says that a floor goes along whole', async () => {
    const { exportPackage, settle, save } = await shown([])
    expect(screen.queryByText(t('export.which'))).toBeNull()
    expect(screen.getByText(t('export.floor'))).toBeDefined()
    await save()
    expect(settle).toHaveBeenCalled()
    expect(exportPackage).toHaveBeenCalledWith({ id: 'scam', version: null })
  })

  it('offers each version, and says what of it is no longer there', async () => {
    const { exportPackage, settle, save } = await shown([2, 1], ['agents.floor.json'])
    fireEvent.click(screen.getByRole('button', { name: new RegExp(t('export.which')) }))
    fireEvent.click(await screen.findByRole('option', { name: /^Version 1,/ }, { timeout: 30_000 }))
    expect(screen.getByText(t('export.in.version'))).toBeDefined()
    await save()
    expect(settle).not.toHaveBeenCalled()
    expect(exportPackage).toHaveBeenCalledWith({ id: 'scam', version: 1 })
    expect(screen.getByText(t('export.missing.then', { n: 1, files: 'agents.floor.json' }))).toBeDefined()
  })
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  cleanup()
  vi.resetModules()
  vi.unstubAllGlobals()
})

const OPTIONS = [
  { id: 'en', text: 'English' },
  { id: 'fr', text: 'Français' },
] as const

/** Shows a list whose code is not loaded yet. The page never becomes idle. */
async function mount(onChange = vi.fn()) {
  vi.stubGlobal('requestIdleCallback', () => 0)
  const { Select } = await import('../../../src/renderer/ui/Select')
  render(<Select label="Language" value="en" options={OPTIONS} onChange={onChange} />)
  return onChange
}

const closed = () => screen.getByRole('button', { name: /English/ })

describe('a list that is read after the first screen', () => {
  it('shows what is chosen at once, under its label', async () => {
    await mount()
    expect(closed().getAttribute('aria-haspopup')).toBe('listbox')
    expect(screen.getByText('Language')).toBeDefined()
  })

  it('opens although it was pressed before its code was there, and then chooses', async () => {
    const onChange = await mount()
    fireEvent.click(closed())
    const option = await screen.findByRole('option', { name: 'Français' }, { timeout: 30_000 })
    fireEvent.click(option)
    expect(onChange).toHaveBeenCalledExactlyOnceWith('fr')
  })

  it('keeps the focus of whoever came to it before', async () => {
    await mount()
    closed().focus()
    fireEvent.click(closed())
    await screen.findByRole('listbox', {}, { timeout: 30_000 })
    // The list takes the focus after it stands.
    await waitFor(() => expect(document.activeElement).not.toBe(document.body))
  })
})

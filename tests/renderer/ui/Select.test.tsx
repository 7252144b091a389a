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

  it.each([
    ['the mouse goes down', () => fireEvent.pointerDown(closed(), { button: 0, pointerType: 'mouse' })],
    ['a key goes down', () => fireEvent.keyDown(closed(), { key: ' ' })],
    ['an arrow asks for the list', () => fireEvent.keyDown(closed(), { key: 'ArrowDown' })],
  ])('opens if its code comes as soon as %s', async (_name, press) => {
    const onChange = await mount()
    closed().focus()
    // The button is replaced before the mouse or the key comes up again.
    press()
    const option = await screen.findByRole('option', { name: 'Français' }, { timeout: 30_000 })
    fireEvent.pointerUp(document.body, { button: 0, pointerType: 'mouse' })
    fireEvent.keyUp(document.body, { key: ' ' })
    fireEvent.click(option)
    expect(onChange).toHaveBeenCalledExactlyOnceWith('fr')
  })

  it('opens for a finger although its code comes while the finger is down', async () => {
    let idle: () => void = () => {}
    await mount()
    cleanup()
    vi.resetModules()
    vi.stubGlobal('requestIdleCallback', (run: () => void) => {
      idle = run
      return 0
    })
    const { Select } = await import('../../../src/renderer/ui/Select')
    const { unmount } = render(<Select label="Language" value="en" options={OPTIONS} onChange={vi.fn()} />)
    const button = closed()
    fireEvent.pointerDown(button, { button: 0, pointerType: 'touch' })
    idle()
    await import('../../../src/renderer/ui/SelectList')
    await new Promise((done) => setTimeout(done, 300))
    expect(closed()).toBe(button)
    fireEvent.pointerUp(button, { pointerType: 'touch' })
    fireEvent.click(button)
    await screen.findByRole('option', { name: 'Français' }, { timeout: 30_000 })
    unmount()
  })

  it('stays closed for a finger that scrolls, and for another button of the mouse', async () => {
    await mount()
    fireEvent.pointerDown(closed(), { button: 0, pointerType: 'touch' })
    fireEvent.pointerDown(closed(), { button: 2, pointerType: 'mouse' })
    await new Promise((done) => setTimeout(done, 100))
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(closed().getAttribute('aria-expanded')).toBe('false')
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

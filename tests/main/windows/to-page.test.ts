import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ app: {}, protocol: {}, session: {} }))
const { sendToPage } = await import('../../../src/main/windows/to-page')

function windowAt(url: string, { destroyed = false, contentsDestroyed = false } = {}) {
  const sent: unknown[] = []
  const mainFrame = { url, send: (...args: unknown[]) => void sent.push(args) }
  const webContents = { isDestroyed: () => contentsDestroyed, mainFrame }
  return {
    sent,
    window: { isDestroyed: () => destroyed, webContents } as unknown as Parameters<typeof sendToPage>[0],
  }
}

describe('what main says unasked', () => {
  it('goes to our own page in our own window', () => {
    const { window, sent } = windowAt('app://hold-the-line/index.html')
    sendToPage(window, 'export.progress', { done: 1, total: 2 })
    expect(sent).toEqual([['export.progress', { done: 1, total: 2 }]])
  })

  it.each([
    'https://example.org/',
    'app://hold-the-line.example.org/',
    'app://other/index.html',
    'about:blank',
    '',
  ])('does not go to a frame that shows %s', (url) => {
    const { window, sent } = windowAt(url)
    sendToPage(window, 'app.changed')
    expect(sent).toEqual([])
  })

  it('goes nowhere when the window is gone', () => {
    for (const gone of [{ destroyed: true }, { contentsDestroyed: true }]) {
      const { window, sent } = windowAt('app://hold-the-line/index.html', gone)
      sendToPage(window, 'app.changed')
      expect(sent).toEqual([])
    }
    expect(() => sendToPage(undefined, 'app.changed')).not.toThrow()
  })
})

import { describe, expect, it } from 'vitest'
import { chromium } from '../../build/page.mjs'

const on =
  (...programs: string[]) =>
  (name: string) =>
    programs.includes(name) ? `/usr/bin/${name}` : null

describe('the browser in which the player is tried', () => {
  it('is the first on the path, on Linux', () => {
    expect(chromium('linux', on('google-chrome', 'chromium'))).toEqual({
      executablePath: '/usr/bin/chromium',
    })
    expect(chromium('linux', on('google-chrome'))).toEqual({ executablePath: '/usr/bin/google-chrome' })
  })

  it('is one that Playwright finds by itself elsewhere', () => {
    expect(chromium('win32', on())).toEqual({ channel: 'msedge' })
    expect(chromium('darwin', on())).toEqual({ channel: 'chrome' })
    expect(chromium('linux', on())).toEqual({ channel: 'chrome' })
  })
})

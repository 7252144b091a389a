import { describe, expect, it } from 'vitest'
import { argumentsFor, hasDisplay } from '../../build/display.mjs'

const GIB = 1024 ** 3
const desktop = {
  platform: 'linux' as const,
  env: { DISPLAY: ':0' },
  root: false,
  userNamespaces: true,
  sharedMemory: GIB,
}

describe('hasDisplay', () => {
  it('asks only Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':1' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })
})

describe('argumentsFor', () => {
  it('adds nothing on a desktop, and keeps the sandbox', () => {
    expect(argumentsFor(desktop)).toEqual([])
    expect(argumentsFor({ ...desktop, platform: 'win32', root: true, sharedMemory: 0 })).toEqual([])
  })

  it('gives up the sandbox only where it cannot work', () => {
    expect(argumentsFor({ ...desktop, root: true })).toEqual(['--no-sandbox'])
    expect(argumentsFor({ ...desktop, userNamespaces: false })).toEqual(['--no-sandbox'])
  })

  it('copes with small shared memory and with a Wayland-only session', () => {
    expect(argumentsFor({ ...desktop, sharedMemory: 64 * 1024 ** 2 })).toEqual(['--disable-dev-shm-usage'])
    expect(argumentsFor({ ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toEqual([
      '--ozone-platform-hint=auto',
    ])
  })
})

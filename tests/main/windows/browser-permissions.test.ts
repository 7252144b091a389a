import { describe, expect, it } from 'vitest'
import { mayUse, type AskedPermission } from '../../../src/main/windows/browser-permissions'

const ORIGIN = 'app://hold-the-line'
/** As the dialog asks that records a line. */
const microphone: AskedPermission = {
  permission: 'media',
  devices: ['audio'],
  address: `${ORIGIN}/index.html`,
  isMainFrame: true,
  ownWindow: true,
}

describe('the one permission that a page can have', () => {
  it('is the microphone, while an author records in our window', () => {
    expect(mayUse(microphone, ORIGIN, true)).toBe(true)
    expect(mayUse({ ...microphone, address: ORIGIN }, ORIGIN, true)).toBe(true)
  })

  it.each<[string, Partial<AskedPermission>]>([
    ['the camera', { devices: ['video'] }],
    ['the microphone together with the camera', { devices: ['audio', 'video'] }],
    ['a device that is not named', { devices: [] }],
    ['a device of an unknown kind', { devices: ['unknown'] }],
    ['a device whose kind is not told', { devices: [undefined] }],
    ['where somebody is', { permission: 'geolocation' }],
    ['the screen', { permission: 'display-capture' }],
    ['the clipboard', { permission: 'clipboard-read' }],
    ['the microphone for another window', { ownWindow: false }],
    ['the microphone for a frame within the page', { isMainFrame: false }],
    ['the microphone for another page', { address: 'https://example.org/' }],
    ['the microphone for a page whose name begins alike', { address: `${ORIGIN}.example.org/` }],
    ['the microphone for nobody', { address: '' }],
  ])('is not %s', (_, other) => {
    expect(mayUse({ ...microphone, ...other }, ORIGIN, true)).toBe(false)
  })

  it('is not there while nobody records', () => {
    expect(mayUse(microphone, ORIGIN, false)).toBe(false)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { API } from '../../../src/bridge/api'
import { channels } from '../../../src/bridge/channels'

vi.mock('electron', () => ({ app: {}, BrowserWindow: {}, dialog: {}, shell: {}, net: {} }))
type AreaNeeds = ConstructorParameters<typeof HandlersByArea>[0]
const { HandlersByArea } = await import('../../../src/main/compose/handlers-by-area')

/** Services that must not be used while handlers are made. */
const none = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : {}) }) as AreaNeeds
const names = Object.entries(API).flatMap(([area, methods]) =>
  methods.map((method) => [area, method] as const),
)

describe('Areas', () => {
  it.each(names)('%s has the schemas and the handler of %s', async (area, method) => {
    const name = `${area}.${method}` as keyof typeof channels
    const read = (await new HandlersByArea(none).read(area))!
    expect(read.channels[name]).toBe(channels[name])
    expect(read.handlers[name]).toBeTypeOf('function')
  })

  it('makes the handlers that several areas share once, so that they share what they keep', async () => {
    const areas = new HandlersByArea(none)
    expect(await areas.read('attempt')).toBe(await areas.read('learn'))
    expect(await areas.read('learn')).toBe(await areas.read('learn'))
  })

  it.each(['', 'nothing', 'toString', '__proto__'])('knows no area ‘%s’', (area) => {
    expect(new HandlersByArea(none).read(area)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { channels, type ChannelName } from '../../src/bridge/channels'

const BAD = ['Ana\0 Sol', '\u202eloS anA', '\u200b', '\ufffdukasz', 'N/A', '-', 'An\u200bna']
const uuid = '5f0c1b1e-3f7d-4a52-9d43-0c2a5d7a9e11'
const form = {
  name: 'Ana Sol',
  number: '0012',
  email: null,
  role: 'trainee',
  team: null,
  site: null,
  manager: null,
  left: false,
}
const setUp = { organisation: 'Acme', name: 'Ana Sol', number: '1', passphrase: 'x', locale: 'en' }
const enrol = { chosen: 'a'.repeat(64), name: 'Indore 3', site: 'Indore' }

/** Every request that writes a name, with the members that are names. */
const WRITES: readonly (readonly [ChannelName, object, readonly string[]])[] = [
  ['session.setUp', setUp, ['organisation', 'name']],
  ['session.join', { name: 'Ana Sol', number: '0012' }, ['name']],
  ['people.add', form, ['name', 'team', 'site']],
  ['people.change', { ...form, id: uuid }, ['name', 'team', 'site']],
  ['organisation.change', { name: 'Acme' }, ['name']],
  ['exchange.enrol', enrol, ['name', 'site']],
]

describe('one rule for names, wherever one is written', () => {
  it.each(WRITES)('%s', (channel, request, members) => {
    const { request: schema } = channels[channel]
    expect(schema.safeParse(request).success).toBe(true)
    for (const member of members) {
      for (const bad of BAD) {
        expect([member, bad, schema.safeParse({ ...request, [member]: bad }).success]).toEqual([
          member,
          bad,
          false,
        ])
      }
      const tidied = schema.safeParse({ ...request, [member]: ' Be\u0301a \u00a0 Sol ' })
      expect((tidied.data as Record<string, unknown>)[member]).toBe('Béa Sol')
    }
  })
})

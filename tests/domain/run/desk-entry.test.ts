import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isOnDesk, looksInScene } from '../../../src/domain/run'
import type { Desk, Scenario } from '../../../src/domain/scenario/schema'
import { toolsAtHand } from '../../../src/domain/scenario/tools-at-hand'
import { toolEvent } from '../../../src/renderer/player/desk-tools'

const label = { en: 'x' }
const desk: Desk = {
  customers: [
    { id: 'daniel', name: 'Daniel', fields: [{ id: 'phone', label, value: '1', masked: '*' }] },
    { id: 'mina', name: 'Mina', fields: [{ id: 'mail', label, value: '2' }] },
  ],
  directory: [{ id: 'security', name: 'Security', role: label }],
  policies: [{ id: 'identity', title: label, text: label }],
}

describe('isOnDesk', () => {
  it.each([
    'report',
    'hang-up',
    'reveal-field/daniel/phone',
    'change-account/mina/mail',
    'verify-identity/mina',
    'call-back/security',
    'open-policy/identity',
  ])('knows %s', (event) => expect(isOnDesk(desk, event)).toBe(true))

  it.each([
    '',
    'shout',
    'report/daniel',
    'reveal-field/daniel',
    'reveal-field/daniel/mail',
    'reveal-field/daniel/phone/x',
    'open-policy/security',
    'call-back/identity',
    'constructor',
    'report/',
  ])('refuses ‘%s’', (event) => expect(isOnDesk(desk, event)).toBe(false))

  it('knows whatever the desk of a shipped scenario offers', () => {
    const files = readdirSync('scenarios').filter((name) => name.endsWith('.scenario.json'))
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const scenario = JSON.parse(readFileSync(`scenarios/${file}`, 'utf8')) as Scenario
      const { customers = [], directory = [], policies = [] } = scenario.desk
      const uses = [
        ...(['chat', 'call', 'mail', 'desk'] as const).flatMap((channel) =>
          toolsAtHand(scenario, channel).map((tool) => ({ tool })),
        ),
        ...customers.flatMap(({ id: customer, fields, tools = [] }) => [
          ...tools.map((tool) => ({ tool, customer })),
          ...fields.flatMap(({ id: field }) =>
            (['reveal-field', 'change-account'] as const).map((tool) => ({ tool, customer, field })),
          ),
        ]),
        ...directory.flatMap(({ id: contact }) =>
          (['call-back', 'forward'] as const).map((tool) => ({ tool, contact })),
        ),
        ...policies.map(({ id: policy }) => ({ tool: 'open-policy' as const, policy })),
      ]
      const unknown = uses.map(toolEvent).filter((event) => !isOnDesk(scenario.desk, event))
      expect([file, unknown]).toEqual([file, []])
    }
  })
})

describe('looksInScene', () => {
  const log = (...kinds: readonly ('desk' | 'decision')[]) => kinds.map((kind) => ({ kind }))
  it('counts since the last decision', () => {
    expect(looksInScene([])).toBe(0)
    expect(looksInScene(log('desk', 'desk'))).toBe(2)
    expect(looksInScene(log('desk', 'decision'))).toBe(0)
    expect(looksInScene(log('desk', 'decision', 'desk'))).toBe(1)
  })
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../../src/cli/files'
import type { Choice } from '../../../src/domain/run'
import { toolsAtHand } from '../../../src/domain/scenario/tools-at-hand'
import type { ChoiceMeta } from '../../../src/domain/scenario/schema'
import { choiceFor, revealedFields, toolEvent, type ToolUse } from '../../../src/renderer/player/desk-tools'
import { reply, scenarioOf, scene, ending } from '../../domain/helpers'

const FOLDER = join(__dirname, '../../../scenarios')
const choice = (event: string, meta: ChoiceMeta): Choice => ({ event, meta, transition: {} })

describe('which choice a use of the desk makes', () => {
  it('is none where the scene does not handle the tool', () => {
    expect(choiceFor([choice('say', { say: { en: 'No.' } })], { tool: 'report' })).toBeUndefined()
  })

  it('asks for the same customer and field', () => {
    const choices = [choice('phone', { tool: 'reveal-field', customer: 'daniel', field: 'phone' })]
    expect(choiceFor(choices, { tool: 'reveal-field', customer: 'daniel', field: 'phone' })?.event).toBe(
      'phone',
    )
    expect(choiceFor(choices, { tool: 'reveal-field', customer: 'daniel', field: 'balance' })).toBeUndefined()
    expect(choiceFor(choices, { tool: 'reveal-field', customer: 'ines', field: 'phone' })).toBeUndefined()
  })

  it('takes the choice that names the object before one that names none, in whatever order they stand', () => {
    const any = choice('any', { tool: 'reveal-field' })
    const phone = choice('phone', { tool: 'reveal-field', customer: 'daniel', field: 'phone' })
    const use = { tool: 'reveal-field', customer: 'daniel', field: 'phone' } as const
    expect(choiceFor([any, phone], use)?.event).toBe('phone')
    expect(choiceFor([phone, any], use)?.event).toBe('phone')
    expect(choiceFor([phone, any], { ...use, field: 'balance' })?.event).toBe('any')
  })

  it('tells a call to somebody in the directory from a call back to nobody named', () => {
    const choices = [
      choice('to-nobody', { tool: 'call-back' }),
      choice('to-it', { tool: 'call-back', contact: 'it-desk' }),
    ]
    expect(choiceFor(choices, { tool: 'call-back' })?.event).toBe('to-nobody')
    expect(choiceFor(choices, { tool: 'call-back', contact: 'it-desk' })?.event).toBe('to-it')
    expect(choiceFor(choices, { tool: 'call-back', contact: 'other' })).toBeUndefined()
  })
})

describe('a shipped choice with a tool', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.scenario.json')))(
    'can be taken from the desk: %s',
    (name) => {
      const { desk, machine } = readScenario(join(FOLDER, name)).compiled!.scenario
      const contacts = [undefined, ...(desk.directory ?? []).map(({ id }) => id)]
      const records = (desk.customers ?? []).flatMap(({ id, fields }) => [
        { customer: id },
        ...fields.map((field) => ({ customer: id, field: field.id })),
      ])
      const policies = (desk.policies ?? []).map(({ id }) => ({ policy: id }))
      for (const node of Object.values(machine.states)) {
        for (const [event, on] of Object.entries(node.on ?? {})) {
          for (const { meta } of Array.isArray(on) ? on : [on]) {
            const tool = meta?.tool
            if (!meta || !tool) continue
            const uses: ToolUse[] =
              tool === 'call-back' || tool === 'forward'
                ? contacts.map((contact) => ({ tool, contact }))
                : [{ tool }, ...[...records, ...policies].map((object) => ({ tool, ...object }))]
            const taken = uses.some((use) => choiceFor([choice(event, meta)], use))
            expect(taken, event).toBe(true)
          }
        }
      }
    },
  )
})

describe('the desk', () => {
  it('names a tool that moved nothing with its object', () => {
    expect(toolEvent({ tool: 'report' })).toBe('report')
    expect(toolEvent({ tool: 'reveal-field', customer: 'daniel', field: 'phone' })).toBe(
      'reveal-field/daniel/phone',
    )
    expect(toolEvent({ tool: 'open-policy', policy: 'callback' })).toBe('open-policy/callback')
  })

  it('shows what was revealed by either kind of entry, and nothing else', () => {
    const log = [
      { kind: 'desk', event: 'reveal-field/daniel/phone' },
      { kind: 'desk', event: 'report' },
      { kind: 'decision', event: 'look' },
    ]
    const taken = [{ tool: 'reveal-field', customer: 'daniel', field: 'balance' } as const, undefined]
    expect([...revealedFields(log, taken)]).toEqual(['daniel/phone', 'daniel/balance'])
  })

  it('keeps evidence and forwarding at hand for mail alone', () => {
    const scenario = scenarioOf({
      s0: scene({ on: { go: reply('Go', { target: 'end' }) } }),
      end: ending('refused'),
    })
    expect(toolsAtHand(scenario, 'chat')).toEqual(['report', 'call-back', 'escalate', 'hang-up'])
    expect(toolsAtHand(scenario, 'mail')).toEqual([
      'report',
      'call-back',
      'escalate',
      'preserve',
      'forward',
      'hang-up',
    ])
  })
})

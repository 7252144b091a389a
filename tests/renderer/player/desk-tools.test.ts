import { describe, expect, it } from 'vitest'
import type { Choice } from '../../../src/domain/run'
import type { ChoiceMeta } from '../../../src/domain/scenario/schema'
import { choiceFor, revealedFields, toolEvent, toolsAtHand } from '../../../src/renderer/player/desk-tools'
import { reply, scenarioOf, scene, ending } from '../../domain/helpers'

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

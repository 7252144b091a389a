import { describe, expect, it } from 'vitest'
import { TEMPLATES, scenarioFrom } from '../../../../src/domain/authoring/templates'
import { twinOf } from '../../../../src/domain/authoring/twin'
import { smallestDocument } from '../../../../src/main/studio/new-document'
import { isFresh } from '../../../../src/renderer/studio/guide/begun'
import words from '../../../../src/texts/en/studio-templates.json'
import { shippedScenarios } from '../../../domain/authoring/shipped'

const say = (key: keyof typeof words) => words[key]
const template = (name: (typeof TEMPLATES)[number]) =>
  scenarioFrom(name, { id: 'mine', languages: ['en'], say })

describe('the guide is offered', () => {
  it.each(TEMPLATES)('for what is written from the template %s', (name) => {
    expect(isFresh(template(name), ['text'])).toBe(true)
  })

  it('for what is written from nothing', () => {
    expect(isFresh(JSON.parse(smallestDocument('scenario', 'mine', { en: 'Mine', fr: 'Le mien' })), [])).toBe(
      true,
    )
  })

  it('neither for what was written before, nor for a copy, a twin or a broken text', () => {
    for (const { text } of shippedScenarios) expect(isFresh(JSON.parse(text), [])).toBe(false)
    expect(isFresh(template('mail'), ['copied', 'text'])).toBe(false)
    expect(isFresh(twinOf(template('mail'), { id: 'other', say }), [])).toBe(false)
    for (const broken of [undefined, null, [], 'x', {}]) expect(isFresh(broken, [])).toBe(false)
  })
})

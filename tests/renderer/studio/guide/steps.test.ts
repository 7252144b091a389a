import { describe, expect, it } from 'vitest'
import { TEMPLATES, scenarioFrom } from '../../../../src/domain/authoring/templates'
import { doneOf, placeOf, STEPS, type GuideFacts } from '../../../../src/renderer/studio/guide/steps'
import { outlineOf } from '../../../../src/renderer/studio/outline'
import words from '../../../../src/texts/en/studio-templates.json'

// oxlint-disable-next-line typescript/no-explicit-any -- a document is changed in it as an author may
type Loose = any
const begun = (template: (typeof TEMPLATES)[number]): Loose =>
  JSON.parse(
    JSON.stringify(
      scenarioFrom(template, {
        id: 'mine',
        languages: ['en'],
        say: (key) => words[key],
      }),
    ),
  )
const facts = (document: unknown, from: unknown, rest: Partial<GuideFacts> = {}): GuideFacts => ({
  document,
  begun: from,
  errors: 0,
  unwritten: 0,
  tried: false,
  published: false,
  ...rest,
})
const done = (...given: Parameters<typeof facts>) => [...doneOf(facts(...given))]

describe.each(TEMPLATES)('the guide from the template %s', (template) => {
  const from = begun(template)
  const first = outlineOf(from).find(({ initial }) => initial)!
  const stateOf = (document: Loose): Loose => first.path.reduce((value: Loose, key) => value[key], document)

  it('counts no words of the template as written', () => {
    for (const step of [
      'says',
      'right',
      'wrong',
      'leads',
      'earns',
      'problems',
      'tried',
      'published',
    ] as const)
      expect(done(from, from)).not.toContain(step)
  })

  it('notices each step from the document, in any order', () => {
    const document = structuredClone(from)
    const state = stateOf(document)
    for (const beat of state.meta.beats) beat.text = { en: `My own words, and a secret: ${beat.id}` }
    expect(done(document, from)).toContain('says')
    state.meta.beats[0].cues = [{ cue: 'x', phrase: { en: 'a secret' } }]
    expect(done(document, from)).toContain('cue')
    const target = first.choices.find((choice) => choice.target !== undefined)!.target
    const reply = (points: number, why: string, to?: string): Loose => ({
      ...(to === undefined ? {} : { target: to }),
      actions: [{ type: 'assess', params: { competency: 'verification', points, of: 2, why: { en: why } } }],
      meta: { say: { en: `I say ${points}` } },
    })
    state.on = { ...state.on, mine: reply(2, '…') }
    expect(done(document, from)).toContain('right')
    expect(done(document, from)).not.toContain('wrong')
    state.on.other = reply(0, '…')
    expect(done(document, from)).toContain('wrong')
    expect(done(document, from)).not.toContain('leads')
    expect(placeOf('leads', { document, begun: from })).toEqual({
      what: 'select',
      selected: { what: 'choice', path: [...first.path, 'on', 'mine'] },
    })
    state.on.mine = reply(2, '…', target)
    state.on.other = reply(0, '…', target)
    expect(done(document, from)).toContain('leads')
    expect(done(document, from)).not.toContain('earns')
    state.on.mine = reply(2, 'Asking costs nothing.', target)
    state.on.other = reply(0, 'It gives it away.', target)
    expect(done(document, from, { errors: 1 })).not.toContain('problems')
    expect(done(document, from, { unwritten: 1 })).not.toContain('problems')
    expect(done(document, from, { tried: true, published: true })).toEqual([...STEPS])
  })
})

it('says nothing is done of what is no scenario, and throws nowhere', () => {
  for (const document of [undefined, null, 1, [], {}, { machine: { states: { a: 1 }, initial: 'a' } }]) {
    expect(done(document, undefined)).toEqual([])
    for (const step of STEPS) expect(placeOf(step, { document, begun: undefined })).toBeDefined()
  }
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/domain/authoring/compare'
import { placeOfChange } from '../../../src/domain/authoring/keyed'
import { same } from '../../../src/domain/authoring/rewrite'
import { valueAt } from '../../../src/domain/scenario/json-path'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { LOCALES } from '../../../src/texts/generated'
import { loadChangeSayer } from '../../../src/texts/change-words'
import { anyChanges, changed, shipped, shippedScenarios } from './shipped'
import type { Loose } from './loose'

const { text } = shippedScenarios.find(({ name }) => name.startsWith('telegram-bribe'))!
const say = await loadChangeSayer('en')

/** Returns the sentences about a change. */
function told(change: (document: Loose) => void): string[] {
  const after = JSON.parse(text) as Loose
  change(after)
  return compare(JSON.parse(text), after, scenarioSchema).map(say)
}

describe('compare', () => {
  it('finds something exactly where two versions say something else', async () => {
    const sayers = await Promise.all(LOCALES.map(loadChangeSayer))
    fc.assert(
      fc.property(fc.constantFrom(...shipped), anyChanges, (document, changes) => {
        const before = JSON.parse(document.text) as unknown
        const after = changed(before, changes)
        const found = compare(before, after, document.schema)
        expect(found.length === 0).toBe(same(before, after, document.schema))
        // Each change leads to its place in the later version, or to its surroundings if it was removed.
        for (const { path } of found) {
          const place = placeOfChange(after, path)
          expect(place.length).toBeLessThanOrEqual(path.length)
          if (place.length < path.length - 1) continue
          expect(place.length === 0 || valueAt(after, place) !== undefined).toBe(true)
        }
        for (const sayIt of sayers)
          for (const one of found) expect(sayIt(one)).not.toMatch(/undefined|\{place\}/)
      }),
      { numRuns: 120 },
    )
  })

  it('takes nothing that JavaScript has under a name for what a document says', () => {
    for (const name of ['constructor', 'toString', 'valueOf']) {
      const [bare, named] = [{ id: 'one' }, { id: 'one', [name]: 1 }]
      const codes = (before: unknown, after: unknown) =>
        compare(before, after, scenarioSchema).map(({ code, params }) => [code, params['name']])
      expect(codes(bare, named)).toEqual([['value-added', name]])
      expect(codes(named, bare)).toEqual([['value-removed', name]])
    }
  })

  it('leads to the entry of a list by what it is known by, wherever it stands', () => {
    const document = {
      machine: { states: { hook: { meta: { beats: [{ id: 'b2' }, { id: 'b1', delay: 3 }] } } } },
    }
    const path = ['machine', 'states', 'hook', 'meta', 'beats', 'b1', 'delay']
    expect(placeOfChange(document, path)).toEqual([...path.slice(0, 5), 1, 'delay'])
    expect(placeOfChange(document, [...path.slice(0, 5), 'gone'])).toEqual(path.slice(0, 5))
  })

  it('says where a reply leads now, and what it gives', () => {
    const changes = told(({ machine }) => {
      const move = machine.states.approach.on.firm
      move.target = 'reported'
      move.actions.find(({ type }: Loose) => type === 'assess').params.points += 1
    })
    expect(changes).toEqual([
      'Reply 2 of ‘approach’ now leads to ‘reported’',
      expect.stringMatching(/^Reply 2 of ‘approach’: one point more for /),
    ])
  })

  it('knows a scene again by what it says when it got another name', () => {
    const changes = told((document) => {
      const text = JSON.stringify(document.machine)
        .replaceAll('"hook":', '"bait":')
        .replaceAll(/"target":"(\.?)hook"/g, '"target":"$1bait"')
      document.machine = JSON.parse(text)
    })
    expect(changes).toEqual(['The scene ‘hook’ is now called ‘bait’'])
  })

  it('tells scenes, messages, texts, cast, desk, cues, endings and the header apart', () => {
    const changes = told((document) => {
      const { states } = document.machine
      states.extra = { ...states.quiet }
      states.approach.meta.beats.unshift({ id: 'note', from: 'narrator', text: { en: 'A', fr: 'B' } })
      states.firm.meta.title.fr = 'Autre'
      states.reported.meta.disposition = 'refused'
      document.cast.extra = { name: 'X', channel: 'chat' }
      document.cues.extra = { label: { en: 'a', fr: 'b' }, kind: 'warning', strength: 1 }
      document.minutes = 59
    })
    expect(changes).toHaveLength(7)
    const whole = changes.join('\n')
    for (const part of [
      'The scene ‘extra’ is new',
      'Scene ‘approach’: the message ‘note’ is new',
      'Scene ‘firm’, text in fr',
      'Scene ‘reported’ now counts as ‘refused’, before as ‘reported’',
      '‘extra’ is new in ‘cast’',
      '‘extra’ is new in ‘cues’',
      '‘minutes’ is now ‘59’',
    ]) {
      expect(whole).toContain(part)
    }
  })

  it('says nothing of how a document is laid out, nor of the order of what the schema names', () => {
    expect(
      told((document) => {
        const entries = Object.entries(document).reverse()
        for (const [key] of entries) delete document[key]
        for (const [key, value] of entries) document[key] = value
      }),
    ).toEqual([])
  })
})

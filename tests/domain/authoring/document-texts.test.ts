import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentTexts, followTexts, orderOfPlay } from '../../../src/domain/authoring/document-texts'
import type { DocumentKind } from '../../../src/domain/authoring/document'
import { at, soundScenario } from '../../fixtures/build'
import type { Loose } from './loose'
import { anyChanges, changed, shipped, shippedScenarios } from './shipped'

const kindOf = (name: string): DocumentKind | undefined =>
  (['scenario', 'course', 'floor'] as const).find((kind) => name.endsWith(`.${kind}.json`))
const documents = shipped.flatMap(({ name, text }) => {
  const kind = kindOf(name)
  return kind ? [{ name, kind, value: JSON.parse(text) as Loose }] : []
})
const scenarios = shippedScenarios.map(({ text }) => JSON.parse(text) as Loose)

/** Returns the paths of everything with English words. */
function localizedIn(value: unknown, path: (string | number)[] = []): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (typeof (value as Record<string, unknown>)['en'] === 'string') return [path.join('/')]
  return Object.entries(value).flatMap(([key, own]) =>
    localizedIn(own, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

interface Spot {
  readonly list: Loose
  readonly kind: 'list' | 'members'
}
/** Finds lists whose entries have ids, and groups whose names are the author's. */
function spots(value: Loose, key = '', found: Spot[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return found
  if (Array.isArray(value) && value.length > 0 && value.every((own) => typeof own?.id === 'string'))
    found.push({ list: value, kind: 'list' })
  if (['states', 'on', 'cast', 'cues'].includes(key) && !Array.isArray(value))
    found.push({ list: value, kind: 'members' })
  for (const [name, own] of Object.entries(value)) spots(own, name, found)
  return found
}

/** Moves, adds or removes one thing, and returns the names that it touched. */
function shuffle(document: Loose, where: number, what: number, how: number): void {
  const all = spots(document)
  const { list, kind } = all[where % all.length]!
  if (kind === 'list') {
    const i = what % list.length
    if (how === 0) list.splice(how, 0, ...list.splice(i, 1))
    else if (how === 1) list.splice(i, 0, { ...structuredClone(list[i]), id: 'brand-new' })
    else list.splice(i, 1)
    return
  }
  const names = Object.keys(list)
  if (names.length === 0) return
  const name = names[what % names.length]!
  const own = list[name]
  if (how === 2) delete list[name]
  else if (how === 1) list['brand-new'] = structuredClone(own)
  else {
    delete list[name]
    list[name] = own
  }
}

describe('the texts of a document', () => {
  it('are all that has words in several languages, in scenarios, floors and courses, and each once', () => {
    expect(new Set(documents.map(({ kind }) => kind)).size).toBe(3)
    for (const { name, kind, value } of documents) {
      const listed = documentTexts(kind, value).filter(({ words }) => words)
      expect(listed.map(({ path }) => path.join('/')).toSorted(), name).toEqual(localizedIn(value).toSorted())
      expect(new Set(listed.map(({ id }) => id)).size, name).toBe(listed.length)
    }
  })

  it('keep their ids when what has an id is moved, added or taken away around them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...documents.filter(({ kind }) => kind !== 'course')),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 2 })), { minLength: 1, maxLength: 6 }),
        ({ kind, value }, steps) => {
          const before = new Map(documentTexts(kind, value).map((text) => [text.id, text]))
          const later = structuredClone(value)
          for (const [where, what, how] of steps) shuffle(later, where, what, how)
          for (const { id, words, plain } of documentTexts(kind, later)) {
            if (id.includes('brand-new')) continue
            expect(before.get(id), id).toMatchObject({ words, plain })
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('are listed of documents however broken, with ids that differ, and only what is there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped.filter(({ name }) => kindOf(name))),
        anyChanges,
        (document, steps) => {
          const value = changed(JSON.parse(document.text), steps)
          const texts = documentTexts(kindOf(document.name)!, value)
          expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length)
          for (const { path, words, plain } of texts) {
            let own: Loose = value
            for (const key of path) own = own[key]
            if (words) expect(own).toMatchObject(words)
            else expect(own).toBe(plain)
          }
        },
      ),
      { numRuns: 150 },
    )
    for (const value of [undefined, null, 3, 'words', [], {}, { machine: { states: null } }])
      for (const kind of ['scenario', 'course', 'floor'] as const)
        expect(documentTexts(kind, value)).toEqual([])
  })

  it('say who speaks, in which scene and on which channel', () => {
    const texts = documentTexts('scenario', soundScenario())
    const found = (id: string) => texts.find((text) => text.id === id)
    expect(found('scenes/offer/beats/b1/text')).toMatchObject({
      scene: 'offer',
      speaker: 'mara',
      name: 'text',
    })
    expect(found('scenes/offer/beats/b1/cues/hurry/phrase')).toMatchObject({ speaker: 'mara' })
    expect(found('scenes/offer/choices/refuse/say')).toMatchObject({ scene: 'offer', speaker: 'trainee' })
    expect(found('title')).toMatchObject({ scene: undefined, speaker: undefined, name: 'title' })
    const reply = found('scenes/offer/choices/refuse/say')!
    expect(reply.channel).toBe(found('scenes/offer/beats/b1/text')!.channel)
    expect(reply.channel).toBeDefined()
  })

  it('stand in the order of play: the header, each scene whole, the endings after the others, then the rest', () => {
    for (const scenario of scenarios) {
      const texts = documentTexts('scenario', scenario)
      expect(texts[0]!.id).toBe('title')
      const scenes = texts.flatMap(({ scene }) => (scene === undefined ? [] : [scene]))
      const order = scenes.filter((scene, i) => scenes[i - 1] !== scene)
      expect(new Set(order).size).toBe(order.length)
      const ranks = orderOfPlay(scenario)
      expect(order).toEqual(ranks.filter((scene) => scenes.includes(scene)))
      const first = String(scenario.machine.initial)
      expect(ranks[0]).toBe(first)
      const isEnd = (scene: string) => scenario.machine.states[scene]?.type === 'final'
      const ends = ranks.filter((scene) => scene !== '').map(isEnd)
      expect(ends.indexOf(true)).toBe(ends.filter((end) => !end).length)
    }
  })

  it('are found again after a scene was renamed, or something came before them that has no id', () => {
    const before = soundScenario()
    at(before, 'machine', 'states', 'offer', 'meta')['beats'] = [
      {
        id: 'b1',
        from: 'mara',
        text: { en: 'See these.' },
        attachments: [{ en: 'bill.pdf' }, { en: 'plan.pdf' }],
      },
    ]
    const after = structuredClone(before) as Loose
    after.machine.states.offer.meta.beats[0].attachments.unshift({ en: 'note.txt' })
    after.machine.states.opening = after.machine.states.offer
    delete after.machine.states.offer
    const found = followTexts(documentTexts('scenario', before), documentTexts('scenario', after))
    expect(found.get('scenes/offer/beats/b1/text')).toBe('scenes/opening/beats/b1/text')
    expect(found.get('scenes/offer/beats/b1/attachments/1')).toBe('scenes/opening/beats/b1/attachments/2')
    expect(found.get('scenes/offer/beats/b1/attachments/2')).toBe('scenes/opening/beats/b1/attachments/3')
    expect(found.get('scenes/end-good/title')).toBe('scenes/end-good/title')
    expect([...found.values()]).not.toContain('scenes/opening/beats/b1/attachments/1')
    // Words that have changed keep their place.
    const reworded = structuredClone(before) as Loose
    reworded.title.en = 'Another title'
    expect(
      followTexts(documentTexts('scenario', before), documentTexts('scenario', reworded)).get('title'),
    ).toBe('title')
  })
})

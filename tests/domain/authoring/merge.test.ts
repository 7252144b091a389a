import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/domain/authoring/compare'
import { merge, mergeTwo } from '../../../src/domain/authoring/merge'
import { same } from '../../../src/domain/authoring/rewrite'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import type { Loose } from './loose'
import { anyChanges, changed, shipped, shippedScenarios } from './shipped'

const { text } = shippedScenarios.find(({ name }) => name.startsWith('telegram-bribe'))!
const begun = () => JSON.parse(text) as Loose
const edit = (change: (document: Loose) => void): Loose => {
  const document = begun()
  change(document)
  return document
}
const mergeOf = (mine: unknown, theirs: unknown) => merge(begun(), mine, theirs, scenarioSchema)

/** Generates a shipped document and what two people make of it. */
const bothSides = fc
  .tuple(fc.constantFrom(...shipped), anyChanges, anyChanges)
  .map(([{ text: own, schema }, one, other]) => {
    const base = JSON.parse(own) as unknown
    return { base, mine: changed(base, one), theirs: changed(base, other), schema }
  })

describe('merge', () => {
  it('leaves what only one side changed, and what both changed alike', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped), anyChanges, ({ text: own, schema }, changes) => {
        const base = JSON.parse(own) as unknown
        const side = changed(base, changes)
        for (const [mine, theirs] of [
          [base, side],
          [side, base],
          [side, side],
        ]) {
          const { value, conflicts } = merge(base, mine, theirs, schema)
          expect(conflicts).toEqual([])
          expect(same(value, side, schema)).toBe(true)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('comes to the same whichever side is mine, where nothing touches', () => {
    let untouched = 0
    fc.assert(
      fc.property(bothSides, ({ base, mine, theirs, schema }) => {
        const there = merge(base, mine, theirs, schema)
        const back = merge(base, theirs, mine, schema)
        expect(back.conflicts.length).toBe(there.conflicts.length)
        if (there.conflicts.length > 0) return
        untouched += 1
        expect(same(there.value, back.value, schema)).toBe(true)
      }),
      { numRuns: 150 },
    )
    expect(untouched).toBeGreaterThan(20)
  })

  it('has at each place the side that was chosen, and tells all conflicts whatever was chosen', () => {
    let touched = 0
    fc.assert(
      fc.property(bothSides, ({ base, mine, theirs, schema }) => {
        const plain = merge(base, mine, theirs, schema)
        const chosen = merge(base, mine, theirs, schema, () => 'theirs')
        expect(chosen.conflicts).toEqual(plain.conflicts)
        const back = merge(base, theirs, mine, schema)
        touched += Number(plain.conflicts.length > 0)
        expect(same(chosen.value, back.value, schema)).toBe(true)
      }),
      { numRuns: 250 },
    )
    // About one in ten pairs conflicts; fewer than these would come once in a million runs.
    expect(touched).toBeGreaterThan(5)
  })

  it('leaves what one side took away and the other changed at its place, whichever side is mine', () => {
    const list = (...names: string[]) => ({ names: names.map((id) => ({ id: id.slice(0, 1), words: id })) })
    const base = list('b', 'x', 'c')
    // The entry beside it is once earlier and once later in the alphabet.
    for (const beside of ['n', 'z']) {
      const [mine, theirs] = [list('b', beside, 'c'), list('b', 'x changed', 'c')]
      const kept = merge(base, mine, theirs, undefined, () => 'theirs')
      expect(kept.conflicts).toHaveLength(1)
      expect(kept.value).toEqual(merge(base, theirs, mine, undefined).value)
      expect(kept.value).toEqual(list('b', beside, 'x changed', 'c'))
    }
  })

  it('has both of two edits that do not touch', () => {
    const scenes = Object.keys(begun().machine.states)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(scenes, { minLength: 2, maxLength: 2 }),
        fc.string({ minLength: 1 }),
        ([one, other], word) => {
          const mine = edit(({ machine }) => {
            machine.states[one!].meta.title.en = `${word}!`
          })
          const theirs = edit(({ machine }) => {
            machine.states[other!].meta.title.fr = `${word}?`
            delete machine.states[other!].meta.place
          })
          const { value, conflicts } = mergeOf(mine, theirs)
          expect(conflicts).toEqual([])
          const { states } = (value as Loose).machine
          expect(states[one!].meta.title.en).toBe(`${word}!`)
          expect(states[other!].meta.title.fr).toBe(`${word}?`)
          expect(states[other!].meta.place).toBeUndefined()
        },
      ),
    )
  })

  it('puts in what both sides put into one list', () => {
    const beat = (id: string) => ({ id, from: 'narrator', text: { en: id, fr: id } })
    const mine = edit(({ machine }) => machine.states.approach.meta.beats.push(beat('mine')))
    const theirs = edit(({ machine }) => machine.states.approach.meta.beats.unshift(beat('theirs')))
    const { value, conflicts } = mergeOf(mine, theirs)
    expect(conflicts).toEqual([])
    const ids = (value as Loose).machine.states.approach.meta.beats.map(({ id }: Loose) => id)
    expect(ids[0]).toBe('theirs')
    expect(ids.at(-1)).toBe('mine')
  })

  it('keeps an edit in a scene that the other side gave another name', () => {
    const mine = edit((document) => {
      const renamed = JSON.stringify(document.machine)
        .replaceAll('"hook":', '"bait":')
        .replaceAll(/"target":"(\.?)hook"/g, '"target":"$1bait"')
      document.machine = JSON.parse(renamed)
    })
    const theirs = edit(({ machine }) => {
      machine.states.hook.meta.title.en = 'Another'
    })
    for (const { value, conflicts } of [mergeOf(mine, theirs), mergeOf(theirs, mine)]) {
      expect(conflicts).toEqual([])
      expect((value as Loose).machine.states.bait.meta.title.en).toBe('Another')
      expect((value as Loose).machine.states.hook).toBeUndefined()
    }
  })

  it('shows both sides of what touches, and keeps mine there', () => {
    const mine = edit(({ machine }) => {
      machine.states.approach.on.firm.target = 'reported'
    })
    const theirs = edit(({ machine }) => {
      machine.states.approach.on.firm.target = 'lapsed'
      machine.states.firm.meta.title.en = 'Theirs'
    })
    const { value, conflicts } = mergeOf(mine, theirs)
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]).toMatchObject({
      path: ['machine', 'states', 'approach', 'on', 'firm', 'target'],
      mine: [{ code: 'leads-to', params: { scene: 'reported' } }],
      theirs: [{ code: 'leads-to', params: { scene: 'lapsed' } }],
    })
    expect((value as Loose).machine.states.approach.on.firm.target).toBe('reported')
    expect((value as Loose).machine.states.firm.meta.title.en).toBe('Theirs')
  })

  it('shows it where one side removed what the other changed', () => {
    const mine = edit(({ machine }) => {
      delete machine.states.quiet
    })
    const theirs = edit(({ machine }) => {
      machine.states.quiet.meta.title.en = 'Theirs'
    })
    const { conflicts } = mergeOf(mine, theirs)
    expect(conflicts).toMatchObject([
      { mine: [{ code: 'scene-removed' }], theirs: [{ code: 'text-changed' }] },
    ])
  })
})

describe('merging two documents without a common version', () => {
  it('is mine or theirs as a whole, by what is chosen everywhere, and has a conflict where they differ', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped), anyChanges, ({ text: own, schema }, changes) => {
        const mine = JSON.parse(own) as unknown
        const theirs = changed(mine, changes)
        for (const [one, other] of [
          [mine, theirs],
          [theirs, mine],
        ]) {
          const kept = mergeTwo(one, other, schema)
          expect(same(kept.value, one, schema)).toBe(true)
          expect(kept.conflicts.length === 0).toBe(same(one, other, schema))
          const taken = mergeTwo(one, other, schema, () => 'theirs')
          expect(taken.conflicts).toEqual(kept.conflicts)
          if (compare(one, other, schema).every(({ code }) => code !== 'scene-renamed')) {
            expect(same(taken.value, other, schema)).toBe(true)
          }
        }
      }),
      { numRuns: 120 },
    )
  })

  it('lists differences in the same order whatever is chosen, so that no row moves under the hand', () => {
    const list = (...names: string[]) => ({ names: names.map((id) => ({ id: id.slice(0, 1), words: id })) })
    const [mine, theirs] = [list('a', 'b', 'c'), list('c here', 'b here', 'a here')]
    const paths = (side: 'mine' | 'theirs') =>
      mergeTwo(mine, theirs, undefined, () => side).conflicts.map(({ path }) => path.join('/'))
    expect(paths('mine')).toEqual(['names', 'names/a/words', 'names/b/words', 'names/c/words'])
    expect(paths('theirs')).toEqual(paths('mine'))
    const base = list('b', 'a', 'c')
    const [one, other] = [list('a 1', 'b 1', 'c 1'), list('c 2', 'b 2', 'a 2')]
    const three = (side: 'mine' | 'theirs') =>
      merge(base, one, other, undefined, () => side).conflicts.map(({ path }) => path.join('/'))
    expect(three('theirs')).toEqual(three('mine'))
    expect(three('mine')).toContain('names')
  })

  it('takes each difference by itself', () => {
    const theirs = edit((document) => {
      document.minutes = 9
      document.machine.states.approach.meta.title.en = 'Another title'
      document.machine.states.approach.meta.beats.push({ id: 'new', from: 'narrator', text: { en: 'New' } })
      delete document.keep.fr
    })
    const { conflicts } = mergeTwo(begun(), theirs, scenarioSchema)
    expect(conflicts.map(({ path }) => path.join('/')).sort()).toEqual([
      'keep/fr',
      'machine/states/approach/meta/beats/new',
      'machine/states/approach/meta/title/en',
      'minutes',
    ])
    expect(conflicts.every(({ mine, theirs: there }) => mine.length === 0 && there.length === 1)).toBe(true)
    for (const taken of conflicts) {
      const { value } = mergeTwo(begun(), theirs, scenarioSchema, (path) =>
        path.join('/') === taken.path.join('/') ? 'theirs' : 'mine',
      )
      expect(compare(begun(), value, scenarioSchema)).toEqual(taken.theirs)
    }
  })
})

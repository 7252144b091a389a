import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxesOf } from '../../../../src/renderer/studio/map/arrange'
import { graphOf } from '../../../../src/renderer/studio/map/graph'
import { placeStore } from '../../../../src/renderer/studio/map/place-store'
import { pathOfStand, standOf } from '../../../../src/renderer/studio/map/stand'
import { walk, type Arrow, type Stand } from '../../../../src/renderer/studio/map/walk'
import { everywhereIn, outlineOf } from '../../../../src/renderer/studio/outline'
import { several } from '../../../../src/renderer/studio/selection'

const DOCUMENT = {
  id: 'x',
  machine: {
    on: { report: { target: '.c' } },
    states: {
      a: { on: { stay: {}, b: { target: 'b' }, c: { target: 'c' } } },
      b: { on: { c: { target: 'c' } } },
      c: { type: 'final' },
    },
  },
}
const scenes = outlineOf(DOCUMENT)
const graph = graphOf(scenes, everywhereIn(DOCUMENT), new Set())
const boxes = boxesOf(
  graph,
  new Map([
    ['*', { x: 0, y: -400 }],
    ['a', { x: 0, y: 0 }],
    ['b', { x: 600, y: 0 }],
    ['c', { x: 1200, y: 300 }],
  ]),
)
const on = (card: string, reply?: number): Stand => ({ card, reply })
const go = (from: Stand, arrow: Arrow, came?: string) => walk(graph, boxes, from, arrow, came)

describe('arrow keys on the map', () => {
  it('follow the lines there and back', () => {
    expect(go(on('a'), 'ArrowRight')).toEqual(on('b'))
    expect(go(on('b'), 'ArrowRight')).toEqual(on('c'))
    expect(go(on('c'), 'ArrowRight')).toBeUndefined()
    // The opposite arrow leads back, even if another card is first in that direction.
    expect(go(on('c'), 'ArrowLeft', 'b')).toEqual(on('b'))
    expect(go(on('c'), 'ArrowLeft', 'a')).toEqual(on('a'))
  })

  it('go up and down among the replies of a card, and along the one on which one stands', () => {
    expect(go(on('a', 0), 'ArrowUp')).toBeUndefined()
    expect(go(on('a', 0), 'ArrowDown')).toEqual(on('a', 1))
    expect(go(on('a', 0), 'ArrowRight')).toBeUndefined()
    expect(go(on('a', 2), 'ArrowRight')).toEqual(on('c'))
    expect(go(on('a', 2), 'ArrowLeft')).toEqual(on('a'))
  })

  it('go up and down to the nearest card', () => {
    expect(go(on('b'), 'ArrowDown')).toEqual(on('c'))
    expect(go(on('a'), 'ArrowUp')).toEqual(on('*'))
  })

  it('always end on something that can be selected', () => {
    const arrows = fc.array(fc.constantFrom<Arrow>('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(arrows, (keys) => {
        let stand = on('a')
        for (const key of keys) stand = go(stand, key) ?? stand
        const path = pathOfStand(graph, stand)
        expect(path).toBeDefined()
        const back = standOf(graph, several([path!]), scenes)
        expect(back?.card).toBe(stand.card)
      }),
    )
  })
})

describe('places of an open document', () => {
  it('follow a scene that gets another name, and its rename being undone', () => {
    const kept: unknown[] = []
    const store = placeStore({ cards: { a: [1, 2], 'a.b': [3, 4], ab: [5, 6] }, folded: ['a'] }, (places) =>
      kept.push(places),
    )
    store.rename('a', 'z')
    store.end()
    expect(kept).toEqual([
      {
        cards: { a: [1, 2], 'a.b': [3, 4], ab: [5, 6], z: [1, 2], 'z.b': [3, 4] },
        folded: ['a', 'z'],
      },
    ])
  })

  it('are kept once, after the last move, and not at all where nothing moved', () => {
    const kept: unknown[] = []
    const store = placeStore({}, (places) => kept.push(places))
    store.end()
    expect(kept).toEqual([])
    for (let x = 0; x < 5; x += 1) store.setState({ points: new Map([['a', { x, y: 0 }]]) })
    store.end()
    expect(kept).toEqual([{ cards: { a: [4, 0] }, folded: [] }])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ELK from 'elkjs/lib/main.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arrange,
  boxesOf,
  settle,
  withinGroups,
  type Box,
  type Layout,
} from '../../../../src/renderer/studio/map/arrange'
import { EVERYWHERE, graphOf, type MapGraph } from '../../../../src/renderer/studio/map/graph'
import { placesFrom, placesToKeep } from '../../../../src/renderer/studio/map/places'
import { everywhereIn, outlineOf } from '../../../../src/renderer/studio/outline'
import { bigScenario } from '../../../bench/big-scenario'

const engine = new ELK()
const layout: Layout = (graph) => engine.layout(graph)
const NONE: ReadonlySet<string> = new Set()

const graphFor = (document: unknown, folded = NONE): MapGraph =>
  graphOf(outlineOf(document), everywhereIn(document), folded)

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Returns pairs of cards that hide each other. Only a group may cover its own cards. */
function hiding(graph: MapGraph, boxes: ReadonlyMap<string, Box>): string[] {
  const found: string[] = []
  const ids = graph.cards.map(({ id }) => id)
  const around = (inner: string, outer: string) => inner.startsWith(`${outer}.`)
  for (const [i, one] of ids.entries()) {
    for (const other of ids.slice(i + 1)) {
      if (around(one, other) || around(other, one)) continue
      if (overlap(boxes.get(one)!, boxes.get(other)!)) found.push(`${one} and ${other}`)
    }
  }
  return found
}

/** Returns the cards that stick out of their group. */
function outside(graph: MapGraph, boxes: ReadonlyMap<string, Box>): string[] {
  return graph.cards.flatMap(({ id, parent }) => {
    if (parent === undefined) return []
    const [own, outer] = [boxes.get(id)!, boxes.get(parent)!]
    const inside =
      own.x >= outer.x &&
      own.y >= outer.y &&
      own.x + own.width <= outer.x + outer.width &&
      own.y + own.height <= outer.y + outer.height
    return inside ? [] : [id]
  })
}

const extentOf = (boxes: ReadonlyMap<string, Box>) => {
  const all = [...boxes.values()]
  return {
    width: Math.max(...all.map(({ x, width }) => x + width)) - Math.min(...all.map(({ x }) => x)),
    height: Math.max(...all.map(({ y, height }) => y + height)) - Math.min(...all.map(({ y }) => y)),
  }
}

async function expectLaidOut(graph: MapGraph): Promise<ReadonlyMap<string, Box>> {
  const boxes = boxesOf(graph, await arrange(graph, layout))
  expect([...boxes.keys()].toSorted()).toEqual(graph.cards.map(({ id }) => id).toSorted())
  expect(hiding(graph, boxes)).toEqual([])
  expect(outside(graph, boxes)).toEqual([])
  return boxes
}

/** Generates scenarios of this many scenes, in groups and between them, whose choices may lead anywhere. */
const anyScenario = fc
  .record({
    scenes: fc.integer({ min: 1, max: 24 }),
    leads: fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(5)), { maxLength: 60 }),
    groups: fc.array(fc.nat(3), { maxLength: 24 }),
    everywhere: fc.boolean(),
  })
  .map(({ scenes, leads, groups, everywhere }) => {
    const states: Record<string, { on?: Record<string, unknown>; states?: Record<string, unknown> }> = {}
    const names: string[] = []
    for (let i = 0; i < scenes; i += 1) {
      const group = groups[i] ?? 0
      if (group === 0) {
        states[`s${i}`] = { on: {} }
        names.push(`s${i}`)
      } else {
        const parent = (states[`g${group}`] ??= { states: {}, on: {} })
        parent.states![`s${i}`] = { on: {} }
        names.push(`g${group}.s${i}`)
      }
    }
    const all = [...names, ...Object.keys(states).filter((name) => name.startsWith('g'))]
    const stateAt = (name: string) => {
      const [first = '', second] = name.split('.')
      return second === undefined
        ? states[first]!
        : (states[first]!.states![second] as { on: Record<string, unknown> })
    }
    leads.forEach(([from, to, kind], i) => {
      const source = stateAt(all[from % all.length]!)
      const target = kind === 0 ? 'nowhere' : `#any.${all[to % all.length]!}`
      source.on![`e${i}`] = kind === 1 ? { actions: [] } : { target }
    })
    return {
      id: 'any',
      machine: {
        initial: 's0',
        ...(everywhere ? { on: { report: { target: `.${Object.keys(states)[0]!}` } } } : {}),
        states,
      },
    }
  })

describe('the map as it is laid out', () => {
  it.each([1, 20, 500, 1000])(
    'no two of %d scenes hide each other, and the map is no ribbon',
    async (scenes) => {
      // The generator needs a few scenes for its endings.
      const document =
        scenes < 4 ? { id: 'one', machine: { initial: 'a', states: { a: {} } } } : bigScenario(scenes)
      const graph = graphFor(document)
      expect(graph.cards).toHaveLength(scenes)
      const boxes = await expectLaidOut(graph)
      const { width, height } = extentOf(boxes)
      if (scenes > 1) {
        expect(width / height).toBeLessThan(4)
        expect(width / height).toBeGreaterThan(0.25)
      }
    },
  )

  it.each(readdirSync('scenarios').filter((name) => name.endsWith('.scenario.json')))(
    'lays out %s',
    async (name) => {
      await expectLaidOut(graphFor(JSON.parse(readFileSync(join('scenarios', name), 'utf8'))))
    },
  )

  it('whatever leads wherever, with groups open or folded', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, fc.subarray(['g1', 'g2', 'g3']), async (document, folded) => {
        await expectLaidOut(graphFor(document, new Set(folded)))
      }),
      { numRuns: 60 },
    )
  })

  it('a scene more finds a place of its own, and a card that grew hides nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, fc.nat(20), fc.nat(30), async (document, gone, grow) => {
        const graph = graphFor(document)
        const points = new Map(await arrange(graph, layout))
        const { cards } = graph
        const lost = cards[gone % cards.length]!
        for (const { id } of cards) if (id === lost.id || id.startsWith(`${lost.id}.`)) points.delete(id)
        // An existing scene gets five replies.
        const grown = cards[grow % cards.length]!
        const more: MapGraph = {
          ...graph,
          cards: cards.map((card) =>
            card === grown && card.group === undefined
              ? {
                  ...card,
                  replies: Array.from({ length: 5 + card.replies.length }, () => ({
                    choice: {} as never,
                    way: 'stays' as const,
                    to: undefined,
                  })),
                }
              : card,
          ),
        }
        const boxes = boxesOf(more, settle(more, points, new Set([grown.id])))
        expect(hiding(more, boxes)).toEqual([])
        expect(outside(more, boxes)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('what was put outside of its group is within it again, and nothing else moved', () => {
    const document = {
      id: 'any',
      machine: { states: { g: { states: { a: {}, b: {} } }, c: {} } },
    }
    const graph = graphFor(document)
    const points = new Map([
      ['g', { x: 100, y: 100 }],
      ['g.a', { x: -300, y: -50 }],
      ['g.b', { x: 400, y: 80 }],
      ['c', { x: 2000, y: 0 }],
    ])
    const before = boxesOf(graph, points)
    const after = boxesOf(graph, withinGroups(graph, points))
    expect(outside(graph, after)).toEqual([])
    for (const id of ['g.a', 'g.b', 'c']) {
      expect({ x: after.get(id)!.x, y: after.get(id)!.y }).toEqual({
        x: before.get(id)!.x,
        y: before.get(id)!.y,
      })
    }
  })
})

describe('what the map shows', () => {
  it('draws what leads to a few, and names what leads to many', () => {
    const ends = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}`, { on: { go: { target: 'end' } } }]))
    const ways = (n: number) => {
      const { cards } = graphFor({ id: 'x', machine: { states: { ...ends(n), end: { type: 'final' } } } })
      return new Set(cards.flatMap(({ replies }) => replies.map(({ way }) => way)))
    }
    expect([...ways(8)]).toEqual(['line'])
    expect([...ways(9)]).toEqual(['name'])
  })

  it('a folded group stands for its scenes, and what leads in or out leads to its card', () => {
    const document = {
      id: 'x',
      machine: {
        on: { report: { target: '.end' } },
        states: {
          start: { on: { in: { target: '#x.g.deep.b' }, nowhere: { target: 'gone' }, stay: {} } },
          g: {
            states: {
              a: { on: { out: { target: '#x.end' }, within: { target: 'deep' } } },
              deep: { states: { b: {} } },
            },
          },
          end: { type: 'final' },
        },
      },
    }
    const graph = graphFor(document, new Set(['g']))
    expect(graph.cards.map(({ id, group, inside }) => [id, group, inside])).toEqual([
      [EVERYWHERE, undefined, 0],
      ['start', undefined, 0],
      ['g', 'folded', 3],
      ['end', undefined, 0],
    ])
    const repliesOf = (id: string) =>
      graph.cards.find((card) => card.id === id)!.replies.map(({ way, to }) => [way, to])
    expect(repliesOf('start')).toEqual([
      ['line', 'g'],
      ['missing', undefined],
      ['stays', undefined],
    ])
    expect(repliesOf('g')).toEqual([['line', 'end']])
    expect(repliesOf(EVERYWHERE)).toEqual([['name', 'end']])
    expect(graph.shownAs.get('g.deep.b')).toBe('g')
  })

  it('draws a line from what every scene offers to a card that would else stand alone', () => {
    const document = {
      id: 'x',
      machine: {
        on: { report: { target: '.reported' }, leave: { target: '.end' } },
        states: {
          start: { on: { on: { target: 'end' } } },
          end: { type: 'final' },
          reported: { type: 'final' },
        },
      },
    }
    const { cards } = graphFor(document, new Set())
    expect(cards.find(({ id }) => id === EVERYWHERE)!.replies.map(({ way, to }) => [way, to])).toEqual([
      ['line', 'reported'],
      ['name', 'end'],
    ])
  })

  it('keeps places as they were, and lays out anew what it can’t read', () => {
    const places = { points: new Map([['a.b', { x: 1, y: -2 }]]), folded: new Set(['g']) }
    expect(placesFrom(JSON.parse(JSON.stringify(placesToKeep(places))) as Record<string, unknown>)).toEqual(
      places,
    )
    for (const broken of [
      {},
      { cards: [], folded: 3 },
      { cards: { a: [1], b: 'x', c: [null, 2] }, folded: [1] },
    ]) {
      expect(placesFrom(broken as Record<string, unknown>)).toEqual({ points: new Map(), folded: new Set() })
    }
  })
})

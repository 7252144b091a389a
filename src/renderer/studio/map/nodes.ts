import { Position } from '@xyflow/react'
import { keyOf } from '../selection'
import type { Box, Points } from './arrange'
import type { CardNode } from './Card'
import { CARD, EVERYWHERE, portOf, type MapCard, type MapGraph } from './graph'
import type { Stand } from './walk'

interface Shown {
  readonly graph: MapGraph
  readonly points: Points
  readonly boxes: ReadonlyMap<string, Box>
  readonly chosen: ReadonlySet<string>
  readonly stand: Stand | undefined
}

/** A node stays the same object while nothing about it changes, so that it isn't rendered again. */
export function nodeMaker(): (shown: Shown) => CardNode[] {
  let known = new Map<string, { readonly said: string; readonly node: CardNode }>()
  const said = new WeakMap<MapCard, string>()
  const wordsOf = (card: MapCard): string => {
    const before = said.get(card)
    if (before !== undefined) return before
    const now = JSON.stringify(card)
    said.set(card, now)
    return now
  }
  return ({ graph, points, boxes, chosen, stand }) => {
    const next: typeof known = new Map()
    for (const card of graph.cards) {
      const { id } = card
      const point = points.get(id)
      const box = boxes.get(id)
      if (!point || !box) continue
      const here = stand?.card === id
      const reply = here && stand.reply !== undefined ? card.replies[stand.reply] : undefined
      const place = [point.x, point.y, box.width, box.height, chosen.has(id), here, here && stand.reply]
      const now = `${place.join()}${wordsOf(card)}`
      const before = known.get(id)
      next.set(
        id,
        before?.said === now
          ? before
          : {
              said: now,
              node: nodeOf(card, point, box, chosen.has(id), here, reply && keyOf(reply.choice.path)),
            },
      )
    }
    known = next
    return [...next.values()].map(({ node }) => node)
  }
}

function nodeOf(
  card: MapCard,
  position: { readonly x: number; readonly y: number },
  { width, height }: Box,
  selected: boolean,
  here: boolean,
  reply: string | undefined,
): CardNode {
  const handle = (id: string, side: Position, point: { x: number; y: number }) => ({
    id,
    type: 'source' as const,
    position: side,
    ...point,
    width: 1,
    height: 1,
  })
  return {
    id: card.id,
    type: card.group === 'open' ? 'group' : 'card',
    position: { ...position },
    width,
    height,
    measured: { width, height },
    selected,
    selectable: card.id !== EVERYWHERE,
    data: { card, here, reply },
    handles: [
      ...card.replies.map((_, i) => handle(`r${i}`, Position.Right, portOf(card, i))),
      handle('new', Position.Bottom, { x: CARD.width / 2, y: CARD.height }),
    ],
    zIndex: card.group === 'open' ? -2 : 0,
    ...(card.parent === undefined ? {} : { parentId: card.parent }),
  }
}

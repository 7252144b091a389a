/** Moves over the map with the arrow keys: along the lines from card to card, and within a card from reply to reply. */
import type { Box } from './arrange'
import type { MapCard, MapGraph } from './graph'

export interface Stand {
  readonly card: string
  /** The number of the reply on the card, from 0; `undefined` for the card itself. */
  readonly reply: number | undefined
}
export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })

/** Returns the nearest card above or below. */
function nearest(from: string, up: boolean, boxes: ReadonlyMap<string, Box>): string | undefined {
  const own = boxes.get(from)
  if (!own) return undefined
  const here = middle(own)
  let best: { id: string; far: number } | undefined
  for (const [id, box] of boxes) {
    const there = middle(box)
    const down = there.y - here.y
    if (id === from || (up ? down >= 0 : down <= 0)) continue
    // A card straight above or below counts as nearer than one to the side.
    const far = Math.abs(down) + 2 * Math.abs(there.x - here.x)
    if (!best || far < best.far) best = { id, far }
  }
  return best?.id
}

/**
 * Finds the card or reply to which an arrow key leads.
 * @param stand the present place
 * @param came the previous card, to which the opposite arrow leads back
 * @returns `undefined` if there is nothing in that direction
 */
export function walk(
  { cards }: MapGraph,
  boxes: ReadonlyMap<string, Box>,
  stand: Stand,
  arrow: Arrow,
  came?: string,
): Stand | undefined {
  const card = cards.find(({ id }) => id === stand.card)
  if (!card) return cards[0] && { card: cards[0].id, reply: undefined }
  const to = (id: string | undefined): Stand | undefined =>
    id === undefined || id === card.id ? undefined : { card: id, reply: undefined }
  const leading = (other: MapCard) =>
    other.id !== card.id && other.replies.some((reply) => reply.to === card.id)
  if (stand.reply !== undefined) {
    const { length } = card.replies
    switch (arrow) {
      case 'ArrowLeft':
        return { card: card.id, reply: undefined }
      case 'ArrowRight':
        return to(card.replies[stand.reply]?.to)
      case 'ArrowUp':
        return stand.reply > 0 ? { card: card.id, reply: stand.reply - 1 } : undefined
      case 'ArrowDown':
        return stand.reply < length - 1 ? { card: card.id, reply: stand.reply + 1 } : undefined
    }
  }
  switch (arrow) {
    case 'ArrowRight':
      return to(card.replies.find((reply) => reply.to !== undefined && reply.to !== card.id)?.to)
    case 'ArrowLeft': {
      const back = cards.find((other) => other.id === came && leading(other))
      return to((back ?? cards.find(leading))?.id)
    }
    case 'ArrowUp':
    case 'ArrowDown':
      return to(nearest(card.id, arrow === 'ArrowUp', boxes))
  }
}

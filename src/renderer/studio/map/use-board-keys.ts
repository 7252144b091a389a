import { useRef, type KeyboardEvent } from 'react'
import type { Path } from '../outline'
import { keyOf } from '../selection'
import type { Box, Point } from './arrange'
import type { MapGraph } from './graph'
import { pathOfStand } from './stand'
import { walk, type Arrow, type Stand } from './walk'

/** A key moves a card by this many pixels. */
const STEP = 24

interface Keys {
  readonly graph: MapGraph
  readonly boxes: ReadonlyMap<string, Box>
  readonly stand: Stand | undefined
  readonly selected: readonly Path[]
  readonly onSelect: (paths: readonly Path[]) => void
  /** Moves the selected cards; missing in a read-only document. */
  readonly onMove: ((by: Point) => void) | undefined
  readonly onFold: (id: string) => void
  readonly onOpen: () => void
  /** Zooms in, out, or with 0 to the whole map. */
  readonly onZoom: (by: 1 | -1 | 0) => void
}

const BY: Readonly<Record<Arrow, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}
const isArrow = (key: string): key is Arrow => Object.hasOwn(BY, key)

/** Handles the keys that only the map has; commands have theirs everywhere. */
export function useBoardKeys({ graph, boxes, stand, selected, ...on }: Keys): (event: KeyboardEvent) => void {
  // The previous card, to which the opposite arrow leads back.
  const came = useRef<string>(undefined)
  const goTo = (next: Stand | undefined, more: boolean): void => {
    const path = next && pathOfStand(graph, next)
    if (!next || !path) return
    if (stand && stand.card !== next.card) came.current = stand.card
    on.onSelect([...(more ? selected.filter((other) => keyOf(other) !== keyOf(path)) : []), path])
  }
  const card = graph.cards.find(({ id }) => id === stand?.card)
  /** @returns true if the key had a meaning */
  const press = ({ key, altKey, shiftKey }: KeyboardEvent): boolean => {
    if (isArrow(key)) {
      if (altKey) on.onMove?.(BY[key])
      else if (stand) goTo(walk(graph, boxes, stand, key, came.current), shiftKey)
      else {
        const first = graph.cards.find(({ scene }) => scene?.initial) ?? graph.cards[0]
        goTo(first && { card: first.id, reply: undefined }, false)
      }
      return true
    }
    if (altKey) return false
    switch (key) {
      case 'Enter':
        if (stand?.reply === undefined && card && card.replies.length > 0)
          goTo({ card: card.id, reply: 0 }, false)
        else on.onOpen()
        return true
      case 'Escape':
        if (stand?.reply === undefined) return false
        goTo({ card: stand.card, reply: undefined }, false)
        return true
      case ' ':
        if (card && card.group !== undefined) on.onFold(card.id)
        else on.onOpen()
        return true
      case '+':
        on.onZoom(1)
        return true
      case '-':
        on.onZoom(-1)
        return true
      case '0':
        on.onZoom(0)
        return true
      default:
        return false
    }
  }
  return (event) => {
    if (event.ctrlKey || event.metaKey || !press(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

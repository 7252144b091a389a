import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { arrange, settle, type Points } from './arrange'
import { layout } from './engine'
import { sizeOf, type MapGraph } from './graph'
import type { Places } from './places'

/** Lays out cards that have no place yet, and keeps the layout in order while the document changes. */
export function usePoints(graph: MapGraph, places: StoreApi<Places>) {
  const points = useStore(places, (state) => state.points)
  const [waiting, setWaiting] = useState(() => !graph.cards.some(({ id }) => points.has(id)))
  const heights = useRef<ReadonlyMap<string, number>>(undefined)
  const asked = useRef(0)
  const keep = (next: Points) => places.setState({ points: next })
  const tidy = async (of: MapGraph) => {
    asked.current += 1
    const mine = asked.current
    setWaiting(true)
    try {
      const next = await arrange(of, layout)
      if (mine === asked.current) {
        places.setState({ points: new Map([...places.getState().points, ...next]) })
      }
    } finally {
      if (mine === asked.current) setWaiting(false)
    }
  }
  const first = useEffectEvent(() => {
    if (waiting) void tidy(graph)
  })
  useEffect(() => first(), [])
  // A card that got another reply, or was opened, may hide another one; a new card has no place yet.
  const follow = useEffectEvent(() => {
    if (waiting) return
    const known = heights.current
    const now = new Map(
      graph.cards.map((card) => [card.id, sizeOf(card).height + (card.group === 'open' ? 1e6 : 0)]),
    )
    heights.current = now
    const grown = new Set(
      known ? [...now].flatMap(([id, height]) => (known.has(id) && height > known.get(id)! ? [id] : [])) : [],
    )
    const next = settle(graph, points, grown)
    if (next !== points) keep(next)
  })
  useEffect(() => follow(), [graph, waiting])
  return { points, keep, waiting, tidy }
}

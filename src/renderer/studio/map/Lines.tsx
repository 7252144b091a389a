import { memo, useMemo } from 'react'
import { useStore as useFlowState } from '@xyflow/react'
import type { Box } from './arrange'
import { ENTRY, portOf, type MapCard, type MapGraph } from './graph'

type Kind = 'plain' | 'conditional' | 'critical' | 'chosen'
const KINDS: readonly Kind[] = ['plain', 'conditional', 'critical', 'chosen']

interface Line {
  readonly kind: Kind
  readonly d: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** Returns the path of a line with an arrowhead, from a reply to its target's card. */
function lineOf(kind: Kind, from: { x: number; y: number }, to: { x: number; y: number }): Line {
  const reach = Math.max(48, Math.min(320, Math.abs(to.x - from.x) / 2))
  const [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(tenth) as [number, number, number, number]
  const curve = `M${x1} ${y1}C${tenth(x1 + reach)} ${y1} ${tenth(x2 - reach)} ${y2} ${x2} ${y2}`
  return {
    kind,
    d: `${curve}M${x2 - 8} ${y2 - 5}L${x2} ${y2}L${x2 - 8} ${y2 + 5}`,
    left: Math.min(x1, x2 - reach),
    right: Math.max(x2, x1 + reach),
    top: Math.min(y1, y2) - 5,
    bottom: Math.max(y1, y2) + 5,
  }
}

function entryOf(card: MapCard, box: Box) {
  return card.group === 'open' ? { x: box.x, y: box.y + ENTRY.y } : { x: box.x + ENTRY.x, y: box.y + ENTRY.y }
}

/**
 * Returns the visible part of the map and a little more: left, top, right, bottom. It changes once in half a board, not
 * at each move.
 */
function useSight(): readonly [left: number, top: number, right: number, bottom: number] {
  const sight = useFlowState(({ transform: [x, y, zoom], width, height }) => {
    const step = 2 ** Math.ceil(Math.log2(Math.max(width, height, 1) / zoom / 2))
    const start = [Math.floor(-x / zoom / step), Math.floor(-y / zoom / step)]
    const end = [Math.ceil((width - x) / zoom / step), Math.ceil((height - y) / zoom / step)]
    return [...start, ...end].map((steps) => steps * step).join(' ')
  })
  return useMemo(() => {
    const [left = 0, top = 0, right = 0, bottom = 0] = sight.split(' ').map(Number)
    return [left, top, right, bottom]
  }, [sight])
}

interface LinesProps {
  readonly graph: MapGraph
  readonly boxes: ReadonlyMap<string, Box>
  /** The cards whose lines are emphasised. */
  readonly chosen: ReadonlySet<string>
}

/**
 * Draws a line from each choice to its target. Only lines in sight are drawn, each as a path of its own. A single path
 * that spans the map would cost the browser much time in each frame of a movement.
 */
export const Lines = memo(function Lines({ graph, boxes, chosen }: LinesProps) {
  const lines = useMemo(() => {
    const found: Line[] = []
    const cards = new Map(graph.cards.map((card) => [card.id, card]))
    for (const card of graph.cards) {
      const box = boxes.get(card.id)
      if (!box) continue
      card.replies.forEach(({ choice, way, to }, i) => {
        const target = to === undefined || to === card.id ? undefined : cards.get(to)
        const there = target && boxes.get(target.id)
        if (!target || !there) return
        const stands = chosen.has(card.id) || chosen.has(target.id)
        if (way !== 'line' && !stands) return
        const port = portOf(card, i)
        const kind: Kind = choice.critical
          ? 'critical'
          : stands
            ? 'chosen'
            : choice.conditional
              ? 'conditional'
              : 'plain'
        found.push(lineOf(kind, { x: box.x + port.x, y: box.y + port.y }, entryOf(target, there)))
      })
    }
    return found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  }, [graph, boxes, chosen])
  const [left, top, right, bottom] = useSight()
  const seen = useMemo(
    () =>
      lines.filter(
        (line) => line.right >= left && line.left <= right && line.bottom >= top && line.top <= bottom,
      ),
    [lines, left, top, right, bottom],
  )
  return (
    <svg className="map-lines" aria-hidden="true">
      {seen.map(({ kind, d }) => (
        <path key={`${kind} ${d}`} className={`map-line map-line-${kind}`} d={d} />
      ))}
    </svg>
  )
})

/** Computes the places of the map's cards. It is pure: the layout engine comes in as a function. */
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api'
import { CARD, ENTRY, groupHead, portOf, sizeOf, type MapCard, type MapGraph, type Size } from './graph'

export interface Point {
  readonly x: number
  readonly y: number
}
export interface Box extends Point, Size {}

/** Points by the id of a card. A card in an open group is placed relative to the group's corner. */
export type Points = ReadonlyMap<string, Point>
export type Layout = (graph: ElkNode) => Promise<ElkNode>

const GAP = { card: 36, layer: 96, band: 120 } as const
/**
 * The intended ratio of width to height of a map that is cut into bands, and the number of columns that are never cut.
 */
const ASPECT = 1.5
const COLUMNS = 8

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.separateConnectedComponents': 'false',
  'elk.spacing.nodeNode': String(GAP.card),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.layer),
}

const overlap = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`)

function elkGraph({ cards }: MapGraph): ElkNode {
  const nodes = new Map<string, ElkNode>()
  const root: ElkNode = { id: 'map', layoutOptions: { ...OPTIONS }, children: [], edges: [] }
  for (const card of cards) {
    const node: ElkNode =
      card.group === 'open'
        ? {
            id: `n:${card.id}`,
            children: [],
            layoutOptions: {
              'elk.padding': `[top=${groupHead(card) + CARD.pad},left=${CARD.pad},bottom=${CARD.pad},right=${CARD.pad}]`,
              'elk.nodeSize.constraints': 'MINIMUM_SIZE',
              'elk.nodeSize.minimum': `(${CARD.width + 2 * CARD.pad},${CARD.height})`,
            },
          }
        : {
            id: `n:${card.id}`,
            ...sizeOf(card),
            layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
            ports: [
              { id: `i:${card.id}`, ...ENTRY, width: 0, height: 0 },
              ...card.replies.flatMap(({ way }, i) =>
                way === 'line' ? [{ id: `o${i}:${card.id}`, ...portOf(card, i), width: 0, height: 0 }] : [],
              ),
            ],
          }
    nodes.set(card.id, node)
    const parent = card.parent === undefined ? undefined : nodes.get(card.parent)
    ;(parent ?? root).children!.push(node)
  }
  if (cards.some(({ group }) => group === 'open')) {
    root.layoutOptions!['elk.hierarchyHandling'] = 'INCLUDE_CHILDREN'
  }
  const edges: ElkExtendedEdge[] = []
  const open = new Set(cards.filter(({ group }) => group === 'open').map(({ id }) => id))
  for (const card of cards) {
    card.replies.forEach(({ way, to }, i) => {
      // A group and its contents need no line to keep them together.
      if (way !== 'line' || to === undefined || within(to, card.id) || within(card.id, to)) return
      edges.push({
        id: `e${i}:${card.id}`,
        sources: [open.has(card.id) ? `n:${card.id}` : `o${i}:${card.id}`],
        targets: [open.has(to) ? `n:${to}` : `i:${to}`],
      })
    })
  }
  root.edges = edges
  return root
}

/**
 * Lays out a long contact in bands, one below the other, as a text is broken into lines. It can be cut at any vertical
 * line that no card crosses.
 */
function inBands(boxes: ReadonlyMap<string, Box>): Map<string, Point> {
  const columns: { left: number; right: number; ids: string[] }[] = []
  for (const [id, box] of [...boxes].sort(([, a], [, b]) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && box.x < last.right) {
      last.right = Math.max(last.right, box.x + box.width)
      last.ids.push(id)
    } else columns.push({ left: box.x, right: box.x + box.width, ids: [id] })
  }
  const extent = (ids: readonly string[]) => {
    const own = ids.map((id) => boxes.get(id)!)
    const top = Math.min(...own.map(({ y }) => y))
    return { top, height: Math.max(...own.map(({ y, height }) => y + height)) - top }
  }
  const place = (width: number) => {
    const points = new Map<string, Point>()
    let band: (typeof columns)[number][] = []
    const size = { width: 0, height: 0 }
    const end = () => {
      if (band.length === 0) return
      const { top, height } = extent(band.flatMap(({ ids }) => ids))
      const left = band[0]!.left
      for (const id of band.flatMap(({ ids }) => ids)) {
        const { x, y } = boxes.get(id)!
        points.set(id, { x: x - left, y: y - top + size.height })
      }
      size.width = Math.max(size.width, band.at(-1)!.right - left)
      size.height += height + GAP.band
      band = []
    }
    for (const column of columns) {
      if (band.length > 0 && column.right - band[0]!.left > width) end()
      band.push(column)
    }
    end()
    return { points, ...size }
  }
  const total = columns.length === 0 ? 0 : columns.at(-1)!.right - columns[0]!.left
  let best = place(total)
  if (columns.length <= COLUMNS) return best.points
  // The fewest cuts are chosen with which the map does not become a ribbon.
  for (let bands = 2; bands <= columns.length && best.width > ASPECT * 1.6 * best.height; bands += 1) {
    best = place(total / bands)
  }
  return best.points
}

/**
 * Lays out all cards.
 * @param layout the engine
 * @returns a place for each card; no two cards on the same level overlap
 */
export async function arrange(graph: MapGraph, layout: Layout): Promise<Points> {
  const laid = await layout(elkGraph(graph))
  const points = new Map<string, Point>()
  const top = new Map<string, Box>()
  const read = (node: ElkNode, outermost: boolean): void => {
    for (const { id, x = 0, y = 0, width = 0, height = 0, ...child } of node.children ?? []) {
      const card = id.slice(2)
      if (outermost) top.set(card, { x, y, width, height })
      else points.set(card, { x, y })
      read({ id, ...child }, false)
    }
  }
  read(laid, true)
  for (const [id, point] of inBands(top)) points.set(id, point)
  return points
}

/** Returns the size of each card. An open group is as large as its contents require. */
export function sizesOf({ cards }: MapGraph, points: Points): Map<string, Size> {
  const sizes = new Map<string, Size>()
  for (const card of cards.toReversed()) {
    if (card.group !== 'open') {
      sizes.set(card.id, sizeOf(card))
      continue
    }
    let width: number = CARD.width + 2 * CARD.pad
    let height = groupHead(card) + CARD.pad
    for (const { id, parent } of cards) {
      const point = points.get(id)
      const size = sizes.get(id)
      if (parent !== card.id || !point || !size) continue
      width = Math.max(width, point.x + size.width + CARD.pad)
      height = Math.max(height, point.y + size.height + CARD.pad)
    }
    sizes.set(card.id, { width, height })
  }
  return sizes
}

/** Groups cards that are on the same level: those of one group, or of none. */
function siblings({ cards }: MapGraph): Map<string | undefined, MapCard[]> {
  const found = new Map<string | undefined, MapCard[]>()
  for (const card of cards) found.set(card.parent, [...(found.get(card.parent) ?? []), card])
  return found
}

/**
 * Puts cards without a place beside the card that leads to them, and makes room for cards that grew: cards that would
 * be hidden move down.
 * @param points the places so far
 * @param grown cards that became larger
 * @returns places for all cards; the same object if nothing changed
 */
export function settle(graph: MapGraph, points: Points, grown: ReadonlySet<string> = new Set()): Points {
  const { cards } = graph
  const missing = new Set(cards.filter(({ id }) => !points.has(id)).map(({ id }) => id))
  if (missing.size === 0 && grown.size === 0) return points
  const next = new Map(points)
  const before = sizesOf(graph, points)
  const from = new Map<string, string>()
  for (const { id, replies } of cards) {
    for (const { to } of replies) if (to !== undefined && !from.has(to)) from.set(to, id)
  }
  // Inner groups come first, so that a group's size is known before it gets its place.
  const levels = [...siblings(graph)].sort(
    ([a], [b]) => (b?.split('.').length ?? 0) - (a?.split('.').length ?? 0),
  )
  for (const [parent, level] of levels) {
    const sizes = sizesOf(graph, next)
    const boxOf = (id: string): Box => ({ ...next.get(id)!, ...sizes.get(id)! })
    const head = cards.find(({ id }) => id === parent)
    const origin = head ? { x: CARD.pad, y: groupHead(head) + CARD.pad } : { x: 0, y: 0 }
    const placed = level.map(({ id }) => id).filter((id) => !missing.has(id))
    for (const { id } of level) {
      if (!missing.has(id)) continue
      const size = sizes.get(id)!
      const near = from.get(id)
      const known = near !== undefined && placed.includes(near) ? boxOf(near) : undefined
      const lowest = Math.max(
        origin.y,
        ...placed.map((other) => boxOf(other).y + boxOf(other).height + GAP.card),
      )
      let box: Box = known
        ? { x: known.x + known.width + GAP.layer, y: known.y, ...size }
        : { x: origin.x, y: placed.length === 0 ? origin.y : lowest, ...size }
      for (;;) {
        const hit = placed.map(boxOf).find((other) => overlap(box, other, GAP.card / 2))
        if (!hit) break
        box = { ...box, y: hit.y + hit.height + GAP.card }
      }
      next.set(id, { x: box.x, y: box.y })
      placed.push(id)
    }
    // Cards that grew keep their place, and so do those that were moved out of the way. A group grows with its
    // contents.
    const moving = level.filter(({ id }) => {
      const [was, is] = [before.get(id)!, sizes.get(id)!]
      const holdsGrown = [...grown].some((inner) => within(inner, id))
      return holdsGrown || is.width > was.width || is.height > was.height
    })
    const firm = new Set<string>()
    const queue = moving.map(({ id }) => id)
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (firm.has(id)) continue
      let box = boxOf(id)
      for (;;) {
        const hit = [...firm].map(boxOf).find((other) => overlap(box, other, 0))
        if (!hit) break
        box = { ...box, y: hit.y + hit.height + GAP.card }
      }
      next.set(id, { x: box.x, y: box.y })
      firm.add(id)
      queue.push(
        ...level
          .filter((other) => !firm.has(other.id) && overlap(box, boxOf(other.id), 0))
          .map((other) => other.id),
      )
    }
  }
  return next
}

/**
 * Corrects places after cards of a group were moved: its cards must lie below its head, and the group stays where it
 * looks on the map.
 */
export function withinGroups(graph: MapGraph, points: Points): Points {
  const next = new Map(points)
  for (const [parent, level] of siblings(graph)) {
    const head = graph.cards.find(({ id }) => id === parent)
    const own = parent === undefined ? undefined : next.get(parent)
    if (!head || !own) continue
    const places = level.flatMap(({ id }) => next.get(id) ?? [])
    const by = {
      x: CARD.pad - Math.min(...places.map(({ x }) => x)),
      y: groupHead(head) + CARD.pad - Math.min(...places.map(({ y }) => y)),
    }
    const shift = { x: Math.max(0, by.x), y: Math.max(0, by.y) }
    if (shift.x === 0 && shift.y === 0) continue
    for (const { id } of level) {
      const point = next.get(id)
      if (point) next.set(id, { x: point.x + shift.x, y: point.y + shift.y })
    }
    next.set(parent!, { x: own.x - shift.x, y: own.y - shift.y })
  }
  return next
}

/** Returns the box of each card on the whole map. */
export function boxesOf(graph: MapGraph, points: Points): Map<string, Box> {
  const sizes = sizesOf(graph, points)
  const boxes = new Map<string, Box>()
  for (const { id, parent } of graph.cards) {
    const point = points.get(id)
    if (!point) continue
    const around = parent === undefined ? undefined : boxes.get(parent)
    boxes.set(id, { x: point.x + (around?.x ?? 0), y: point.y + (around?.y ?? 0), ...sizes.get(id)! })
  }
  return boxes
}

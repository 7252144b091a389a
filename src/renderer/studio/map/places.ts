/** Reads and writes the places on the map, which are stored beside the document. */
import { membersOf } from '../../../domain/scenario/members'
import { listOf } from '../outline'
import type { Point, Points } from './arrange'

export interface Places {
  readonly points: Points
  /** Names of the folded groups. */
  readonly folded: ReadonlySet<string>
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Reads the stored places. Cards whose places can't be read are laid out anew. */
export function placesFrom(kept: Readonly<Record<string, unknown>>): Places {
  const points = new Map<string, Point>()
  for (const [id, place] of Object.entries(membersOf(kept['cards']))) {
    const [x, y] = listOf(place)
    if (isNumber(x) && isNumber(y)) points.set(id, { x, y })
  }
  const folded = listOf(kept['folded']).filter((name) => typeof name === 'string')
  return { points, folded: new Set(folded) }
}

/** Returns the places to store: whole pixels, by the name of the scene. */
export const placesToKeep = ({ points, folded }: Places): Record<string, unknown> => ({
  cards: Object.fromEntries([...points].map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]])),
  folded: [...folded],
})

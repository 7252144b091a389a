/** What the map draws: a card for each scene, a reply beside it for each choice, and where each leads. Without React. */
import type { OutlineChoice, OutlineScene } from '../outline'

/** The card of what can be done in every scene; no scene can be called so. */
export const EVERYWHERE = '*'

/** Sizes in pixels at a zoom of 1. They are the style sheet's too (map.css), so that nothing has to be measured. */
export const CARD = { width: 236, height: 116, gap: 18, reply: 190, row: 30, groupHead: 44, pad: 20 } as const

/**
 * Where a choice leads on the map: along a line to a card, by its name alone (to a card so many lead to that lines would
 * hide all else), nowhere since it stays, or to a scene that is not there.
 */
export type Way = 'line' | 'name' | 'stays' | 'missing'

export interface MapReply {
  readonly choice: OutlineChoice
  readonly way: Way
  /** The card on which it arrives: the scene, or the folded group that holds it. */
  readonly to: string | undefined
}

export interface MapCard {
  /** Its scene's name, or `EVERYWHERE`. */
  readonly id: string
  readonly scene: OutlineScene | undefined
  /** `open`: a group around its scenes. `folded`: a group that stands for them. */
  readonly group: 'open' | 'folded' | undefined
  /** How many scenes a group holds, at any depth. */
  readonly inside: number
  /** The open group around it. */
  readonly parent: string | undefined
  readonly replies: readonly MapReply[]
}

export interface MapGraph {
  /** An open group stands before what it holds. */
  readonly cards: readonly MapCard[]
  /** The card on which each scene is shown: its own, or that of the outermost folded group around it. */
  readonly shownAs: ReadonlyMap<string, string>
}

/** From so many cards on, what leads to one card is named and not drawn. */
const MANY = 8

const parentName = (name: string): string | undefined =>
  name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : undefined

/**
 * @param scenes the outline of a scenario, however broken
 * @param everywhere what can be done in every scene
 * @param folded names of the groups that are folded
 */
export function graphOf(
  scenes: readonly OutlineScene[],
  everywhere: readonly OutlineChoice[],
  folded: ReadonlySet<string>,
): MapGraph {
  const groups = new Set(scenes.flatMap(({ name, group }) => (group ? [name] : [])))
  const shownAs = new Map<string, string>()
  for (const { name } of scenes) {
    const parent = parentName(name)
    const above = parent === undefined ? undefined : shownAs.get(parent)
    // Whoever stands in what is folded, or in what is not shown itself, is shown as that.
    const hidden = above !== undefined && (above !== parent || folded.has(above))
    shownAs.set(name, hidden ? above : name)
  }
  const insides = new Map<string, number>()
  for (const { name } of scenes) {
    for (let above = parentName(name); above !== undefined; above = parentName(above)) {
      insides.set(above, (insides.get(above) ?? 0) + 1)
    }
  }
  // From how many cards something leads to each.
  const sources = new Map<string, Set<string>>()
  for (const { name, choices } of scenes) {
    const from = shownAs.get(name)!
    for (const { leadsTo } of choices) {
      const to = leadsTo === undefined ? undefined : shownAs.get(leadsTo)
      if (to !== undefined && to !== from) sources.set(to, (sources.get(to) ?? new Set()).add(from))
    }
  }
  const replyOf = (choice: OutlineChoice, from: string): MapReply => {
    if (choice.leadsTo === undefined) return { choice, way: 'stays', to: undefined }
    const to = shownAs.get(choice.leadsTo)
    if (to === undefined) return { choice, way: 'missing', to: undefined }
    if (to === from) return { choice, way: 'stays', to }
    const named = from === EVERYWHERE || (sources.get(to)?.size ?? 0) > MANY
    return { choice, way: named ? 'name' : 'line', to }
  }
  const cards: MapCard[] = []
  if (everywhere.length > 0) {
    cards.push({
      id: EVERYWHERE,
      scene: undefined,
      group: undefined,
      inside: 0,
      parent: undefined,
      replies: everywhere.map((choice) => replyOf(choice, EVERYWHERE)),
    })
  }
  for (const scene of scenes) {
    const { name } = scene
    if (shownAs.get(name) !== name) continue
    const isGroup = groups.has(name)
    const isFolded = isGroup && folded.has(name)
    // What leads out of a folded group leads out of its card.
    const held = isFolded
      ? scenes.filter((other) => shownAs.get(other.name) === name).flatMap(({ choices }) => choices)
      : scene.choices
    const replies = held.map((choice) => replyOf(choice, name))
    cards.push({
      id: name,
      scene,
      group: isGroup ? (isFolded ? 'folded' : 'open') : undefined,
      inside: insides.get(name) ?? 0,
      parent: parentName(name),
      replies: isFolded ? replies.filter(({ way }) => way !== 'stays') : replies,
    })
  }
  return { cards, shownAs }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** How large a card is with the replies beside it. An open group is as large as what it holds: see `groupSize`. */
export function sizeOf({ replies }: MapCard): Size {
  const beside = replies.length === 0 ? 0 : CARD.gap + CARD.reply
  return { width: CARD.width + beside, height: Math.max(CARD.height, replies.length * CARD.row) }
}

/** How high the head of an open group is: its title, and the replies that hold in all its scenes. */
export const groupHead = ({ replies }: MapCard): number => CARD.groupHead + replies.length * CARD.row

/** From where on a card, and to where, a line goes; from its own corner. */
export const portOf = (card: MapCard, reply: number) =>
  card.group === 'open'
    ? { x: CARD.pad + CARD.reply, y: CARD.groupHead + reply * CARD.row + (CARD.row - 4) / 2 }
    : { x: sizeOf(card).width, y: reply * CARD.row + (CARD.row - 4) / 2 }
export const ENTRY = { x: 0, y: 22 } as const

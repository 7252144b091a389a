/**
 * Builds the graph that the map draws: a card for each scene, a reply for each choice, and their targets. Without
 * React.
 */
import type { OutlineChoice, OutlineScene } from '../outline'

/** The id of the card for choices that every scene offers. No scene can have this name. */
export const EVERYWHERE = '*'

/**
 * Sizes in pixels at a zoom of 1. The style sheet (map.css) has the same numbers, so that nothing needs to be measured.
 */
export const CARD = { width: 236, height: 116, gap: 18, reply: 190, row: 30, groupHead: 44, pad: 20 } as const

/**
 * The way in which the map shows a choice's target. `line`: a line leads to the card. `name`: only the target's name is
 * shown, because so many choices lead there that their lines would hide everything, or because every
 * scene offers the choice and others lead there too. `stays`: the choice leads to no
 * other card. `missing`: there is no such scene.
 */
export type Way = 'line' | 'name' | 'stays' | 'missing'

export interface MapReply {
  readonly choice: OutlineChoice
  readonly way: Way
  /** The id of the target's card: the scene itself, or the folded group that holds it. */
  readonly to: string | undefined
}

export interface MapCard {
  /** The name of the scene, or `EVERYWHERE`. */
  readonly id: string
  readonly scene: OutlineScene | undefined
  /** `open`: the group is drawn around its scenes. `folded`: the card stands for all scenes of the group. */
  readonly group: 'open' | 'folded' | undefined
  /** The number of scenes in a group, at any depth. */
  readonly inside: number
  /** The id of the open group around this card. */
  readonly parent: string | undefined
  readonly replies: readonly MapReply[]
}

export interface MapGraph {
  /** An open group comes before the cards inside it. */
  readonly cards: readonly MapCard[]
  /** For each scene the id of the card that shows it: its own, or that of the outermost folded group around it. */
  readonly shownAs: ReadonlyMap<string, string>
}

/** If choices of more cards than this lead to one card, its name is shown at them instead of lines. */
const MANY = 8

const parentName = (name: string): string | undefined =>
  name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : undefined

/**
 * Builds the graph.
 * @param scenes the outline of a scenario, however broken
 * @param everywhere the choices that every scene offers
 * @param folded names of the folded groups
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
    // A scene inside a folded group, or inside a scene that is hidden itself, is shown by that group's card.
    const hidden = above !== undefined && (above !== parent || folded.has(above))
    shownAs.set(name, hidden ? above : name)
  }
  const insides = new Map<string, number>()
  for (const { name } of scenes) {
    for (let above = parentName(name); above !== undefined; above = parentName(above)) {
      insides.set(above, (insides.get(above) ?? 0) + 1)
    }
  }
  // The number of cards that lead to each card.
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
    const others = sources.get(to)?.size ?? 0
    // A card to which nothing else leads would stand alone without a line.
    const named = from === EVERYWHERE ? others > 0 : others > MANY
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
    // Choices inside a folded group are shown as choices of the group's card.
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

/** Returns the size of a card with its replies. For an open group see `sizesOf`. */
export function sizeOf({ replies }: MapCard): Size {
  const beside = replies.length === 0 ? 0 : CARD.gap + CARD.reply
  return { width: CARD.width + beside, height: Math.max(CARD.height, replies.length * CARD.row) }
}

/** Returns the height of an open group's head: its title and the replies that all its scenes offer. */
export const groupHead = ({ replies }: MapCard): number => CARD.groupHead + replies.length * CARD.row

/** Returns the point on a card where the line of a reply begins, relative to the card's corner. */
export const portOf = (card: MapCard, reply: number) =>
  card.group === 'open'
    ? { x: CARD.pad + CARD.reply, y: CARD.groupHead + reply * CARD.row + (CARD.row - 4) / 2 }
    : { x: sizeOf(card).width, y: reply * CARD.row + (CARD.row - 4) / 2 }
export const ENTRY = { x: 0, y: 22 } as const

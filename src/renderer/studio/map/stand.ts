/** Finds the card or reply that belongs to the selection, and back. */
import type { OutlineScene, Path } from '../outline'
import { keyOf, type Selection } from '../selection'
import type { MapGraph } from './graph'
import type { Stand } from './walk'

/** Returns the ids of the cards that contain a part of the selection. */
export function chosenCards(graph: MapGraph, { keys }: Selection): ReadonlySet<string> {
  const chosen = graph.cards.filter(
    ({ scene, replies }) =>
      (scene && keys.has(keyOf(scene.path))) || replies.some(({ choice }) => keys.has(keyOf(choice.path))),
  )
  return new Set(chosen.map(({ id }) => id))
}

/** Returns the card or reply that the form shows. For a part inside a folded group it is the group's card. */
export function standOf(
  graph: MapGraph,
  { main }: Selection,
  scenes: readonly OutlineScene[],
): Stand | undefined {
  if (main.what === 'section') return undefined
  const key = keyOf(main.path)
  for (const { id, scene, replies } of graph.cards) {
    if (main.what === 'scene' && scene && keyOf(scene.path) === key) return { card: id, reply: undefined }
    const reply = replies.findIndex(({ choice }) => keyOf(choice.path) === key)
    if (reply >= 0) return { card: id, reply }
  }
  const hidden = scenes.find(
    ({ path, choices }) => keyOf(path) === key || choices.some((choice) => keyOf(choice.path) === key),
  )
  const card = hidden && graph.shownAs.get(hidden.name)
  return card === undefined ? undefined : { card, reply: undefined }
}

/**
 * Returns the path of the part at the arrow keys' place. The card of choices that every scene offers has no scene, so
 * its first choice is taken.
 */
export function pathOfStand(graph: MapGraph, stand: Stand): Path | undefined {
  const card = graph.cards.find(({ id }) => id === stand.card)
  if (!card) return undefined
  return stand.reply === undefined
    ? (card.scene?.path ?? card.replies[0]?.choice.path)
    : card.replies[stand.reply]?.choice.path
}

/** Ids of scenes and choices as a whole: the beginnings of the ids of their texts. */
import { TIMEOUT_EVENT } from '../../scenario/vocabulary'

type Members = Readonly<Record<string, unknown>>

/** What is offered in every scene stands here. */
export const ALWAYS_PLACE = 'machine'

/**
 * The id of a scene.
 * @param path its keys joined by dots
 */
export const scenePlace = (path: string): string => `scenes/${path}`

/** A choice, what happens when the time is up, or a step that is taken by itself. */
export interface ChoicePlace {
  readonly id: string
  /** From its scene: `on`, the event, and a number where there are several branches. */
  readonly keys: readonly (string | number)[]
  readonly branch: unknown
}

/**
 * Lists the branches that leave a scene, in the order in which XState looks at them.
 * @param node a state, or the machine itself
 * @param scene the id of its scene, or `ALWAYS_PLACE`
 */
export function choicePlaces(node: Members, scene: string): ChoicePlace[] {
  const found: ChoicePlace[] = []
  const times = new Map<string, number>()
  const add = (name: string, keys: readonly (string | number)[], branch: unknown) => {
    const count = (times.get(name) ?? 0) + 1
    times.set(name, count)
    found.push({ id: `${scene}/${name}${count === 1 ? '' : `/${count}`}`, keys, branch })
  }
  const each = (name: string, keys: readonly (string | number)[], value: unknown) => {
    if (Array.isArray(value)) value.forEach((branch, i) => add(name, [...keys, i], branch))
    else add(name, keys, value)
  }
  const members = (value: unknown) =>
    Object.entries(typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {})
  for (const [event, value] of members(node['on'])) each(`choices/${event}`, ['on', event], value)
  for (const [delay, value] of members(node['after'])) each(TIMEOUT_EVENT, ['after', delay], value)
  if (node['always'] !== undefined) each('always', ['always'], node['always'])
  return found
}

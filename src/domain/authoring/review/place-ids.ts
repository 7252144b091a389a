/** Ids of scenes and choices. The ids of their texts begin with them. */
import { TIMEOUT_EVENT } from '../../scenario/vocabulary'
import { membersOf, type Members } from '../../scenario/members'

/** Choices that every scene offers belong to this id instead of a scene's. */
export const ALWAYS_PLACE = 'machine'

/**
 * Returns the id of a scene.
 * @param path the keys of the scene joined by dots
 */
export const scenePlace = (path: string): string => `scenes/${path}`

/** A branch that leaves a scene: a choice, the end of a time limit, or a step that is taken without a choice. */
export interface ChoicePlace {
  readonly id: string
  /** Keys from the state to the branch: `on`, the event, and an index where there are several branches. */
  readonly keys: readonly (string | number)[]
  readonly branch: unknown
}

/**
 * Lists the branches that leave a scene, in the order in which XState tries them.
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
  const members = (value: unknown) => Object.entries(membersOf(value))
  for (const [event, value] of members(node['on'])) each(`choices/${event}`, ['on', event], value)
  for (const [delay, value] of members(node['after'])) each(TIMEOUT_EVENT, ['after', delay], value)
  if (node['always'] !== undefined) each('always', ['always'], node['always'])
  return found
}

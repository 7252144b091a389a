/** Finds the parts of a scenario that neither a test plan nor a play of this session has seen. */
import { placeKey } from '../../domain/scoring'
import { membersOf } from '../../domain/scenario/members'
import { at, listOf, type OutlineChoice, type OutlineScene } from './outline'

export interface UnseenPart {
  readonly key: string
  /** The unseen scene, or the scene of the unseen choice; `undefined` for a choice that every scene offers. */
  readonly scene: OutlineScene | undefined
  readonly choice: OutlineChoice | undefined
}

export interface Coverage {
  readonly unseen: readonly UnseenPart[]
  readonly all: number
}

/** Tells whether a choice can be made. A branch without target and actions forbids its choice. */
function canBeTaken(document: unknown, { path, target }: OutlineChoice): boolean {
  return target !== undefined || listOf(membersOf(at(document, path))['actions']).length > 0
}

export function coverageOf(
  document: unknown,
  scenes: readonly OutlineScene[],
  everywhere: readonly OutlineChoice[],
  seen: ReadonlySet<string>,
): Coverage {
  const parts: UnseenPart[] = []
  const choices = (scene: OutlineScene | undefined, all: readonly OutlineChoice[]) => {
    for (const choice of all) {
      if (canBeTaken(document, choice)) parts.push({ key: placeKey(choice.path), scene, choice })
    }
  }
  for (const scene of scenes) {
    if (!scene.group) parts.push({ key: placeKey(scene.path), scene, choice: undefined })
    choices(scene, scene.choices)
  }
  choices(undefined, everywhere)
  return { unseen: parts.filter(({ key }) => !seen.has(key)), all: parts.length }
}

/** What of a scenario can be played while something in it is wrong, for whoever tries it out as they write. */
import { onFloor, type FindFloor } from './floor'
import { mend } from './mend'
import { listNodes, resolveTarget } from './nodes'
import { readScenario } from './parse'
import { scenarioSchema, type Scenario, type StateNode } from './schema'

/** Leaves out what no machine can be made of: scenes to begin with that are not there, and targets that are not. */
function withSoundMachine(scenario: Scenario): Scenario | undefined {
  const sound = JSON.parse(JSON.stringify(scenario)) as Scenario
  const nodes = listNodes(sound)
  const byPath = new Map(nodes.map((at) => [at.path, at]))
  for (const at of nodes) {
    const node = at.node as { -readonly [K in keyof StateNode]: StateNode[K] }
    const scenes = Object.keys(node.states ?? {})
    if (node.states && scenes.length === 0) {
      if (!at.parent) return undefined
      delete node.states
      delete node.initial
    } else if (node.states && (node.initial === undefined || !scenes.includes(node.initial))) {
      node.initial = scenes[0]!
    } else if (!node.states) delete node.initial
    if (node.type === 'final' && node.states) delete node.type
    for (const { transition } of at.transitions) {
      const move: { target?: string | undefined } = transition
      if (move.target !== undefined && !resolveTarget(at, move.target, byPath, sound.id)) delete move.target
    }
  }
  return sound
}

/**
 * A scenario as far as it goes. What does not fit its format is left out or stands empty, and a choice whose target is
 * not there stays in its scene. Never to be published, or held for whole.
 * @param source the file's text, or what `JSON.parse` made of it
 * @param floors where its floor is looked for; without it, it stands on its own
 * @returns `undefined` where nothing of it can be read, or it has no scene. Never throws.
 */
export function playableOf(source: unknown, floors: FindFloor): Scenario | undefined {
  const read = readScenario(source)
  if (!read.scenario && read.document === undefined) return undefined
  const scenario = read.scenario ?? (mend(scenarioSchema, read.document).value as Scenario)
  const floor = scenario.floor === undefined ? 'not-there' : floors(scenario.floor)
  const standing = typeof floor === 'string' ? scenario : onFloor(scenario, floor).scenario
  return withSoundMachine(standing)
}

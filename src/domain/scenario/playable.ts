/** Makes a scenario with faults playable, so that authors can try it out while they write. */
import { onFloor, type FindFloor } from './floor'
import { mend } from './mend'
import { listNodes, resolveTarget } from './nodes'
import { readScenario } from './parse'
import { scenarioSchema, type Scenario, type StateNode } from './schema'

/** Returns a copy without references that XState would refuse: unknown initial scenes and unknown targets. */
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
 * Returns a scenario that plays as far as possible. Values that do not fit the format are left out or empty, and a
 * choice with an unknown target stays in its scene. The result must never be published or taken for a sound scenario.
 * @param source the file's text, or the value that `JSON.parse` made of it
 * @param floors finds the floor that it names; if the floor is not found, the scenario is used without one
 * @returns `undefined` if nothing of it can be read, or it has no scene. Never throws.
 */
export function playableOf(source: unknown, floors: FindFloor): Scenario | undefined {
  const read = readScenario(source)
  if (!read.scenario && read.document === undefined) return undefined
  const scenario = read.scenario ?? (mend(scenarioSchema, read.document).value as Scenario)
  const floor = scenario.floor === undefined ? 'not-there' : floors(scenario.floor)
  const standing = typeof floor === 'string' ? scenario : onFloor(scenario, floor).scenario
  return withSoundMachine(standing)
}

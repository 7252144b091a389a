import { hasErrors, issuesOf, type Fault, type Issue } from '../issue'
import { mend } from '../mend'
import { listNodes } from '../nodes'
import type { ReadScenario } from '../parse'
import { scenarioSchema, type Scenario } from '../schema'
import { certainWith } from './doubt'
import { checkEndless } from './endless'
import { checkFairness } from './floor'
import { flowOf } from './flow'
import { checkMedia } from './media'
import { checkPhrases } from './phrases'
import { checkReach, checkSafeExit } from './reach'
import { checkStructure } from './structure'
import { checkTexts } from './texts'

/** @param certain whether a finding holds; what is found is none otherwise */
function findFaults(scenario: Scenario, certain: (fault: Fault) => boolean, whole: boolean): Fault[] {
  const nodes = listNodes(scenario)
  const byPath = new Map(nodes.map((node) => [node.path, node]))
  const world = { scenario, nodes, byPath }
  const faults = [
    ...checkStructure(world),
    ...checkMedia(world),
    ...checkTexts(scenario),
    ...checkPhrases(nodes),
    ...checkFairness(world),
  ]
  // With a dangling target the way through is not known, and a complaint about it would mislead.
  const broken = faults.some((fault) => fault.code === 'dangling-target' || fault.code === 'dangling-initial')
  if (broken) return faults.filter(certain)
  const flow = flowOf(scenario, nodes, byPath)
  faults.push(...checkReach(flow), ...checkSafeExit(scenario, flow))
  if (whole && !hasErrors(faults)) faults.push(...checkEndless(scenario, flow))
  return faults.filter(certain)
}

/**
 * What a scenario's shape can't say: names that exist, endings, translations, reach, safe exits, endless points.
 * Guards are taken as open, but for loops that give points; what needs an exact walk is in `prove`.
 * @param scenario a parsed scenario
 * @returns issues in the order of the checks; none when all is well. Never throws.
 */
export function checkScenario(scenario: Scenario): Issue[] {
  return issuesOf(
    findFaults(scenario, () => true, true),
    scenario,
    scenario,
  )
}

/** What a scenario has from its floor, of which nothing is known before it stands on it. */
const OF_FLOOR: readonly (readonly PropertyKey[])[] = [['cast'], ['desk', 'directory'], ['desk', 'policies']]

/**
 * All that is wrong with a document, however broken: what does not fit, and what the checks find in every part that is
 * whole. A finding that could come from a part that is not whole is left out.
 * @param read as `readScenario` gives it
 * @returns issues, those of the shape first. Never throws.
 */
export function checkRead(read: ReadScenario): Issue[] {
  if (read.scenario) return checkScenario(read.scenario)
  const { document, faults, unread, remembers } = read
  if (document === undefined) return issuesOf(faults, document)
  const { value, holes } = mend(scenarioSchema, document, remembers)
  const floor = (value as Scenario).floor === undefined ? [] : OF_FLOOR
  const certain = certainWith([...holes, ...unread, ...floor])
  return issuesOf([...faults, ...findFaults(value as Scenario, certain, false)], document, value)
}

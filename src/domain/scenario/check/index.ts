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

/** Runs all checks. @param certain returns true for findings that hold; others are left out */
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
  // A dangling target leaves the way through unknown, and issues about it would mislead.
  const broken = faults.some((fault) => fault.code === 'dangling-target' || fault.code === 'dangling-initial')
  if (broken) return faults.filter(certain)
  const flow = flowOf(scenario, nodes, byPath)
  faults.push(...checkReach(flow), ...checkSafeExit(scenario, flow))
  if (whole && !hasErrors(faults)) faults.push(...checkEndless(scenario, flow))
  return faults.filter(certain)
}

/**
 * Checks what a schema can't express: names that exist, endings, translations, reach, safe exits, endless points.
 * Guards are taken as open, except for loops that give points. Checks that need an exact walk are in `prove`.
 * @param scenario a parsed scenario
 * @returns issues in the order of the checks; an empty list if there is no fault. Never throws.
 */
export function checkScenario(scenario: Scenario): Issue[] {
  return issuesOf(
    findFaults(scenario, () => true, true),
    scenario,
    scenario,
  )
}

/** These parts come from the floor. They are unknown until the scenario stands on it. */
const OF_FLOOR: readonly (readonly PropertyKey[])[] = [['cast'], ['desk', 'directory'], ['desk', 'policies']]

/**
 * Finds all issues of a document, however broken: where it does not fit its schema, and what the checks find in its
 * sound parts. A finding that could come from a broken part is left out.
 * @param read the result of `readScenario`
 * @returns issues, those of the schema first. Never throws.
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

import { hasErrors, type Issue } from '../issue'
import { listNodes } from '../nodes'
import type { Scenario } from '../schema'
import { checkEndless } from './endless'
import { flowOf } from './flow'
import { checkMedia } from './media'
import { checkPhrases } from './phrases'
import { checkReach, checkSafeExit } from './reach'
import { checkStructure } from './structure'
import { checkTexts } from './texts'

/**
 * What a scenario's shape can't say: names that exist, endings, translations, reach, safe exits, endless points.
 * Guards are taken as open, but for loops that give points; what needs an exact walk is in `prove`.
 * @param scenario a parsed scenario
 * @returns issues in the order of the checks; none when all is well. Never throws.
 */
export function checkScenario(scenario: Scenario): Issue[] {
  const nodes = listNodes(scenario)
  const byPath = new Map(nodes.map((node) => [node.path, node]))
  const world = { scenario, nodes, byPath }
  const issues = [
    ...checkStructure(world),
    ...checkMedia(world),
    ...checkTexts(scenario),
    ...checkPhrases(nodes),
  ]
  // With a dangling target the way through is not known, and a complaint about it would mislead.
  const broken = issues.some((issue) => issue.code === 'dangling-target' || issue.code === 'dangling-initial')
  if (broken) return issues
  const flow = flowOf(scenario, nodes, byPath)
  issues.push(...checkReach(flow), ...checkSafeExit(scenario, flow))
  if (!hasErrors(issues)) issues.push(...checkEndless(scenario, flow))
  return issues
}

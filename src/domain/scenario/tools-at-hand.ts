import { listNodes } from './nodes'
import type { Scenario } from './schema'
import { TOOLS, toolRow, type Tool } from './tools'
import type { Channel } from './vocabulary'

/** Returns every tool that some choice of a scenario uses. */
function toolsUsed(scenario: Pick<Scenario, 'machine'>): Set<Tool> {
  return new Set(
    listNodes(scenario).flatMap(({ transitions }) =>
      transitions.flatMap(({ transition }) => transition.meta?.tool ?? []),
    ),
  )
}

/**
 * Returns the tools that are on screen in every scene, in their order. Tools of records stand on the record; if there
 * is no record, they are included here.
 * @param channel the channel of the contact in the scene
 */
export function toolsAtHand(scenario: Pick<Scenario, 'machine' | 'desk'>, channel: Channel): Tool[] {
  const { customers = [], tools } = scenario.desk
  const standing = (where: string) => TOOLS.filter((tool) => toolRow(tool).stands === where)
  const extra = [...toolsUsed(scenario)].filter((tool) => {
    const { stands } = toolRow(tool)
    return stands === 'mail' || (customers.length === 0 && (stands === 'record' || stands === 'field'))
  })
  // If the floor answers these tools, they stand in a chat too, whether or not the scenario uses them. Otherwise their
  // presence would give the scenario away.
  const ofMail = standing('mail').filter(
    (tool) => channel === 'mail' || (channel === 'chat' && tools?.[tool] !== undefined),
  )
  return [...new Set([...standing('first'), ...ofMail, ...extra, ...standing('last')])]
}

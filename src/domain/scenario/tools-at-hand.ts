import { listNodes } from './nodes'
import type { Scenario } from './schema'
import { TOOLS, toolRow, type Tool } from './tools'
import type { Channel } from './vocabulary'

/** Every tool that some choice of a scenario uses. */
function toolsUsed(scenario: Pick<Scenario, 'machine'>): Set<Tool> {
  return new Set(
    listNodes(scenario).flatMap(({ transitions }) =>
      transitions.flatMap(({ transition }) => transition.meta?.tool ?? []),
    ),
  )
}

/**
 * The tools that are on screen whatever the scene, in their order. Record tools stand on the record; where there is no
 * record they stand here.
 * @param channel of the contact in the scene
 */
export function toolsAtHand(scenario: Pick<Scenario, 'machine' | 'desk'>, channel: Channel): Tool[] {
  const { customers = [], tools } = scenario.desk
  const standing = (where: string) => TOOLS.filter((tool) => toolRow(tool).stands === where)
  const extra = [...toolsUsed(scenario)].filter((tool) => {
    const { stands } = toolRow(tool)
    return stands === 'mail' || (customers.length === 0 && (stands === 'record' || stands === 'field'))
  })
  // Where the floor answers them they stand in a chat too, whether its scenes use them or not: that would say too much.
  const ofMail = standing('mail').filter(
    (tool) => channel === 'mail' || (channel === 'chat' && tools?.[tool] !== undefined),
  )
  return [...new Set([...standing('first'), ...ofMail, ...extra, ...standing('last')])]
}

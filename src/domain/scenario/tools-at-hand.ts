import { listNodes } from './nodes'
import type { DirectoryEntry, Scenario } from './schema'
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

/**
 * Returns the tools that an entry of the directory offers: a call where it has a number, forwarding where it has an
 * address, and either where some choice of the scenario uses it there.
 */
export function toolsOfEntry(
  scenario: Pick<Scenario, 'machine'>,
  { id, phone, mail }: Pick<DirectoryEntry, 'id' | 'phone' | 'mail'>,
): ('call-back' | 'forward')[] {
  const used = (tool: Tool) =>
    listNodes(scenario).some(({ transitions }) =>
      transitions.some(({ transition: { meta } }) => meta?.tool === tool && meta.contact === id),
    )
  const ways = { 'call-back': phone, forward: mail }
  return (['call-back', 'forward'] as const).filter((tool) => ways[tool] !== undefined || used(tool))
}

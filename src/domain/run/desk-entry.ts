import type { Desk } from '../scenario/schema'
import { toolRow, type ToolObject } from '../scenario/tools'
import { TOOLS, type Tool } from '../scenario/vocabulary'
import type { LogEntry } from './session'

/** So many looks at the desk a log keeps for one scene; nobody looks around so often to learn something. */
export const MOST_LOOKS = 200

function has(desk: Desk, object: ToolObject, parts: readonly string[], place: number): boolean {
  const id = parts[place]
  const named = (list: readonly { readonly id: string }[] = []) => list.some((entry) => entry.id === id)
  switch (object) {
    case 'customer':
      return named(desk.customers)
    case 'field':
      return named(desk.customers?.find((customer) => customer.id === parts[place - 1])?.fields)
    case 'contact':
      return named(desk.directory)
    case 'policy':
      return named(desk.policies)
  }
}

/**
 * Whether the desk of a scenario has what an entry of kind `desk` says was used.
 * @param event a tool, alone or with what it was used on: `report`, `reveal-field/daniel/phone`
 */
export function isOnDesk(desk: Desk, event: string): boolean {
  const [tool, ...parts] = event.split('/')
  if (!(TOOLS as readonly (string | undefined)[]).includes(tool)) return false
  if (parts.length === 0) return true
  const objects = toolRow(tool as Tool).on
  return objects.length === parts.length && objects.every((object, place) => has(desk, object, parts, place))
}

/** How many looks at the desk a log has since its last decision. */
export function looksInScene(log: readonly Pick<LogEntry, 'kind'>[]): number {
  let looks = 0
  while (looks < log.length && log[log.length - 1 - looks]!.kind === 'desk') looks += 1
  return looks
}

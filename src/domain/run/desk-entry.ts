import type { Desk } from '../scenario/schema'
import { toolRow, type ToolObject } from '../scenario/tools'
import { TOOLS, type Tool } from '../scenario/vocabulary'
import type { LogEntry } from './session'

/** A log keeps at most this many looks at the desk for one scene. Nobody needs more to learn something. */
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
 * Returns true if the desk of a scenario has everything that an entry of kind `desk` names.
 * @param event a tool, alone or with the objects on which it was used: `report`, `reveal-field/daniel/phone`
 */
export function isOnDesk(desk: Desk, event: string): boolean {
  const [tool, ...parts] = event.split('/')
  if (!(TOOLS as readonly (string | undefined)[]).includes(tool)) return false
  if (parts.length === 0) return true
  const objects = toolRow(tool as Tool).on
  return objects.length === parts.length && objects.every((object, place) => has(desk, object, parts, place))
}

/** Returns the number of looks at the desk since the last decision of a log. */
export function looksInScene(log: readonly Pick<LogEntry, 'kind'>[]): number {
  let looks = 0
  while (looks < log.length && log[log.length - 1 - looks]!.kind === 'desk') looks += 1
  return looks
}

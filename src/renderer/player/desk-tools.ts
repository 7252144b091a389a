import type { Choice } from '../../domain/run'
import type { ChoiceMeta } from '../../domain/scenario/schema'
import { toolRow, type Tool } from '../../domain/scenario/tools'

/** A tool with the object on which it is used. */
export interface ToolUse {
  readonly tool: Tool
  readonly customer?: string | undefined
  readonly field?: string | undefined
  readonly contact?: string | undefined
  readonly policy?: string | undefined
}

/** Returns the event with which the log names a tool that moved nothing: `reveal-field/daniel/phone`. */
export function toolEvent({ tool, customer, field, contact, policy }: ToolUse): string {
  return [tool, customer, field ?? contact ?? policy].filter((part) => part !== undefined).join('/')
}

function fits(meta: ChoiceMeta, use: ToolUse): boolean {
  if (meta.tool !== use.tool || meta.contact !== use.contact) return false
  const same = (wanted: string | undefined, given: string | undefined) =>
    wanted === undefined || wanted === given
  return same(meta.customer, use.customer) && same(meta.field, use.field) && same(meta.policy, use.policy)
}

/**
 * Returns the choice that a use of the desk makes in this scene; `undefined` if the scene does not handle it. If
 * several fit, the one that names most of the object wins.
 */
export function choiceFor(choices: readonly Choice[], use: ToolUse): Choice | undefined {
  const named = ({ meta }: Choice) =>
    [meta.customer, meta.field, meta.policy].filter((part) => part !== undefined).length
  return choices.filter(({ meta }) => fits(meta, use)).toSorted((a, b) => named(b) - named(a))[0]
}

/** Returns the revealed fields: those that only the log knows, and those whose tools moved the scenario. */
export function revealedFields(
  log: readonly { readonly kind: string; readonly event: string }[],
  taken: readonly (ChoiceMeta | undefined)[],
): Set<string> {
  const revealed = new Set<string>()
  for (const { kind, event } of log) {
    if (kind === 'desk' && event.startsWith('reveal-field/'))
      revealed.add(event.slice('reveal-field/'.length))
  }
  for (const meta of taken) {
    if (meta?.tool === 'reveal-field') revealed.add(`${meta.customer}/${meta.field}`)
  }
  return revealed
}

/** Returns the key of a tool. */
export const toolKey = (tool: Tool): string | null => toolRow(tool).key

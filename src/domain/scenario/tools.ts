import type { Tool } from './vocabulary'

/** What a tool can be used on, as a choice names it. */
export const TOOL_OBJECTS = ['customer', 'field', 'contact', 'policy'] as const
export type ToolObject = (typeof TOOL_OBJECTS)[number]

/** What a choice with the tool must name, in the order in which the log writes it. */
export const TOOL_NEEDS: Partial<Record<Tool, readonly Exclude<ToolObject, 'contact'>[]>> = {
  'reveal-field': ['customer', 'field'],
  'change-account': ['customer', 'field'],
  'verify-identity': ['customer'],
  'unlock-account': ['customer'],
  'reset-mfa': ['customer'],
  'open-policy': ['policy'],
}

/** On what the desk uses a tool. With anything else named beside it, no use of the desk would be this choice. */
export const TOOL_USED_ON: Partial<Record<Tool, readonly ToolObject[]>> = {
  ...TOOL_NEEDS,
  'move-money': ['customer'],
  'share-screen': ['customer'],
  'call-back': ['contact'],
  forward: ['contact'],
}

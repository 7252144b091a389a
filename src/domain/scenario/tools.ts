import type { Stance } from './stances'

/** The things on the desk that a tool can be used on, named as a choice names them. */
export const TOOL_OBJECTS = ['customer', 'field', 'contact', 'policy'] as const
export type ToolObject = (typeof TOOL_OBJECTS)[number]

interface ToolRow {
  /**
   * The things on the desk that the tool can be used on, in the order in which the log writes them. A choice that names
   * anything else could never be made, so the checks refuse it.
   */
  readonly on: readonly ToolObject[]
  /** The things among `on` that a choice with the tool must name. */
  readonly needs: readonly Exclude<ToolObject, 'contact'>[]
  /**
   * The place of the tool on screen. `first` and `last`: the bar of tools, in every scenario. `mail`: the same bar, in
   * mails and in scenarios that use the tool. `record`, `field` and `policies`: beside the record, one of its fields, or
   * an entry of the policy book.
   */
  readonly stands: 'first' | 'last' | 'mail' | 'record' | 'field' | 'policies'
  /** The stance of a choice that uses the tool and states none. */
  readonly stance: Stance
  /** A letter that is easily found on the keyboard and that no reply uses. */
  readonly key: string | null
  /** True if the tool has another name for a customer at home, who has a bank and no security team. */
  readonly own: boolean
}

/** The acts of a trainee on the desk, one row for each tool. Its texts are `tool.<name>`. */
export const TOOL_ROWS = {
  report: { on: [], needs: [], stands: 'first', stance: 'refuse', key: 'r', own: true },
  'call-back': { on: ['contact'], needs: [], stands: 'first', stance: 'verify', key: 'c', own: true },
  escalate: { on: [], needs: [], stands: 'first', stance: 'verify', key: 'l', own: true },
  'hang-up': { on: [], needs: [], stands: 'last', stance: 'refuse', key: 'e', own: true },
  preserve: { on: [], needs: [], stands: 'mail', stance: 'verify', key: 'p', own: false },
  forward: { on: ['contact'], needs: [], stands: 'mail', stance: 'comply', key: 'f', own: false },
  'verify-identity': {
    on: ['customer'],
    needs: ['customer'],
    stands: 'record',
    stance: 'verify',
    key: null,
    own: false,
  },
  'reveal-field': {
    on: ['customer', 'field'],
    needs: ['customer', 'field'],
    stands: 'field',
    stance: 'comply',
    key: null,
    own: false,
  },
  'change-account': {
    on: ['customer', 'field'],
    needs: ['customer', 'field'],
    stands: 'field',
    stance: 'comply',
    key: null,
    own: false,
  },
  'unlock-account': {
    on: ['customer'],
    needs: ['customer'],
    stands: 'record',
    stance: 'comply',
    key: null,
    own: false,
  },
  'reset-mfa': {
    on: ['customer'],
    needs: ['customer'],
    stands: 'record',
    stance: 'comply',
    key: null,
    own: false,
  },
  'move-money': { on: ['customer'], needs: [], stands: 'record', stance: 'comply', key: null, own: false },
  'share-screen': { on: ['customer'], needs: [], stands: 'record', stance: 'comply', key: null, own: false },
  'open-policy': {
    on: ['policy'],
    needs: ['policy'],
    stands: 'policies',
    stance: 'ask',
    key: null,
    own: false,
  },
} as const satisfies Readonly<Record<string, ToolRow>>

export type Tool = keyof typeof TOOL_ROWS
export const TOOLS = Object.keys(TOOL_ROWS) as [Tool, ...Tool[]]

type Those<Where extends Partial<ToolRow>> = {
  [T in Tool]: (typeof TOOL_ROWS)[T] extends Where ? T : never
}[Tool]
/** The tools that have another name for a customer at home. */
export type OwnTool = Those<{ own: true }>
/** The tools that stand on a record. */
export type RecordTool = Those<{ stands: 'record' }>

/** Returns the row of a tool. */
export const toolRow = (tool: Tool): ToolRow => TOOL_ROWS[tool]

/** Returns true if a tool has another name for a customer at home. */
export const isOwnTool = (tool: Tool): tool is OwnTool => toolRow(tool).own

export const RECORD_TOOLS = TOOLS.filter((tool) => toolRow(tool).stands === 'record') as [
  RecordTool,
  ...RecordTool[],
]

import { Button as AriaButton } from 'react-aria-components'
import { isOwnTool, type Tool } from '../../domain/scenario/tools'
import { toolsAtHand } from '../../domain/scenario/tools-at-hand'
import { toolKey, type ToolUse } from './desk-tools'
import { channelNow, isDeskOpen, isRinging, useRun, type Run } from './run-store'
import { usePlayerText, useScenarioText, type PlayerText } from './words'

const ANY_ICON = 'M3 8h10M8 3v10'
const ICONS: Readonly<Record<Tool, string>> = {
  report: 'M3 14V2l9 3-9 4',
  'call-back': 'M3 3c0 6 4 10 10 10l0-3-3-1-1 1C7 9 6 8 5 6l1-1-1-3z',
  escalate: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 14c1-4 11-4 12 0',
  'hang-up': 'M4 4l8 8M12 4l-8 8',
  forward: 'M2 12c1-5 5-6 9-6M8 2l4 4-4 4',
  preserve: 'M2 5h12v9H2zM2 5l2-3h8l2 3M6 8h4',
  'verify-identity': ANY_ICON,
  'reveal-field': ANY_ICON,
  'change-account': ANY_ICON,
  'unlock-account': ANY_ICON,
  'reset-mfa': ANY_ICON,
  'move-money': ANY_ICON,
  'share-screen': ANY_ICON,
  'open-policy': ANY_ICON,
}

/** Returns a tool's name on this desk. A customer at home, for example, has a bank and no security team. */
export function toolName(t: PlayerText, tool: Tool, own: boolean): string {
  return own && isOwnTool(tool) ? t(`own.${tool}`) : t(`tool.${tool}`)
}

function toolHint(t: PlayerText, tool: Tool, own: boolean): string {
  return own && isOwnTool(tool) ? t(`own.${tool}.hint`) : t(`tool.${tool}.hint`)
}

/** Shows the tools, in every scene, whether it handles them or not. */
export function Tools({
  run,
  keys,
  onUse,
}: {
  readonly run: Run
  /** True if single keys work; they are then shown. */
  readonly keys: boolean
  readonly onUse: (use: ToolUse) => void
}) {
  const t = usePlayerText()
  const text = useScenarioText()
  const { scenario } = run.compiled
  const own = scenario.role === 'customer'
  const { lead } = scenario.desk
  const channel = useRun(run, channelNow)
  const off = !useRun(run, isDeskOpen)
  const ringing = useRun(run, isRinging)
  const label = t(ringing ? 'tools.ringing' : off ? 'tools.ended' : 'tools')
  return (
    <div className="tools" role="group" aria-label={label}>
      <div className="label">{label}</div>
      <div className="tool-list">
        {toolsAtHand(scenario, channel).map((tool) => (
          <AriaButton key={tool} className="tool" isDisabled={off} onPress={() => onUse({ tool })}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d={ICONS[tool]} />
            </svg>
            <span>
              <b>{toolName(t, tool, own)}</b>
              <small>
                {tool === 'escalate' && lead && 'presence' in lead
                  ? text(lead.presence)
                  : toolHint(t, tool, own)}
              </small>
            </span>
            {keys && toolKey(tool) && <kbd aria-hidden="true">{toolKey(tool)?.toUpperCase()}</kbd>}
          </AriaButton>
        ))}
      </div>
    </div>
  )
}

import { createContext, use, type ReactNode } from 'react'
import { Button } from '../ui'
import { useKeyWords } from './key-words'
import type { Actions, CommandId } from './commands'
import { useCommandText } from './words'

/** Holds the commands that can be carried out now. */
export const ActionsContext = createContext<Actions>({})

/** A button that carries out a command and names the command's key in its tooltip. */
export function CommandButton({
  id,
  kind = 'quiet',
  children,
  icon,
  hide = false,
}: {
  readonly id: CommandId
  readonly kind?: 'quiet' | 'primary' | 'link'
  readonly children?: string
  /** Replaces the words, which are then read aloud and shown on hover. */
  readonly icon?: ReactNode
  /** Leaves the button out while the command can't be carried out. */
  readonly hide?: boolean
}) {
  const t = useCommandText()
  const act = use(ActionsContext)[id]
  const keys = useKeyWords()(id)
  if (!act && hide) return null
  return (
    <span className="studio-command" title={`${t(id)} (${keys})`}>
      <Button
        kind={kind}
        isDisabled={!act}
        onPress={() => act?.()}
        {...(icon === undefined ? {} : { 'aria-label': t(id), className: 'studio-icon' })}
      >
        {icon ?? children ?? t(id)}
      </Button>
    </span>
  )
}

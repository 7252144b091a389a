import { createContext, use, type ReactNode } from 'react'
import { Button } from '../ui'
import { useKeyWords } from './key-words'
import type { Actions, CommandId } from './commands'
import { useCommandText } from './words'

/** What can be done now, for whatever offers it. */
export const ActionsContext = createContext<Actions>({})

/** A button for a command; its key stands in its tip. */
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
  /** Stands for the words, which are read aloud and shown on hover. */
  readonly icon?: ReactNode
  /** Whether there is no button at all where the command can't be carried out. */
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

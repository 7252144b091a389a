import type { ReactNode } from 'react'
import { ActionsContext } from './CommandButton'
import type { Actions } from './commands'
import type { OpenDocument } from './open-document'
import { FormContext, TypingContext, type FormFacts } from './form/context'

/** Gives the forms and buttons inside it the document with its facts, and the commands that can be carried out. */
export function Around({
  open,
  facts,
  actions,
  children,
}: {
  readonly open: OpenDocument
  readonly facts: FormFacts
  readonly actions: Actions
  readonly children: ReactNode
}) {
  return (
    <FormContext value={facts}>
      <TypingContext value={open.typing}>
        <ActionsContext value={actions}>{children}</ActionsContext>
      </TypingContext>
    </FormContext>
  )
}

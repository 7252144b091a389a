import type { ReactNode } from 'react'
import { ActionsContext } from './CommandButton'
import type { Actions } from './commands'
import { FormContext, type FormFacts } from './form/context'

/** Gives the forms and buttons inside it the document's facts and the commands that can be carried out. */
export function Around({
  facts,
  actions,
  children,
}: {
  readonly facts: FormFacts
  readonly actions: Actions
  readonly children: ReactNode
}) {
  return (
    <FormContext value={facts}>
      <ActionsContext value={actions}>{children}</ActionsContext>
    </FormContext>
  )
}

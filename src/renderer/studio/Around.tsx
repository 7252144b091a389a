import type { ReactNode } from 'react'
import { ActionsContext } from './CommandButton'
import type { Actions } from './commands'
import { FormContext, type FormFacts } from './form/context'

/** What forms and buttons need of the document around them. */
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

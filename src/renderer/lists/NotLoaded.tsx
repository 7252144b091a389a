import type { ReactNode } from 'react'
import { codeOf } from '../api'
import { useText, useErrorText } from '../i18n'
import { Button, Notice } from '../ui'
import type { Reloadable } from '../ui/use-loaded'

/**
 * Says that answers of main are missing on the screen, and asks for them again. Says nothing while all are there or on
 * their way.
 */
export function NotLoaded({
  of,
  actions,
}: {
  readonly of: readonly Reloadable[]
  /** Other ways on, beside asking again. */
  readonly actions?: ReactNode
}) {
  const t = useText()
  const errorText = useErrorText()
  const failed = of.filter((loaded) => loaded.status === 'failed')
  const [first] = failed
  if (!first) return null
  const reload = () => {
    for (const each of failed) each.reload()
  }
  return (
    <Notice
      kind="attention"
      actions={
        <>
          <Button onPress={reload}>{t('app.retry')}</Button>
          {actions}
        </>
      }
    >
      {errorText(codeOf(first.error))}
    </Notice>
  )
}

import { useState } from 'react'
import type { AppState } from '../../bridge'
import { applyState } from '../session/session'
import { codeOf, unwrap } from '../api'
import { useLocale, useErrorText } from '../i18n'
import { longDate } from '../i18n/dates'
import { Secret } from '../start/secrets'
import { useSignInText } from '../start/words'
import { Button, Live, Notice } from '../ui'

/** Says that earlier results are closed because somebody else has replaced the secret, and opens them. */
export function Earlier({
  earlier,
  onOpened,
}: {
  readonly earlier: NonNullable<AppState['earlier']>
  readonly onOpened: () => void
}) {
  const errorText = useErrorText()
  const a = useSignInText()
  const locale = useLocale()
  const [written, setWritten] = useState('')
  const [problem, setProblem] = useState<string>()
  const open = async () => {
    setProblem(undefined)
    try {
      await applyState(await unwrap(window.api.session.confirmEarlier({ secret: written })))
      onOpened()
    } catch (error) {
      const code = codeOf(error)
      setProblem(code === 'wrong-secret' ? a('earlier.wrong') : errorText(code))
    }
  }
  if (!earlier.confirm) return <Notice>{a('earlier.closed.first')}</Notice>
  return (
    <Notice kind="attention">
      <p>{a('earlier.closed', { day: longDate(earlier.since, locale), by: earlier.by ?? 'none' })}</p>
      <form
        className="earlier"
        onSubmit={(event) => {
          event.preventDefault()
          if (written !== '') void open()
        }}
      >
        <Secret label={a('earlier.field')} value={written} onChange={setWritten} error={problem} />
        <div className="row">
          <Button kind="primary" type="submit" isDisabled={written === ''}>
            {a('earlier.go')}
          </Button>
        </div>
      </form>
      <Live>{problem && <span className="visually-hidden">{problem}</span>}</Live>
    </Notice>
  )
}

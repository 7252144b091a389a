import { useState } from 'react'
import { useSession } from '../session/session'
import { useLoaded } from '../ui/use-loaded'
import { codeOf, unwrap } from '../api'
import { useLocale, useErrorText } from '../i18n'
import { longDate } from '../i18n/dates'
import { CodeCard } from '../start/RecoveryCode'
import { useSignInText } from '../start/words'
import { Button, Live, Notice } from '../ui'
import { NotLoaded } from '../lists/NotLoaded'

const load = () => unwrap(window.api.recovery.state())

export default function Recovery() {
  const errorText = useErrorText()
  const a = useSignInText()
  const locale = useLocale()
  const organisation = useSession((session) => session.organisation)
  const loaded = useLoaded(load)
  const [code, setCode] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const renew = async () => {
    try {
      setCode((await unwrap(window.api.recovery.renew())).recoveryCode)
    } catch (error) {
      setProblem(errorText(codeOf(error)))
    }
  }
  if (code !== undefined) {
    return (
      <>
        <CodeCard code={code} organisation={organisation ?? ''} />
        <p className="muted dense">{a('code.do')}</p>
        <div className="row">
          <Button kind="primary" onPress={() => window.print()}>
            {a('code.print')}
          </Button>
        </div>
      </>
    )
  }
  const madeAt = loaded.status === 'ready' ? loaded.value.madeAt : undefined
  return (
    <>
      <p>{a('recovery.text')}</p>
      <NotLoaded of={[loaded]} />
      {madeAt !== undefined && (
        <p>{madeAt === null ? a('recovery.none') : a('recovery.made', { date: longDate(madeAt, locale) })}</p>
      )}
      <div className="row">
        <Button onPress={() => void renew()}>{a('recovery.make')}</Button>
        {typeof madeAt === 'string' && <span className="muted dense">{a('recovery.make.hint')}</span>}
      </div>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
    </>
  )
}

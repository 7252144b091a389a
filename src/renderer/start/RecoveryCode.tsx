import { useLocale } from '../i18n'
import { longDate } from '../i18n/dates'
import { Button, ScreenTitle } from '../ui'
import { useAccessText } from './words'
import './start.css'

/** The code itself, as it is printed: with what it is for and how to use it. */
export function CodeCard({ code, organisation }: { readonly code: string; readonly organisation: string }) {
  const a = useAccessText()
  const locale = useLocale()
  return (
    <div className="code-card">
      <p className="label">
        {a('code.for')}, {organisation}
      </p>
      <p className="code mono">{code}</p>
      <p className="dense">{a('code.made', { date: longDate(new Date().toISOString(), locale) })}</p>
      <p className="dense">{a('code.use')}</p>
    </div>
  )
}

/** Shown once, after the first run and after the code was used. */
export default function RecoveryCode({
  code,
  organisation,
  onKept,
}: {
  readonly code: string
  readonly organisation: string | null
  readonly onKept: () => void
}) {
  const a = useAccessText()
  return (
    <main className="page start">
      <div className="start-words">
        <div className="start-line" aria-hidden="true" />
        <ScreenTitle title={a('code.title')} />
        <p>{a('code.text')}</p>
        <p className="muted dense">{a('code.do')}</p>
      </div>
      <div className="start-form">
        <CodeCard code={code} organisation={organisation ?? ''} />
        <div className="row">
          <Button kind="primary" big onPress={onKept}>
            {a('code.kept')}
          </Button>
          <Button onPress={() => window.print()}>{a('code.print')}</Button>
        </div>
      </div>
    </main>
  )
}

import type { AppState } from '../../bridge'
import { applyState } from '../session/session'
import { useLocale } from '../i18n'
import { longDate } from '../i18n/dates'
import { Button, ScreenTitle } from '../ui'
import { StartPage } from './StartPage'
import { useSignInText } from './words'

/** Shows the code as it is printed, with its purpose and how to use it. */
export function CodeCard({ code, organisation }: { readonly code: string; readonly organisation: string }) {
  const a = useSignInText()
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

export interface CodeMade {
  readonly recoveryCode: string
  /** The state with which the application continues. */
  readonly state: AppState
}

/** Shows the recovery code once, after the first run and after the code was used. */
export default function RecoveryCode({ made: { recoveryCode, state } }: { readonly made: CodeMade }) {
  const a = useSignInText()
  return (
    <StartPage
      words={
        <>
          <ScreenTitle title={a('code.title')} />
          <p>{a('code.text')}</p>
          <p className="muted dense">{a('code.do')}</p>
        </>
      }
    >
      <CodeCard code={recoveryCode} organisation={state.organisation ?? ''} />
      <div className="row">
        <Button kind="primary" big onPress={() => applyState(state)}>
          {a('code.kept')}
        </Button>
        <Button onPress={() => window.print()}>{a('code.print')}</Button>
      </div>
    </StartPage>
  )
}

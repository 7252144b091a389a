import { lazy, startTransition, useState } from 'react'
import { useSession } from '../session/session'
import { LanguageSelect } from './LanguageSelect'
import { unwrap } from '../api'
import { SetUpFile } from '../exchange/SetUpFile'
import { useText, useErrorText } from '../i18n'
import { Button, Live, Notice, ScreenTitle, TextField } from '../ui'
import RecoveryCode, { type CodeMade } from './RecoveryCode'
import { NameField, NewPassphrase, NumberField, useSignInProblem } from './secrets'
import { StartPage } from './StartPage'
import { useForm } from './use-form'

const Restoring = lazy(() => import('./Restoring'))

export function FirstRun() {
  const [done, setDone] = useState<CodeMade>()
  const [restoring, setRestoring] = useState(false)
  const show = (next: boolean) => startTransition(() => setRestoring(next))
  if (done) return <RecoveryCode made={done} />
  if (restoring) return <Restoring onBack={() => show(false)} />
  return <SetUp onDone={setDone} onRestore={() => show(true)} />
}

function SetUp({
  onDone,
  onRestore,
}: {
  readonly onDone: (made: CodeMade) => void
  readonly onRestore: () => void
}) {
  const t = useText()
  const errorText = useErrorText()
  const locale = useSession((session) => session.locale)
  const form = useForm(['organisation', 'name', 'number', 'newPassphrase', 'again'])
  const { field, check } = form
  const problemOf = useSignInProblem()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const setUp = async () => {
    const values = check()
    if (!values || busy) return
    setBusy(true)
    setProblem(undefined)
    const { organisation, name, number, newPassphrase: passphrase } = values
    try {
      const request = { organisation, name, number, passphrase, locale }
      onDone(await unwrap(window.api.session.setUp(request)))
    } catch (error) {
      setProblem(problemOf(error, errorText('wrong-secret')))
      setBusy(false)
    }
  }

  return (
    <StartPage
      words={
        <>
          <ScreenTitle title={t('start.welcome')} />
          <p>{t('start.what')}</p>
          <p className="muted dense">{t('start.role')}</p>
        </>
      }
      onSubmit={() => void setUp()}
    >
      <LanguageSelect onProblem={setProblem} />
      <SetUpFile onChosen={(organisation) => field('organisation').onChange(organisation)} />
      <TextField
        label={t('start.organisation')}
        hint={t('start.organisation.hint')}
        autoComplete="organization"
        isRequired
        {...field('organisation')}
      />
      <NameField field={field} />
      <NumberField field={field} />
      <NewPassphrase form={form} />
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <Button type="submit" kind="primary" big>
        {t(busy ? 'start.working' : 'start.go')}
      </Button>
      <div>
        <Button kind="link" onPress={onRestore}>
          {t('start.restore')}
        </Button>
      </div>
    </StartPage>
  )
}

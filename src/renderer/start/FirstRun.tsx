import { useState } from 'react'
import type { AppState } from '../../bridge'
import { useAppState } from '../app/app-state'
import { LanguageSelect } from '../app/LanguageSelect'
import { unwrap } from '../api'
import { SetUpFile } from '../exchange/SetUpFile'
import { useText } from '../i18n'
import { Button, Live, Notice, ScreenTitle, TextField } from '../ui'
import RecoveryCode from './RecoveryCode'
import { NewPassphrase, NumberField, useAccessProblem } from './secrets'
import { useForm } from './use-form'
import './start.css'

export function FirstRun() {
  const { apply } = useAppState()
  const [done, setDone] = useState<{ readonly state: AppState; readonly recoveryCode: string }>()
  if (done) {
    const { state, recoveryCode } = done
    return <RecoveryCode code={recoveryCode} organisation={state.organisation} onKept={() => apply(state)} />
  }
  return <SetUp onDone={setDone} />
}

function SetUp({
  onDone,
}: {
  readonly onDone: (done: { readonly state: AppState; readonly recoveryCode: string }) => void
}) {
  const t = useText()
  const { state } = useAppState()
  const form = useForm(['organisation', 'name', 'number', 'newPassphrase', 'again'])
  const { field, check } = form
  const problemOf = useAccessProblem()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const setUp = async () => {
    const values = check()
    if (!values || busy) return
    setBusy(true)
    setProblem(undefined)
    const { organisation, name, number, newPassphrase: passphrase } = values
    try {
      const request = { organisation, name, number, passphrase, locale: state.locale }
      onDone(await unwrap(window.api.session.setUp(request)))
    } catch (error) {
      setProblem(problemOf(error, t('error.wrong-secret')))
      setBusy(false)
    }
  }

  return (
    <main className="page start">
      <div className="start-words">
        <div className="start-line" aria-hidden="true" />
        <ScreenTitle title={t('start.welcome')} />
        <p>{t('start.what')}</p>
        <p className="muted dense">{t('start.role')}</p>
      </div>
      <form
        className="start-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void setUp()
        }}
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
        <TextField
          label={t('start.name')}
          hint={t('start.name.hint')}
          autoComplete="off"
          isRequired
          {...field('name')}
        />
        <NumberField field={field} />
        <NewPassphrase form={form} />
        <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
        <Button type="submit" kind="primary" big>
          {t(busy ? 'start.working' : 'start.go')}
        </Button>
      </form>
    </main>
  )
}

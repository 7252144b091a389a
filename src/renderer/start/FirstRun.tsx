import { useState } from 'react'
import { useAppState } from '../app/app-state'
import { LanguageSelect } from '../app/LanguageSelect'
import { codeOf, unwrap } from '../api'
import { useText } from '../i18n'
import { Button, Live, Notice, ScreenTitle, TextField } from '../ui'
import { useForm } from './use-form'
import './start.css'

export default function FirstRun() {
  const t = useText()
  const { state, apply } = useAppState()
  const { field, check } = useForm(['organisation', 'name', 'number'])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const setUp = async () => {
    const values = check()
    if (!values || busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      apply(await unwrap(window.api.app.setUp({ ...values, locale: state.locale })))
    } catch (error) {
      setProblem(t(`error.${codeOf(error)}`))
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
        <TextField
          label={t('start.number')}
          hint={t('start.number.hint')}
          autoComplete="off"
          isRequired
          {...field('number')}
        />
        <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
        <Button type="submit" kind="primary" big>
          {t(busy ? 'start.working' : 'start.go')}
        </Button>
      </form>
    </main>
  )
}

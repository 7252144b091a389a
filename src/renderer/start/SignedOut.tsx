import { useState } from 'react'
import { useAppState } from '../app/app-state'
import { LanguageSelect } from '../app/LanguageSelect'
import { codeOf, unwrap } from '../api'
import { useText } from '../i18n'
import { Button, Live, Notice, ScreenTitle, TextField } from '../ui'
import { useForm } from './use-form'
import './start.css'

export default function SignedOut() {
  const [isNew, setNew] = useState(false)
  return <Entry key={String(isNew)} isNew={isNew} onSwitch={() => setNew(!isNew)} />
}

function Entry({ isNew, onSwitch }: { readonly isNew: boolean; readonly onSwitch: () => void }) {
  const t = useText()
  const { state, apply } = useAppState()
  const { field, check } = useForm(isNew ? ['name', 'number'] : ['number'])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const sentenceFor = (error: unknown) => {
    const code = codeOf(error)
    if (code === 'not-found' && !isNew) return t('sign-in.unknown')
    if (code === 'already-exists' && isNew) return t('join.taken')
    return t(`error.${code}`)
  }
  const enter = async () => {
    const values = check()
    if (!values || busy) return
    setBusy(true)
    setProblem(undefined)
    const { name, number } = values
    try {
      const { session } = window.api
      apply(await unwrap(isNew ? session.join({ name, number }) : session.signIn({ number })))
    } catch (error) {
      setProblem(sentenceFor(error))
      setBusy(false)
    }
  }

  return (
    <main className="page start">
      <div className="start-words">
        <div className="start-line" aria-hidden="true" />
        <p className="label">{state.organisation}</p>
        <ScreenTitle title={t(isNew ? 'join.title' : 'sign-in.title')} />
        <p>{t(isNew ? 'join.text' : 'sign-in.text')}</p>
      </div>
      <form
        className="start-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        {isNew && (
          <TextField
            label={t('start.name')}
            hint={t('start.name.hint')}
            autoComplete="off"
            isRequired
            {...field('name')}
          />
        )}
        <TextField label={t('start.number')} autoComplete="off" isRequired {...field('number')} />
        <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
        <div className="row">
          <Button type="submit" kind="primary" big>
            {t(isNew ? 'join.go' : 'sign-in.go')}
          </Button>
          <Button onPress={onSwitch}>{t(isNew ? 'sign-in.known' : 'sign-in.new')}</Button>
        </div>
        <LanguageSelect onProblem={setProblem} />
      </form>
    </main>
  )
}

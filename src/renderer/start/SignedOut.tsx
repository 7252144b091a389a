import { useState } from 'react'
import { applyState, useSession } from '../session/session'
import { unwrap } from '../api'
import { useText } from '../i18n'
import { Button, TextField } from '../ui'
import { EntryPage } from './EntryPage'
import RecoveryCode, { type CodeMade } from './RecoveryCode'
import { NameField, NewPassphrase, NumberField, Secret } from './secrets'
import { useForm } from './use-form'
import { useSignInText } from './words'

type Way = 'number' | 'passphrase' | 'join' | 'recover'

interface WayProps {
  readonly onSwitch: (way: Way) => void
}

export function SignedOut() {
  const [way, setWay] = useState<Way>('number')
  switch (way) {
    case 'number':
      return <ByNumber key={way} onSwitch={setWay} />
    case 'passphrase':
      return <ByPassphrase key={way} onSwitch={setWay} />
    case 'join':
      return <Join key={way} onSwitch={setWay} />
    case 'recover':
      return <Recover key={way} onSwitch={setWay} />
  }
}

/** Signs trainees in, with the number, and a PIN if the organisation wants one. */
function ByNumber({ onSwitch }: WayProps) {
  const t = useText()
  const a = useSignInText()
  const signIn = useSession((session) => session.signIn)
  const { pin, selfJoin } = signIn
  const { field, check, values } = useForm(pin ? ['number', 'pin'] : ['number'])
  return (
    <EntryPage
      title={t('sign-in.title')}
      text={t(pin ? 'sign-in.text.pin' : 'sign-in.text')}
      go={t('sign-in.go')}
      wrong={a(values.pin === '' ? 'wrong.pin.empty' : 'wrong.pin')}
      notFound={t('sign-in.unknown')}
      enter={() => {
        const sent = check()
        if (!sent) return undefined
        return unwrap(window.api.session.signIn({ number: sent.number, secret: sent.pin || null })).then(
          applyState,
        )
      }}
      others={
        <>
          <Button onPress={() => onSwitch('passphrase')}>{a('with-passphrase')}</Button>
          {selfJoin && <Button onPress={() => onSwitch('join')}>{t('sign-in.new')}</Button>}
        </>
      }
    >
      <NumberField field={field} />
      {pin && (
        <Secret
          label={a('pin')}
          hint={a('pin.hint')}
          inputMode="numeric"
          isRequired={false}
          {...field('pin')}
        />
      )}
    </EntryPage>
  )
}

function ByPassphrase({ onSwitch }: WayProps) {
  const t = useText()
  const a = useSignInText()
  const { field, check } = useForm(['number'])
  return (
    <EntryPage
      title={a('passphrase.title')}
      text={a('passphrase.text')}
      go={t('sign-in.go')}
      wrong={a('wrong.passphrase')}
      notFound={a('wrong.passphrase')}
      enter={() => {
        const sent = check()
        if (!sent) return undefined
        const { number, passphrase } = sent
        return unwrap(window.api.session.signIn({ number, secret: passphrase || null })).then(applyState)
      }}
      others={
        <>
          <Button onPress={() => onSwitch('number')}>{a('with-number')}</Button>
          <Button kind="link" onPress={() => onSwitch('recover')}>
            {a('forgotten')}
          </Button>
        </>
      }
    >
      <NumberField field={field} />
      <Secret label={a('passphrase')} {...field('passphrase')} />
    </EntryPage>
  )
}

/** Lets a trainee who is not on the list join. */
function Join({ onSwitch }: WayProps) {
  const t = useText()
  const a = useSignInText()
  const { field, check } = useForm(['name', 'number'])
  return (
    <EntryPage
      title={t('join.title')}
      text={t('join.text')}
      go={t('join.go')}
      wrong={a('wrong.pin')}
      exists={t('join.taken')}
      enter={() => {
        const sent = check()
        if (!sent) return undefined
        return unwrap(window.api.session.join({ name: sent.name, number: sent.number })).then(applyState)
      }}
      others={<Button onPress={() => onSwitch('number')}>{t('sign-in.known')}</Button>}
    >
      <NameField field={field} />
      <NumberField field={field} />
    </EntryPage>
  )
}

function Recover({ onSwitch }: WayProps) {
  const a = useSignInText()
  const organisation = useSession((session) => session.organisation)
  const form = useForm(['number', 'code', 'newPassphrase', 'again'], [organisation ?? ''])
  const [done, setDone] = useState<CodeMade>()
  if (done) return <RecoveryCode made={done} />
  const { field, check } = form
  return (
    <EntryPage
      title={a('recover.title')}
      text={a('recover.text')}
      go={a('recover.go')}
      wrong={a('wrong.recovery')}
      enter={() => {
        const sent = check()
        if (!sent) return undefined
        const { number, code, newPassphrase: passphrase } = sent
        return unwrap(window.api.session.recover({ number, code, passphrase })).then(setDone)
      }}
      others={<Button onPress={() => onSwitch('passphrase')}>{a('recover.back')}</Button>}
    >
      <NumberField field={field} />
      <TextField
        label={a('recover.code')}
        hint={a('recover.code.hint')}
        autoComplete="off"
        isRequired
        {...field('code')}
      />
      <NewPassphrase form={form} />
    </EntryPage>
  )
}

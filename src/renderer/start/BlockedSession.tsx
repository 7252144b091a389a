import { useState } from 'react'
import { applyState, useSession } from '../session/session'
import { codeOf, unwrap } from '../api'
import { useLocale, useText, useErrorText } from '../i18n'
import { longDate } from '../i18n/dates'
import { Button, Notice, TextField } from '../ui'
import { EntryPage } from './EntryPage'
import { NewPassphrase, NewPin, Secret } from './secrets'
import { useForm } from './use-form'
import { useSignInText } from './words'

/**
 * Covers everything else while somebody is signed in but must first unlock the screen, or replace a secret that they
 * were given.
 */
export function BlockedSession() {
  const phase = useSession((session) => session.phase)
  return phase === 'locked' ? <Locked /> : <MustChange />
}

function SignOut() {
  const t = useText()
  const errorText = useErrorText()
  const [problem, setProblem] = useState<string>()
  const signOut = async () => {
    try {
      await applyState(await unwrap(window.api.session.signOut()))
    } catch (error) {
      setProblem(errorText(codeOf(error)))
    }
  }
  return (
    <>
      <Button onPress={() => void signOut()}>{t('nav.sign-out')}</Button>
      {problem !== undefined && <Notice kind="attention">{problem}</Notice>}
    </>
  )
}

function Locked() {
  const a = useSignInText()
  const secret = useSession((session) => session.secret)
  const person = useSession((session) => session.person)
  const kind = secret ?? 'none'
  const [written, setWritten] = useState('')
  const [missing, setMissing] = useState(false)
  const name = person?.name ?? ''
  const error =
    missing && written === '' ? a(kind === 'none' ? 'missing.number' : `missing.${kind}`) : undefined
  const input = { value: written, onChange: setWritten, error, autoFocus: true }
  return (
    <EntryPage
      title={a('lock.title')}
      text={a('lock.text', { name })}
      go={a('lock.go')}
      wrong={a(`wrong.unlock.${kind}`)}
      enter={() => {
        setMissing(written === '')
        if (written === '') return undefined
        return unwrap(window.api.session.unlock({ secret: written })).then(applyState)
      }}
      others={<SignOut />}
    >
      {kind === 'none' ? (
        <TextField label={a('lock.number')} autoComplete="off" isRequired {...input} />
      ) : (
        <Secret label={a(kind)} {...(kind === 'pin' ? { inputMode: 'numeric' as const } : {})} {...input} />
      )}
      <p className="muted dense">{a('lock.other', { name })}</p>
    </EntryPage>
  )
}

function MustChange() {
  const a = useSignInText()
  const locale = useLocale()
  const secret = useSession((session) => session.secret)
  const earlier = useSession((session) => session.earlier)
  const person = useSession((session) => session.person)
  const organisation = useSession((session) => session.organisation)
  const kind = secret === 'pin' ? 'pin' : 'passphrase'
  const about = [person?.name ?? '', person?.number ?? '', organisation ?? '']
  const form = useForm([kind === 'pin' ? 'newPin' : 'newPassphrase', 'again'], about)
  return (
    <EntryPage
      title={a(`change.title.${kind}`)}
      text={a(`change.text.${kind}`)}
      go={a('change.go')}
      wrong={a('wrong.passphrase')}
      enter={() => {
        const sent = form.check()
        if (!sent) return undefined
        const next = kind === 'pin' ? sent.newPin : sent.newPassphrase
        return unwrap(window.api.session.changeSecret({ current: null, next })).then(applyState)
      }}
      others={<SignOut />}
    >
      {earlier && (
        <Notice kind="attention">
          {a(earlier.by === null ? 'earlier.given.somebody' : 'earlier.given', {
            by: earlier.by ?? '',
            day: longDate(earlier.since, locale),
          })}
        </Notice>
      )}
      {kind === 'pin' ? <NewPin form={form} /> : <NewPassphrase form={form} />}
    </EntryPage>
  )
}

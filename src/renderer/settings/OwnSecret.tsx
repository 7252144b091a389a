import { useState } from 'react'
import { applyState, useSession } from '../session/session'
import { unwrap } from '../api'
import { Button, Live, Notice } from '../ui'
import { NewPassphrase, NewPin, Secret, useSignInProblem } from '../start/secrets'
import { useForm } from '../start/use-form'
import { useSignInText } from '../start/words'

/** Changes one's own PIN or passphrase. */
export default function OwnSecret() {
  const a = useSignInText()
  const secret = useSession((session) => session.secret)
  if (secret === 'pin' || secret === 'passphrase') return <Change kind={secret} />
  return <p>{a('own.none')}</p>
}

function Change({ kind }: { readonly kind: 'pin' | 'passphrase' }) {
  const a = useSignInText()
  const person = useSession((session) => session.person)
  const organisation = useSession((session) => session.organisation)
  const problemOf = useSignInProblem()
  const about = [person?.name ?? '', person?.number ?? '', organisation ?? '']
  const [round, setRound] = useState(0)
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention'; readonly text: string }>()
  const change = async (current: string, next: string) => {
    try {
      await applyState(await unwrap(window.api.session.changeSecret({ current, next })))
      setSaid({ kind: 'good', text: a('own.done') })
      setRound(round + 1)
    } catch (error) {
      setSaid({ kind: 'attention', text: problemOf(error, a('own.wrong')) })
    }
  }
  return (
    <>
      <Form key={round} kind={kind} about={about} onChange={change} />
      <Live urgent>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
    </>
  )
}

function Form({
  kind,
  about,
  onChange,
}: {
  readonly kind: 'pin' | 'passphrase'
  readonly about: readonly string[]
  readonly onChange: (current: string, next: string) => Promise<void>
}) {
  const a = useSignInText()
  const form = useForm([kind === 'pin' ? 'newPin' : 'newPassphrase', 'again'], about)
  const [current, setCurrent] = useState('')
  return (
    <form
      className="settings-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const sent = form.check()
        if (sent) void onChange(current, kind === 'pin' ? sent.newPin : sent.newPassphrase)
      }}
    >
      <Secret label={a(`own.current.${kind}`)} value={current} onChange={setCurrent} />
      {kind === 'pin' ? (
        <NewPin form={form} />
      ) : (
        <NewPassphrase form={form} label={a('own.new.passphrase')} />
      )}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={current === ''}>
          {a('own.go')}
        </Button>
      </div>
    </form>
  )
}

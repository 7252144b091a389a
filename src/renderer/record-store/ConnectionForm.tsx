import { useRef, useState } from 'react'
import type { RecordStoreState, Response } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useErrorText } from '../i18n'
import { Button, Checkbox, Live, Notice, TextField } from '../ui'
import { useStoreText } from './words'

type Tried = Response<'recordStore.try'>
type Fault = NonNullable<Tried['fault']>
type Answer =
  | { readonly kind: 'asking' }
  | { readonly kind: 'good'; readonly mayRead: boolean }
  | { readonly kind: 'problem'; readonly problem: NonNullable<Tried['problem']> }
  | { readonly kind: 'failed'; readonly text: string }

type FieldName = 'address' | 'key' | 'secret' | 'homePage'

const AT: Readonly<Record<Fault, FieldName>> = {
  'not-an-address': 'address',
  'not-https': 'address',
  'with-credentials': 'address',
  'with-query': 'address',
  'key-missing': 'key',
  'secret-missing': 'secret',
  'home-page': 'homePage',
}

interface ConnectionFormProps {
  readonly state: RecordStoreState
  readonly onDone: (state: RecordStoreState) => void
  /** Missing if there is nothing to return to. */
  readonly onCancel?: () => void
}

export function ConnectionForm({ state, onDone, onCancel }: ConnectionFormProps) {
  const t = useStoreText()
  const errorText = useErrorText()
  const { connection } = state
  const [values, setValues] = useState<Readonly<Record<FieldName, string>>>({
    address: connection?.address ?? '',
    key: connection?.key ?? '',
    secret: '',
    homePage: connection?.homePage ?? '',
  })
  const [earlier, setEarlier] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const [answer, setAnswer] = useState<Answer>()
  const asked = useRef(0)
  const inputs = useRef(new Map<FieldName, HTMLInputElement>())
  const { address, key, secret, homePage } = values
  const given = { address, key, ...(secret !== '' && { secret }) }
  const asking = answer?.kind === 'asking'

  const show = (next: Fault) => {
    setFault(next)
    setAnswer(undefined)
    inputs.current.get(AT[next])?.focus()
  }
  const tryIt = async () => {
    setFault(undefined)
    setAnswer({ kind: 'asking' })
    asked.current += 1
    const number = asked.current
    try {
      const tried = await unwrap(window.api.recordStore.try(given))
      if (asked.current !== number) return
      if (tried.fault) show(tried.fault)
      else if (tried.problem) setAnswer({ kind: 'problem', problem: tried.problem })
      else setAnswer({ kind: 'good', mayRead: tried.mayRead })
    } catch (error) {
      if (asked.current === number) setAnswer({ kind: 'failed', text: errorText(codeOf(error)) })
    }
  }
  const connect = async () => {
    asked.current += 1
    setFault(undefined)
    setAnswer(undefined)
    try {
      const done = await unwrap(window.api.recordStore.connect({ ...given, homePage, earlier }))
      if (done.fault) show(done.fault)
      else onDone(done.state)
    } catch (error) {
      setAnswer({ kind: 'failed', text: errorText(codeOf(error)) })
    }
  }
  const field = (name: FieldName) => ({
    value: values[name],
    error: fault && AT[fault] === name ? t(`fault.${fault}`) : undefined,
    inputRef: (input: HTMLInputElement | null) => {
      if (input) inputs.current.set(name, input)
    },
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [name]: value }))
      // The answer that is still to come belongs to the earlier address.
      asked.current += 1
      setFault(undefined)
      setAnswer(undefined)
    },
  })

  return (
    <form
      className="settings-fields store-form"
      onSubmit={(event) => {
        event.preventDefault()
        void connect()
      }}
    >
      <TextField
        label={t('address')}
        hint={t('address.hint')}
        type="text"
        inputMode="url"
        {...field('address')}
      />
      <TextField label={t('key')} autoComplete="off" {...field('key')} />
      <TextField
        label={t('secret')}
        hint={connection ? t('secret.kept') : t('secret.hint')}
        type="password"
        autoComplete="off"
        {...field('secret')}
      />
      <TextField label={t('home-page')} hint={t('home-page.hint')} {...field('homePage')} />
      {!connection && (state.attemptsHere ?? 0) > 0 && (
        <Checkbox
          checked={earlier}
          onChange={setEarlier}
          hint={t('earlier.hint', { count: state.attemptsHere ?? 0 })}
        >
          {t('earlier.with')}
        </Checkbox>
      )}
      <Live>
        {answer?.kind === 'asking' && <p className="muted dense">{t('trying')}</p>}
        {answer?.kind === 'good' && (
          <Notice kind="good">{t(answer.mayRead ? 'tried' : 'tried.write-only')}</Notice>
        )}
        {answer?.kind === 'failed' && <Notice kind="attention">{answer.text}</Notice>}
        {answer?.kind === 'problem' && <Problem problem={answer.problem} />}
      </Live>
      <div className="row">
        <Button kind="primary" type="submit">
          {t(connection ? 'save' : 'connect')}
        </Button>
        <Button onPress={() => void tryIt()} isDisabled={asking}>
          {t('try')}
        </Button>
        {onCancel && (
          <Button kind="link" onPress={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Says in plain words why statements do not arrive, with the store’s own answer for the people who run it. */
export function Problem({ problem }: { readonly problem: NonNullable<RecordStoreState['problem']> }) {
  const t = useStoreText()
  return (
    <div className="notice notice-attention store-problem">
      <p>{t(`problem.${problem.code}`)}</p>
      {problem.detail !== '' && (
        <p className="store-detail">
          <span className="muted">{t('detail')}</span> <code>{problem.detail}</code>
        </p>
      )}
    </div>
  )
}

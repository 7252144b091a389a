import { useState } from 'react'
import type { RecordStoreState } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useLocale, type PlainKey, useErrorText } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button, Dialog, Live, Notice } from '../ui'
import { Problem } from './ConnectionForm'
import { useStoreText, type StoreKey } from './words'

interface StatusProps {
  readonly state: RecordStoreState
  readonly onChange: (state: RecordStoreState) => void
  readonly onEdit: () => void
}

function headline({ connection, phase, waiting, refused, lastDelivery, earlier }: RecordStoreState): Head {
  if (connection?.paused) return 'state.paused'
  if (phase === 'stopped') return 'state.stopped'
  if (phase === 'waiting') return 'state.waiting'
  if (phase === 'sending' || waiting > 0 || earlier) return 'state.sending'
  if (refused > 0) return 'state.refused'
  return lastDelivery === null ? 'state.nothing-yet' : 'state.connected'
}

type Head = Extract<StoreKey, `state.${string}`>

const TONES: Partial<Record<Head, string>> = {
  'state.connected': 'store-good',
  'state.nothing-yet': 'store-good',
  'state.refused': 'store-attention',
  'state.waiting': 'store-attention',
  'state.stopped': 'store-attention',
}

/** Shows the state of the connection to the record store, with buttons to change it. */
export function Status({ state, onChange, onEdit }: StatusProps) {
  const t = useStoreText()
  const errorText = useErrorText()
  const locale = useLocale()
  const [asking, setAsking] = useState(false)
  const [told, setTold] = useState<{ readonly kind: 'plain' | 'attention'; readonly text: string }>()
  const { connection, waiting, problem, earlier } = state
  if (!connection) return null
  const call = async (made: () => Promise<RecordStoreState>, then?: string) => {
    setTold(undefined)
    try {
      onChange(await made())
      if (then !== undefined) setTold({ kind: 'plain', text: then })
    } catch (error) {
      setTold({ kind: 'attention', text: errorText(codeOf(error)) })
    }
  }
  const { recordStore } = window.api
  const head = headline(state)
  // Refused statements come first. The state of the others follows if it adds something.
  const heads: readonly Head[] =
    state.refused > 0 && head !== 'state.refused' ? ['state.refused', head] : [head]
  const facts: [PlainKey<'record-store'>, string][] = [
    ['fact.address', connection.address],
    ['fact.key', connection.key],
    ['fact.last', state.lastDelivery ? dateAndTime(state.lastDelivery, locale) : t('fact.last.never')],
  ]
  if (waiting > 0 && state.waitingSince) facts.push(['fact.since', dateAndTime(state.waitingSince, locale)])
  if (state.nextTryAt && !connection.paused) facts.push(['fact.next', dateAndTime(state.nextTryAt, locale)])
  if (earlier) facts.push(['fact.earlier', t('fact.earlier.of', earlier)])
  return (
    <>
      {heads.map((key) => (
        <p key={key} className={`store-head ${TONES[key] ?? ''}`}>
          {t(key, { count: waiting, refused: state.refused })}
        </p>
      ))}
      {problem && !connection.paused && <Problem problem={problem} />}
      <dl className="facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        {state.phase === 'stopped' && (
          <Button kind="primary" onPress={onEdit}>
            {t('change')}
          </Button>
        )}
        {!connection.paused && state.phase === 'waiting' && (
          <Button kind="primary" onPress={() => void call(() => unwrap(recordStore.sendNow()))}>
            {t('send-now')}
          </Button>
        )}
        <Button onPress={() => void call(() => unwrap(recordStore.pause({ paused: !connection.paused })))}>
          {t(connection.paused ? 'resume' : 'pause')}
        </Button>
        {state.phase !== 'stopped' && <Button onPress={onEdit}>{t('change')}</Button>}
        {!earlier && (
          <Button onPress={() => void call(() => unwrap(recordStore.sendEarlier()), t('send-earlier.done'))}>
            {t('send-earlier')}
          </Button>
        )}
        <Button onPress={() => setAsking(true)}>{t('disconnect')}</Button>
      </div>
      <Live>{told && <Notice kind={told.kind}>{told.text}</Notice>}</Live>
      {asking && (
        <Dialog
          role="alertdialog"
          title={t('disconnect.title')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
              <Button
                kind="primary"
                onPress={() => {
                  setAsking(false)
                  void call(() => unwrap(recordStore.disconnect()))
                }}
              >
                {t('disconnect.go')}
              </Button>
            </>
          }
        >
          <p>{t('disconnect.text', { count: waiting })}</p>
        </Dialog>
      )}
    </>
  )
}

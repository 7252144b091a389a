import { useCallback, useState } from 'react'
import type { RecordStoreState } from '../../bridge'
import { unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { useMainEvent } from '../ui/use-main-event'
import { useText } from '../i18n'
import { Notice } from '../ui'
import { ConnectionForm } from './ConnectionForm'
import { Refused } from './Refused'
import { Status } from './Status'
import { useStoreText } from './words'
import { NotLoaded } from '../lists/NotLoaded'
import './record-store.css'

const load = () =>
  Promise.all([unwrap(window.api.recordStore.state()), unwrap(window.api.organisation.settings())])

export default function RecordStore() {
  const t = useStoreText()
  const common = useText()
  const loaded = useLoaded(load)
  const [newer, setNewer] = useState<RecordStoreState>()
  const [editing, setEditing] = useState(false)

  const look = () => void unwrap(window.api.recordStore.state()).then(setNewer, () => undefined)
  // No events are sent while the screen is locked, so the state is loaded again.
  useMainEvent('recordStore.changed', look, look)

  const take = useCallback((state: RecordStoreState) => {
    setNewer(state)
    setEditing(false)
  }, [])

  if (loaded.status === 'waiting') return <p className="waiting">{common('app.loading')}</p>
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  const [first, { privacy }] = loaded.value
  const state = newer ?? first
  return (
    <>
      <p>{t('intro')}</p>
      <p className="muted dense">{t(`names.${privacy}`)}</p>
      {!state.connection && state.waiting > 0 && <Notice>{t('leftover', { count: state.waiting })}</Notice>}
      {state.connection && !editing ? (
        <Status state={state} onChange={take} onEdit={() => setEditing(true)} />
      ) : (
        <ConnectionForm
          state={state}
          onDone={take}
          {...(state.connection && { onCancel: () => setEditing(false) })}
        />
      )}
      {state.refused > 0 && <Refused count={state.refused} onChange={take} />}
    </>
  )
}

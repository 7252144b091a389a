import { useCallback, useState } from 'react'
import type { ExchangeState } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { useMainEvent } from '../ui/use-main-event'
import { useText, useErrorText } from '../i18n'
import { Live, Notice } from '../ui'
import { Devices } from './Devices'
import { Enrol } from './Enrol'
import { Folder } from './Folder'
import { MakeFile } from './MakeFile'
import { OwnDevice } from './OwnDevice'
import { Problems } from './Problems'
import { Requests } from './Requests'
import { useExchangeText } from './words'
import { NotLoaded } from '../lists/NotLoaded'
import './exchange.css'

const load = () => unwrap(window.api.exchange.state())

/** The props of every part of this section. */
export interface PartProps {
  readonly state: ExchangeState
  /** Runs a call and shows its answer or its error. */
  readonly run: (call: () => Promise<ExchangeState>) => Promise<void>
}

export default function Exchange() {
  const t = useExchangeText()
  const common = useText()
  const errorText = useErrorText()
  const loaded = useLoaded(load)
  const [newer, setNewer] = useState<ExchangeState>()
  const [problem, setProblem] = useState<string>()

  const look = () => void load().then(setNewer, () => undefined)
  // No events are sent while the screen is locked, so the state is loaded again.
  useMainEvent('exchange.changed', look, look)

  const run = useCallback(
    async (call: () => Promise<ExchangeState>) => {
      setProblem(undefined)
      try {
        setNewer(await call())
      } catch (error) {
        if (codeOf(error) !== 'cancelled') setProblem(errorText(codeOf(error)))
      }
    },
    [errorText],
  )

  if (loaded.status === 'waiting') return <p className="waiting">{common('app.loading')}</p>
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  const state = newer ?? loaded.value
  const part = { state, run }
  const { role, organisation } = state
  return (
    <div className="exchange">
      <p>{t(`role.${role}`, { organisation: organisation?.name ?? '' })}</p>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      {role === 'device' && <OwnDevice {...part} />}
      {role !== 'alone' && <Folder {...part} />}
      {role === 'hr' && (
        <>
          <Requests {...part} />
          <Problems {...part} />
          <Devices {...part} />
        </>
      )}
      {role !== 'device' && <MakeFile {...part} />}
      {role !== 'hr' && <Enrol {...part} />}
    </div>
  )
}

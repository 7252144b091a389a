import { useState } from 'react'
import type { StudioRow } from '../../bridge'
import { unwrap } from '../api'
import { useMainEvent } from '../ui/use-main-event'
import type { OpenDocument } from './open-document'

type Editing = StudioRow['editing']

/** Knows who has the open document open on another computer, also when they come and go later. */
export function useOthers({ opened: { kind, id, origin, editing } }: OpenDocument): Editing {
  const [others, setOthers] = useState<Editing>(editing)
  const look = () => {
    if (origin !== 'own') return
    // What was known stands until an answer comes.
    unwrap(window.api.studio.editing({ kind, id })).then(setOthers, () => {})
  }
  useMainEvent('studio.changed', look, look)
  return others
}

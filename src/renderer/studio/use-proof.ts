import { useState } from 'react'
import type { StudioProof } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useMainEvent } from '../ui/use-main-event'
import type { OpenDocument } from './open-document'

export interface ProofState {
  /** The last finished proof. */
  readonly found: StudioProof | undefined
  /** True if the proof belongs to the document as it is now. */
  readonly upToDate: boolean
  /** The progress of a running proof, 0 to 1. */
  readonly running: number | undefined
  readonly failed: boolean
  readonly begin: () => void
  readonly stop: () => void
}

/** Proves an open scenario in the background and keeps the proof until the next one. */
export function useProof(open: OpenDocument, value: unknown): ProofState {
  const [found, setFound] = useState<{ readonly of: unknown; readonly proof: StudioProof }>()
  const [running, setRunning] = useState<number>()
  const [failed, setFailed] = useState(false)
  useMainEvent('studio.proving', ({ done, total }) => {
    setRunning((known) => (known === undefined ? undefined : done / Math.max(1, total)))
  })
  const begin = async () => {
    setRunning(0)
    setFailed(false)
    try {
      const proof = await unwrap(window.api.studio.prove({ text: open.textNow() }))
      if (proof) setFound({ of: value, proof })
      else setFailed(true)
    } catch (error) {
      if (codeOf(error) !== 'cancelled') setFailed(true)
    }
    setRunning(undefined)
  }
  return {
    found: found?.proof,
    upToDate: found?.of === value,
    running,
    failed,
    begin: () => void begin(),
    stop: () => void window.api.studio.stopProof(),
  }
}

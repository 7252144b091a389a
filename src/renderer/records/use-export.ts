import { useCallback, useEffect, useState } from 'react'
import type { ExportOrder, ExportWritten } from '../../bridge'
import { unwrap } from '../api'

/** How an export stands, as the dialog shows it. */
export type ExportState =
  | { readonly at: 'choosing' }
  | { readonly at: 'running'; readonly done: number; readonly total: number; readonly stopping: boolean }
  | { readonly at: 'done'; readonly written: ExportWritten }
  | { readonly at: 'failed'; readonly error: unknown; readonly stopped: boolean }

const LOOK_MS = 200

/** Runs an export and asks main how far it is, as long as it runs. */
export function useExport(): {
  readonly state: ExportState
  readonly start: (order: ExportOrder) => Promise<void>
  readonly stop: () => void
} {
  const [state, setState] = useState<ExportState>({ at: 'choosing' })
  const running = state.at === 'running'

  useEffect(() => {
    if (!running) return
    const look = async () => {
      const answer = await window.api.export.progress()
      const progress = answer.ok ? answer.value : null
      if (progress) setState((old) => (old.at === 'running' ? { ...old, ...progress } : old))
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [running])

  const start = useCallback(async (order: ExportOrder) => {
    setState({ at: 'running', done: 0, total: 0, stopping: false })
    try {
      setState({ at: 'done', written: await unwrap(window.api.export.run(order)) })
    } catch (error) {
      setState((old) => ({ at: 'failed', error, stopped: old.at === 'running' && old.stopping }))
    }
  }, [])

  const stop = useCallback(() => {
    setState((old) => (old.at === 'running' ? { ...old, stopping: true } : old))
    void window.api.export.cancel()
  }, [])

  return { state, start, stop }
}

import { useCallback, useState } from 'react'
import type { ExportOrder, ExportWritten } from '../../bridge'
import { unwrap } from '../api'
import { useMainEvent } from '../ui/use-main-event'

/** The state of an export, as the dialog shows it. */
export type ExportState =
  | { readonly at: 'choosing' }
  | { readonly at: 'running'; readonly done: number; readonly total: number; readonly stopping: boolean }
  | { readonly at: 'done'; readonly written: ExportWritten }
  | { readonly at: 'failed'; readonly error: unknown; readonly stopped: boolean }

/** Runs an export and follows its progress. */
export function useExport(): {
  readonly state: ExportState
  readonly start: (order: ExportOrder) => Promise<void>
  readonly stop: () => void
} {
  const [state, setState] = useState<ExportState>({ at: 'choosing' })

  useMainEvent('export.progress', (progress) =>
    setState((old) => (old.at === 'running' ? { ...old, ...progress } : old)),
  )

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

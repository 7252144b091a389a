import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { CertificateJob } from '../../bridge'
import { useMainEvent } from '../ui/use-main-event'

/**
 * Follows a job of main until it has ended.
 * @param onEnd may be called at any time
 */
export function useJob(onEnd: () => void): {
  readonly state: CertificateJob | undefined
  readonly follow: (job: CertificateJob) => void
  readonly cancel: () => void
} {
  const [state, setState] = useState<CertificateJob>()
  const id = state?.id
  const running = state?.state === 'running'
  const take = useEffectEvent((next: CertificateJob) => {
    if (next.id !== id || !running) return
    setState(next)
    if (next.state !== 'running') onEnd()
  })
  useMainEvent('certificates.job', (next) => take(next))
  // The job may have made progress, or ended, before this page listened.
  useEffect(() => {
    if (!running || id === undefined) return
    void window.api.certificates.job({ job: id }).then((answer) => answer.ok && take(answer.value))
  }, [running, id])

  const cancel = useCallback(() => {
    if (id !== undefined) void window.api.certificates.cancel({ job: id })
  }, [id])
  return { state, follow: setState, cancel }
}

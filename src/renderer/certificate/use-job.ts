import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { CertificateJob } from '../../bridge'

const LOOK_MS = 300

/** Follows work that main does, until it is over. @param onEnd must be ready to be called at any time */
export function useJob(onEnd: () => void): {
  readonly state: CertificateJob | undefined
  readonly follow: (job: CertificateJob) => void
  readonly cancel: () => void
} {
  const [state, setState] = useState<CertificateJob>()
  const id = state?.id
  const running = state?.state === 'running'
  const ended = useEffectEvent(onEnd)

  useEffect(() => {
    if (!running || id === undefined) return
    const look = async () => {
      const answer = await window.api.certificates.job({ job: id })
      if (!answer.ok) return
      setState(answer.value)
      if (answer.value.state !== 'running') ended()
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [running, id])

  const cancel = useCallback(() => {
    if (id !== undefined) void window.api.certificates.cancel({ job: id })
  }, [id])
  return { state, follow: setState, cancel }
}

import type { CertificateJob } from '../../bridge'
import { Button, Live, Notice } from '../ui'
import { useCertificatesText } from './words'

/** Shows the progress of work on many certificates, and its result. */
export function JobNotice({
  state,
  onCancel,
}: {
  readonly state: CertificateJob | undefined
  readonly onCancel: () => void
}) {
  const c = useCertificatesText()
  if (!state) return <Live>{null}</Live>
  const { kind, done, total, skipped, folder } = state
  if (state.state === 'running') {
    const words = c(`job.${kind}.running`, { done, total })
    return (
      // Screen readers only read the beginning; reading each step would drown everything else.
      <Notice actions={<Button onPress={onCancel}>{c('cancel')}</Button>}>
        <span className="job-words">{words}</span>
        <progress className="job-progress" aria-label={words} max={Math.max(1, total)} value={done} />
      </Notice>
    )
  }
  const text = c(`job.${kind}.${state.state}`, { count: done - skipped, folder: folder ?? '' })
  return (
    <Live>
      <Notice kind={state.state === 'done' ? 'good' : state.state === 'failed' ? 'attention' : 'plain'}>
        {skipped > 0 && kind === 'issue' ? `${text} ${c('job.skipped', { count: skipped })}` : text}
      </Notice>
    </Live>
  )
}

import { useState } from 'react'
import type { CertificateRow } from '../../bridge'
import { Button, Dialog, TextField } from '../ui'
import { useCertificatesText } from './words'

/** The shortest reason that main accepts. */
const SHORTEST_REASON = 3

export function RevokeDialog({
  row,
  onClose,
  onRevoke,
}: {
  readonly row: CertificateRow
  readonly onClose: () => void
  readonly onRevoke: (reason: string) => void
}) {
  const c = useCertificatesText()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const go = () => {
    if (reason.trim().length < SHORTEST_REASON) setMissing(true)
    else onRevoke(reason.trim())
  }
  return (
    <Dialog
      role="alertdialog"
      title={c('revoke.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{c('cancel')}</Button>
          <Button kind="primary" onPress={go}>
            {c('revoke.go')}
          </Button>
        </>
      }
    >
      <p>{c('revoke.text', { name: row.personName, id: row.id })}</p>
      <TextField
        label={c('revoke.reason')}
        hint={c('revoke.reason.hint')}
        error={missing ? c('revoke.reason.missing') : undefined}
        maxLength={400}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}

export function ReissueDialog({
  row,
  onClose,
  onReissue,
}: {
  readonly row: CertificateRow
  readonly onClose: () => void
  readonly onReissue: () => void
}) {
  const c = useCertificatesText()
  return (
    <Dialog
      role="alertdialog"
      title={c('reissue.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{c('cancel')}</Button>
          <Button kind="primary" onPress={onReissue}>
            {c('reissue.go')}
          </Button>
        </>
      }
    >
      <p>{c('reissue.text', { name: row.personName, id: row.id })}</p>
    </Dialog>
  )
}

import { useState } from 'react'
import { DropZone, type DropItem } from 'react-aria-components'
import type { FindingView, VerdictView } from '../../bridge'
import { LARGEST_FILE } from '../../domain/credentials/verdict'
import { codeOf, unwrap } from '../api'
import { useLocale, useErrorText } from '../i18n'
import { dateAndTime, longWrittenDay } from '../i18n/dates'
import { Button, Dialog, Live, Notice, TextField } from '../ui'
import { useCertificatesText } from './words'

/** What is no certificate of ours has a heading of its own. */
const HEADINGS = { 'not-a-certificate': 'not-ours', 'revocation-list': 'no-certificate' } as const

const TONES = {
  valid: 'good',
  expired: 'attention',
  'not-yet-valid': 'attention',
  revoked: 'attention',
  'unknown-issuer': 'attention',
  tampered: 'critical',
  unreadable: 'attention',
} as const

/** A file that is too large is refused here, because it would otherwise be read into memory first. */
const tooLarge = (file: string): VerdictView => ({
  status: 'unreadable',
  reason: 'too-large',
  form: null,
  file,
  issuer: null,
  ours: false,
  revocation: null,
  told: null,
  notes: [],
  listAt: null,
  also: [],
})

export default function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const c = useCertificatesText()
  const errorText = useErrorText()
  const [token, setToken] = useState('')
  const [verdict, setVerdict] = useState<VerdictView>()
  const [problem, setProblem] = useState<string>()
  const [list, setList] = useState<string>()

  const run = async (work: () => Promise<VerdictView>) => {
    setVerdict(undefined)
    setProblem(undefined)
    try {
      setVerdict(await work())
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setProblem(errorText(code))
    }
  }
  const choose = () => run(() => unwrap(window.api.certificates.verifyFile()))
  const paste = () =>
    run(() =>
      unwrap(window.api.certificates.verify({ name: null, bytes: new TextEncoder().encode(token.trim()) })),
    )
  const chooseList = async () => {
    setProblem(undefined)
    try {
      const chosen = await unwrap(window.api.certificates.chooseList())
      setList(chosen ? c('verify.list.chosen', { file: chosen.file }) : undefined)
      if (chosen === null) setProblem(c('verify.list.none'))
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setProblem(errorText(code))
    }
  }
  const drop = (items: readonly DropItem[]) => {
    const item = items.find((entry) => entry.kind === 'file')
    if (!item) return
    void run(async () => {
      const file = await item.getFile()
      if (file.size > LARGEST_FILE) return tooLarge(file.name)
      const bytes = new Uint8Array(await file.arrayBuffer())
      return unwrap(window.api.certificates.verify({ name: file.name.slice(0, 300), bytes }))
    })
  }
  return (
    <Dialog
      title={c('verify.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{c('close')}</Button>}
    >
      <DropZone className="verify-drop" aria-label={c('verify.drop')} onDrop={({ items }) => drop(items)}>
        <p>{c('verify.drop')}</p>
        <Button kind="primary" onPress={() => void choose()}>
          {c('verify.choose')}
        </Button>
      </DropZone>
      <div className="verify-token">
        <TextField label={c('verify.token')} maxLength={20_000} value={token} onChange={setToken} />
        <Button isDisabled={token.trim() === ''} onPress={() => void paste()}>
          {c('verify.go')}
        </Button>
      </div>
      <div className="row verify-list">
        <Button onPress={() => void chooseList()}>{c('verify.list')}</Button>
        <span className="muted dense">{list ?? c('verify.list.hint')}</span>
      </div>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <Live>{verdict && <Result verdict={verdict} />}</Live>
    </Dialog>
  )
}

function Result({ verdict }: { readonly verdict: VerdictView }) {
  const c = useCertificatesText()
  const { also, file } = verdict
  if (also.length === 0) return <Finding finding={verdict} file={file} />
  return (
    <>
      <h3 className="label">{c('verify.several', { count: also.length + 1 })}</h3>
      <Finding finding={verdict} file={file} />
      {also.map((finding, index) => (
        <Finding key={index} finding={finding} file={null} />
      ))}
    </>
  )
}

/** Shows the verdict on a certificate in a file, or the reason why the file holds none. */
function Finding({ finding, file }: { readonly finding: FindingView; readonly file: string | null }) {
  const c = useCertificatesText()
  const locale = useLocale()
  const { status, reason, told, revocation, issuer, ours, notes, listAt } = finding
  const date = (day: string | undefined) => (day === undefined ? '' : longWrittenDay(day, locale))
  const heading = reason === 'not-a-certificate' || reason === 'revocation-list' ? HEADINGS[reason] : status
  const sentence = () => {
    if (reason !== null) return c(`verify.reason.${reason}`)
    if (status === 'revoked') {
      if (revocation?.on === null) return c('verify.text.revoked-by-list')
      return c(revocation?.superseded ? 'verify.text.superseded' : 'verify.text.revoked', {
        date: date(revocation?.on ?? undefined),
      })
    }
    if (status === 'valid' && !ours && listAt !== null) {
      return c('verify.text.valid-by-list', { date: dateAndTime(listAt, locale) })
    }
    if (status === 'valid' && !ours) return c('verify.text.valid-of-hr')
    if (status === 'tampered' || status === 'unreadable') return ''
    return c(`verify.text.${status}`, {
      date: date(status === 'expired' ? told?.validUntilOn : told?.issuedOn),
    })
  }
  return (
    <div className="verified">
      <Notice kind={TONES[status]}>
        <b>{c(`verify.result.${heading}`)}</b>
        {file === null ? '. ' : ` (${file}). `}
        {sentence()}
      </Notice>
      {notes.map((note) => (
        <p key={note} className="dense">
          {c(`verify.note.${note}`)}
        </p>
      ))}
      {told && (
        <>
          <h3 className="label">{c('verify.told')}</h3>
          <dl>
            <dt>{c('verify.name')}</dt>
            <dd>{told.personName}</dd>
            <dt>{c('verify.course')}</dt>
            <dd>
              {told.title ?? told.course} <span className="muted">({told.courseVersion})</span>
            </dd>
            <dt>{c('verify.organisation')}</dt>
            <dd>{told.organisation}</dd>
            <dt>{c('verify.result')}</dt>
            <dd>{c('verify.result.text', { ...told, score: told.scorePercent })}</dd>
            <dt>{c('verify.dates')}</dt>
            <dd>{c('verify.dates.text', { from: date(told.issuedOn), until: date(told.validUntilOn) })}</dd>
            <dt>{c('col.id')}</dt>
            <dd className="mono">{told.id}</dd>
            <dt>{c('verify.issuer')}</dt>
            <dd className="mono issuer-name">{issuer}</dd>
          </dl>
          <p className="muted dense">{c('verify.printed')}</p>
        </>
      )}
    </div>
  )
}

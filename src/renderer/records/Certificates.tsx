import { useCallback, useState } from 'react'
import type { CertificateRow, Request } from '../../bridge'
import { CERTIFICATE_STATUSES, type CertificateStatus } from '../../domain/credentials/validity'
import { EVERYTHING } from '../../domain/records/filter'
import { codeOf, unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { CertificateTable } from '../certificate/CertificateTable'
import { ReissueDialog, RevokeDialog } from '../certificate/decisions'
import { UnprintableNotice } from '../certificate/UnprintableNotice'
import { JobNotice } from '../certificate/JobNotice'
import { useJob } from '../certificate/use-job'
import VerifyDialog from '../certificate/VerifyDialog'
import { useCertificatesText } from '../certificate/words'
import { useLocale, useText, useErrorText } from '../i18n'
import { usualPaper } from '../i18n/paper'
import { Button, Live, Notice, Select } from '../ui'
import { Nothing, PAGE_ROWS, type RecordsTabProps } from '../lists/parts'
import { useRecordsText } from '../lists/words'
import { NotLoaded } from '../lists/NotLoaded'
import '../certificate/certificates.css'

type Asked =
  { readonly what: 'verify' } | { readonly what: 'revoke' | 'reissue'; readonly row: CertificateRow }
type Said = { readonly kind: 'good' | 'attention' | 'plain'; readonly text: string }

/** Lists the issued certificates, with everything that HR can do with them. */
export default function Certificates({ filter, onFilter }: RecordsTabProps) {
  const c = useCertificatesText()
  const t = useText()
  const errorText = useErrorText()
  const locale = useLocale()
  const [status, setStatus] = useState<CertificateStatus | 'all'>('all')
  const question = JSON.stringify([filter, status])
  const [at, setAt] = useState({ question, offset: 0 })
  const offset = at.question === question ? at.offset : 0
  const [asked, setAsked] = useState<Asked>()
  const [said, setSaid] = useState<Said>()
  const load = useCallback(() => {
    const request: Request<'certificates.list'> = {
      filter,
      status: status === 'all' ? null : status,
      offset,
      limit: PAGE_ROWS,
    }
    return unwrap(window.api.certificates.list(request))
  }, [filter, status, offset])
  const loaded = useLoaded(load)
  const job = useJob(loaded.reload)

  const ready = loaded.status === 'ready' ? loaded.value : undefined

  /** Runs a call and shows its result. */
  const run = async (work: () => Promise<Said | undefined>) => {
    setSaid(undefined)
    try {
      setSaid(await work())
    } catch (error) {
      const code = codeOf(error)
      if (code === 'stale') loaded.reload()
      setSaid({ kind: code === 'cancelled' ? 'plain' : 'attention', text: errorText(code) })
    }
  }
  const done = (text: string, statusList: 'none' | 'written' | 'not-written'): Said => {
    loaded.reload()
    setAsked(undefined)
    // A published list that was never saved here is mentioned, too, because verifiers elsewhere wait for it.
    const told = statusList === 'none' && ready?.statusList == null ? undefined : statusList
    return {
      kind: told === undefined || told === 'written' ? 'good' : 'attention',
      text: told === undefined ? text : `${text} ${c(`status-list.${told}`)}`,
    }
  }
  const issue = (seen: string) =>
    run(async () => {
      job.follow(await unwrap(window.api.certificates.issue({ filter, seen })))
      return undefined
    })
  const savePdfs = () =>
    run(async () => {
      job.follow(await unwrap(window.api.certificates.savePdfs({ filter, paper: usualPaper(), locale })))
      return undefined
    })
  const exportRevocations = () =>
    run(async () => {
      const { file, count } = await unwrap(window.api.certificates.exportRevocations())
      return { kind: 'good', text: c('export-revocations.done', { file, count }) }
    })
  const saveStatusList = () =>
    run(async () => {
      const { file, address } = await unwrap(window.api.certificates.saveStatusList())
      return { kind: 'good', text: c('status-list.saved', { file, address }) }
    })
  const revoke = (row: CertificateRow, reason: string) =>
    run(async () => {
      const { statusList } = await unwrap(window.api.certificates.revoke({ certificate: row.id, reason }))
      return done(c('revoke.done', { id: row.id }), statusList)
    })
  const reissue = (row: CertificateRow) =>
    run(async () => {
      const { certificate, statusList } = await unwrap(
        window.api.certificates.reissue({ certificate: row.id }),
      )
      return done(c('reissue.done', { id: certificate }), statusList)
    })

  const busy = job.state?.state === 'running'
  const filtered = question !== JSON.stringify([EVERYTHING, 'all'])
  return (
    <>
      <div className="row certificates-bar">
        <Select
          label={c('list.status')}
          compact
          value={status}
          options={(['all', ...CERTIFICATE_STATUSES] as const).map((id) => ({ id, text: c(`status.${id}`) }))}
          onChange={setStatus}
        />
        <span className="grow" />
        <Button onPress={() => setAsked({ what: 'verify' })}>{c('verify.open')}</Button>
        {ready?.issuesHere && (
          <Button onPress={() => void exportRevocations()}>{c('export-revocations')}</Button>
        )}
        {ready?.issuesHere && ready.statusList !== null && (
          <Button onPress={() => void saveStatusList()}>{c('status-list.save')}</Button>
        )}
        <Button isDisabled={busy} onPress={() => void savePdfs()}>
          {c('save-pdfs')}
        </Button>
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
      <JobNotice state={job.state} onCancel={job.cancel} />
      {ready?.issuesHere === false && <Notice>{c('device')}</Notice>}
      {ready && ready.waiting > 0 && !busy && (
        <Notice
          actions={
            <Button kind="primary" onPress={() => void issue(ready.waitingSeen)}>
              {c('issue.go', { count: ready.waiting })}
            </Button>
          }
        >
          {c('issue.waiting', { count: ready.waiting })}
        </Notice>
      )}
      {ready && ready.unprintable.count > 0 && <UnprintableNotice unprintable={ready.unprintable} />}
      {loaded.status === 'waiting' && <p className="waiting">{t('app.loading')}</p>}
      <NotLoaded of={[loaded]} />
      {ready && ready.rows.length === 0 && (
        <Nothing
          filtered={filtered}
          onClear={() => {
            setStatus('all')
            onFilter(EVERYTHING)
          }}
        >
          {c('list.empty')}
        </Nothing>
      )}
      {ready && ready.rows.length > 0 && (
        <>
          <CertificateTable
            rows={ready.rows}
            mayIssue={ready.issuesHere}
            onRevoke={(row) => setAsked({ what: 'revoke', row })}
            onReissue={(row) => setAsked({ what: 'reissue', row })}
          />
          <Pages
            offset={offset}
            rows={ready.rows.length}
            total={ready.total}
            onMove={(next) => setAt({ question, offset: next })}
          />
        </>
      )}
      {asked?.what === 'verify' && <VerifyDialog onClose={() => setAsked(undefined)} />}
      {asked?.what === 'revoke' && (
        <RevokeDialog
          row={asked.row}
          onClose={() => setAsked(undefined)}
          onRevoke={(reason) => void revoke(asked.row, reason)}
        />
      )}
      {asked?.what === 'reissue' && (
        <ReissueDialog
          row={asked.row}
          onClose={() => setAsked(undefined)}
          onReissue={() => void reissue(asked.row)}
        />
      )}
    </>
  )
}

function Pages({
  offset,
  rows,
  total,
  onMove,
}: {
  readonly offset: number
  readonly rows: number
  readonly total: number
  readonly onMove: (offset: number) => void
}) {
  const c = useCertificatesText()
  const r = useRecordsText()
  return (
    <nav className="row pager" aria-label={c('list.pages')}>
      <Live>
        <span className="muted dense">
          {total > PAGE_ROWS
            ? c('list.range', { from: offset + 1, to: offset + rows, total })
            : c('list.all', { n: total })}
        </span>
      </Live>
      {total > PAGE_ROWS && (
        <>
          <Button isDisabled={offset === 0} onPress={() => onMove(Math.max(0, offset - PAGE_ROWS))}>
            {r('pages.previous')}
          </Button>
          <Button isDisabled={offset + rows >= total} onPress={() => onMove(offset + PAGE_ROWS)}>
            {r('pages.next')}
          </Button>
        </>
      )}
    </nav>
  )
}

import type { StandingStatus } from '../../domain/records/filter'
import type { Outcome } from '../../domain/scoring'
import { useLocale } from '../i18n'
import { shortWrittenDay } from '../i18n/dates'
import { Button } from '../ui'
import { useRecordsText, type RecordsText } from './words'

const STATUS_TONE: Readonly<Record<StandingStatus, string>> = {
  open: '',
  'in-progress': '',
  late: 'tone-attention',
  failed: 'tone-attention',
  complete: 'tone-good',
  expired: 'tone-attention',
  revoked: 'tone-attention',
}

/** Shows the status of somebody in a course. */
export function Status({ status }: { readonly status: StandingStatus }) {
  const t = useRecordsText()
  return <span className={`tone ${STATUS_TONE[status]}`}>{t(`status.${status}`)}</span>
}

/** Returns "2 of 6", or a dash where there is nothing to count. */
export const countOf = (t: RecordsText, n: number, all: number): string =>
  all === 0 ? '—' : t('row.of', { n, all })

/** Shows the first cells of a row about a person: name, employee number and team. A press opens the person. */
export function WhoCells({
  who,
  onOpen,
}: {
  readonly who: { readonly name: string; readonly number: string; readonly team: string | null }
  readonly onOpen: () => void
}) {
  return (
    <>
      <th scope="row" className="names">
        <Button className="open-row" onPress={onOpen}>
          {who.name}
        </Button>
      </th>
      <td className="mono">{who.number}</td>
      <td>{who.team ?? '—'}</td>
    </>
  )
}

/** Shows the number of a certificate and the end of its validity, as a link if the certificate may be opened. */
export function CertificateOf({
  id,
  until,
  open,
}: {
  readonly id: string | null
  readonly until: string | null
  readonly open?: { readonly label: string; readonly onPress: () => void } | undefined
}) {
  const t = useRecordsText()
  const locale = useLocale()
  if (id === null) return '—'
  return (
    <>
      {open ? (
        <Button kind="link" aria-label={open.label} onPress={open.onPress}>
          <span className="mono">{id}</span>
        </Button>
      ) : (
        <span className="mono">{id}</span>
      )}
      {until !== null && <small>{t('row.until', { day: shortWrittenDay(until, locale) })}</small>}
    </>
  )
}

export interface AttemptEnd {
  readonly setAside: boolean
  readonly ended: boolean
  /** Missing if results are not shown. */
  readonly outcome?: Outcome | null | undefined
  readonly critical?: readonly string[] | undefined
}

/** Shows the result of an attempt. */
export function AttemptOutcome({ setAside, ended, outcome, critical = [] }: AttemptEnd) {
  const t = useRecordsText()
  const served = outcome === 'hit' || outcome === 'correct-service'
  const tone = critical.length > 0 ? 'tone-critical' : served ? 'tone-good' : outcome ? 'tone-attention' : ''
  const text = () => {
    if (setAside) return t('outcome.set-aside')
    if (!ended) return t('outcome.running')
    if (!outcome) return t('outcome.ended')
    const words = t(`outcome.${outcome}`)
    return critical.length > 0 ? t('outcome.critical', { outcome: words }) : words
  }
  return <span className={`tone ${tone}`}>{text()}</span>
}

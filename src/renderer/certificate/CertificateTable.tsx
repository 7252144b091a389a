import type { CertificateRow } from '../../bridge'
import { useNavigation } from '../session/navigation'
import { useLocale, useLocalized } from '../i18n'
import { shortWrittenDay } from '../i18n/dates'
import { Button, TableBox } from '../ui'
import { useCertificatesText } from './words'

const TONES = {
  valid: 'tone-good',
  'expires-soon': 'tone-attention',
  expired: 'tone-attention',
  revoked: 'tone-attention',
  unsigned: '',
} as const

export function CertificateTable({
  rows,
  mayIssue,
  onRevoke,
  onReissue,
}: {
  readonly rows: readonly CertificateRow[]
  readonly mayIssue: boolean
  readonly onRevoke: (row: CertificateRow) => void
  readonly onReissue: (row: CertificateRow) => void
}) {
  const c = useCertificatesText()
  const locale = useLocale()
  const localized = useLocalized()
  const { go } = useNavigation()
  return (
    <TableBox label={c('list.label')}>
      <thead>
        <tr>
          <th scope="col">{c('col.name')}</th>
          <th scope="col">{c('col.course')}</th>
          <th scope="col">{c('col.status')}</th>
          <th scope="col">{c('col.issued')}</th>
          <th scope="col">{c('col.until')}</th>
          <th scope="col">{c('col.id')}</th>
          <th scope="col">{c('col.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { id, personName: name, status } = row
          const inForce = status !== 'revoked' && status !== 'expired'
          return (
            <tr key={id}>
              <th scope="row">
                {name}
                <small className="mono">{row.personNumber}</small>
              </th>
              <td className="wraps">{localized(row.courseTitle)}</td>
              <td className="wraps">
                <span className={`tone ${TONES[status]}`}>
                  {c(row.superseded ? 'status.superseded' : `status.${status}`)}
                </span>
                {row.revokedReason !== null && <small>{row.revokedReason}</small>}
              </td>
              <td>{shortWrittenDay(row.issuedOn, locale)}</td>
              <td>{shortWrittenDay(row.validUntilOn, locale)}</td>
              <td className="mono">{id}</td>
              <td>
                <div className="row certificates-actions">
                  <Button
                    kind="link"
                    aria-label={c('open-what', { id, name })}
                    onPress={() => go({ name: 'certificate', id, from: { name: 'records' } })}
                  >
                    {c('open')}
                  </Button>
                  {mayIssue && inForce && (
                    <>
                      <Button
                        kind="link"
                        aria-label={c('reissue-what', { id, name })}
                        onPress={() => onReissue(row)}
                      >
                        {c('reissue')}
                      </Button>
                      <Button
                        kind="link"
                        aria-label={c('revoke-what', { id, name })}
                        onPress={() => onRevoke(row)}
                      >
                        {c('revoke')}
                      </Button>
                    </>
                  )}
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </TableBox>
  )
}

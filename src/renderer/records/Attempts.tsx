import { useCallback, useState } from 'react'
import type { AttemptRow } from '../../bridge'
import { useLoaded } from '../app/use-loaded'
import { unwrap } from '../api'
import { useLocale, useLocalized, useText, type Text } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { LoadFailed, Nothing, PAGE_ROWS, Pager, type RecordsTabProps } from './parts'

export default function Attempts({ filter, onFilter }: RecordsTabProps) {
  const { search } = filter
  const onClear = () => onFilter({ ...filter, search: '' })
  const t = useText()
  const [page, setPage] = useState({ search, offset: 0 })
  const offset = page.search === search ? page.offset : 0
  const load = useCallback(
    () => unwrap(window.api.records.attempts({ search, offset, limit: PAGE_ROWS })),
    [search, offset],
  )
  const loaded = useLoaded(load)
  if (loaded.status === 'waiting') return <p className="waiting">{t('app.loading')}</p>
  if (loaded.status === 'failed') return <LoadFailed error={loaded.error} onRetry={loaded.reload} />
  const { rows, total } = loaded.value
  if (rows.length === 0) return <Nothing search={search} onClear={onClear} />
  return (
    <>
      <Table rows={rows} />
      <Pager
        offset={offset}
        shown={rows.length}
        total={total}
        onMove={(next) => setPage({ search, offset: next })}
      />
    </>
  )
}

function outcomeText(row: AttemptRow, t: Text): string {
  if (row.outcome === null) return t('records.outcome.running')
  const outcome = t(`records.outcome.${row.outcome}`)
  return row.critical.length > 0 ? t('records.outcome.critical', { outcome }) : outcome
}

function toneOf(row: AttemptRow): string {
  if (row.critical.length > 0) return 'tone-critical'
  if (row.outcome === 'hit' || row.outcome === 'correct-service') return 'tone-good'
  return row.outcome === null ? '' : 'tone-attention'
}

function Table({ rows }: { readonly rows: readonly AttemptRow[] }) {
  const t = useText()
  const locale = useLocale()
  const localized = useLocalized()
  return (
    // It scrolls sideways in a narrow window, so that it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table" aria-label={t('records.attempts')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('records.col.name')}</th>
            <th scope="col">{t('records.col.number')}</th>
            <th scope="col">{t('records.col.scenario')}</th>
            <th scope="col">{t('records.col.outcome')}</th>
            <th scope="col" className="number">
              {t('records.col.score')}
            </th>
            <th scope="col">{t('records.col.mode')}</th>
            <th scope="col">{t('records.col.started')}</th>
            <th scope="col">{t('records.col.course')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.personName}</th>
              <td className="mono">{row.personNumber}</td>
              <td className="wraps">{localized(row.scenarioTitle)}</td>
              <td>
                <span className={`tone ${toneOf(row)}`}>{outcomeText(row, t)}</span>
              </td>
              <td className="number">{row.scorePercent ?? '—'}</td>
              <td>{t(`records.mode.${row.mode}`)}</td>
              <td>{dateAndTime(row.startedAt, locale)}</td>
              <td className="wraps">{localized(row.courseTitle)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

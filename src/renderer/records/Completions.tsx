import { useCallback, useState } from 'react'
import type { CompletionRow } from '../../bridge'
import { useLoaded } from '../app/use-loaded'
import { unwrap } from '../api'
import { useLocale, useLocalized, useText } from '../i18n'
import { shortDate, percent } from '../i18n/dates'
import { figuresOf } from './figures'
import { LoadFailed, Nothing, PAGE_ROWS, Pager, type RecordsTabProps } from './parts'

const TONE: Readonly<Record<CompletionRow['status'], string>> = {
  open: '',
  'in-progress': '',
  complete: 'tone-good',
  failed: 'tone-attention',
}

export default function Completions({ filter, onFilter }: RecordsTabProps) {
  const { search } = filter
  const onClear = () => onFilter({ ...filter, search: '' })
  const t = useText()
  const [page, setPage] = useState({ search, offset: 0 })
  const offset = page.search === search ? page.offset : 0
  const load = useCallback(() => unwrap(window.api.records.completions({ search })), [search])
  const loaded = useLoaded(load)
  if (loaded.status === 'waiting') return <p className="waiting">{t('app.loading')}</p>
  if (loaded.status === 'failed') return <LoadFailed error={loaded.error} onRetry={loaded.reload} />
  const rows = loaded.value
  if (rows.length === 0) return <Nothing search={search} onClear={onClear} />
  const shown = rows.slice(offset, offset + PAGE_ROWS)
  return (
    <>
      <Counts rows={rows} />
      <Table rows={shown} />
      <Pager
        offset={offset}
        shown={shown.length}
        total={rows.length}
        onMove={(next) => setPage({ search, offset: next })}
      />
    </>
  )
}

function Counts({ rows }: { readonly rows: readonly CompletionRow[] }) {
  const t = useText()
  const locale = useLocale()
  const figures = figuresOf(rows)
  const shareText = (ratio: number | null) => (ratio === null ? '—' : percent(ratio, locale))
  const counts: readonly (readonly [value: string, label: string, tone?: string])[] = [
    [String(figures.enrolled), t('records.count.enrolled', { n: figures.enrolled })],
    [String(figures.complete), t('records.count.complete', { share: shareText(figures.completeShare) })],
    [String(figures.inProgress), t('records.count.in-progress')],
    [String(figures.failed), t('records.count.failed'), figures.failed > 0 ? 'count-attention' : ''],
    [shareText(figures.missedShare), t('records.count.missed')],
    [shareText(figures.turnedAwayShare), t('records.count.turned-away')],
  ]
  return (
    <ul className="counts" aria-label={t('records.counts')}>
      {counts.map(([value, label, tone = '']) => (
        <li key={label} className={tone}>
          <b>{value}</b>
          <span>{label}</span>
        </li>
      ))}
      <li className="meter" aria-hidden="true">
        <i style={{ width: `${(figures.completeShare ?? 0) * 100}%` }} />
      </li>
    </ul>
  )
}

function Table({ rows }: { readonly rows: readonly CompletionRow[] }) {
  const t = useText()
  const locale = useLocale()
  const localized = useLocalized()
  const of = (n: number, all: number) => (all === 0 ? '—' : t('records.of', { n, all }))
  return (
    // It scrolls sideways in a narrow window, so that it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table" aria-label={t('records.completion')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('records.col.name')}</th>
            <th scope="col">{t('records.col.number')}</th>
            <th scope="col">{t('records.col.course')}</th>
            <th scope="col">{t('records.col.status')}</th>
            <th scope="col">{t('records.col.done')}</th>
            <th scope="col" className="number">
              {t('records.col.score')}
            </th>
            <th scope="col">{t('records.col.missed')}</th>
            <th scope="col">{t('records.col.turned-away')}</th>
            <th scope="col">{t('records.col.certificate')}</th>
            <th scope="col">{t('records.col.last')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.personNumber} ${row.course}`}>
              <th scope="row">{row.personName}</th>
              <td className="mono">{row.personNumber}</td>
              <td className="wraps">{localized(row.courseTitle)}</td>
              <td>
                <span className={`tone ${TONE[row.status]}`}>{t(`records.status.${row.status}`)}</span>
              </td>
              <td>{of(row.modulesDone, row.modules)}</td>
              <td className="number">{row.scorePercent ?? '—'}</td>
              <td>{of(row.missed, row.attacks)}</td>
              <td>{of(row.turnedAway, row.legitimate)}</td>
              <td className="mono">{row.certificate ?? '—'}</td>
              <td>{row.lastActivity === null ? '—' : shortDate(row.lastActivity, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { useCallback } from 'react'
import type { GroupResultsView } from '../../bridge'
import { EVERYTHING } from '../../domain/records/filter'
import { hasUsefulInterval, share, type Estimate } from '../../domain/scoring'
import type { Channel, Tactic } from '../../domain/scenario/vocabulary'
import { useLoaded } from '../ui/use-loaded'
import { unwrap } from '../api'
import { useDebriefText } from '../debrief/words'
import { useLocale, useLocalized } from '../i18n'
import { longDate, percent } from '../i18n/dates'
import { Button, Live, Notice, TableBox } from '../ui'
import type { RecordsTabProps } from '../lists/parts'
import { Sensitivity } from './Sensitivity'
import { useResultsText } from './use-results-text'
import { NotLoaded } from '../lists/NotLoaded'
import './results.css'

type Counts = NonNullable<GroupResultsView['all']>
type Rows = readonly { readonly name: string; readonly counts: Counts }[]

/** Shows the results of a group: where it stops attacks, where it serves customers, and where it does not yet. */
export default function Results({ filter, onFilter }: RecordsTabProps) {
  const t = useResultsText()
  const load = useCallback(() => unwrap(window.api.records.results({ filter })), [filter])
  const loaded = useLoaded(load)
  if (loaded.status === 'waiting') {
    return (
      <Live>
        <p className="waiting">{t('counting')}</p>
      </Live>
    )
  }
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  const { value } = loaded
  if (!value.all) {
    const { release } = value
    const groups = { ...EVERYTHING, sites: filter.sites, teams: filter.teams, courses: filter.courses }
    return (
      <Live>
        {release?.groupsOnly ? (
          <Notice actions={<Button onPress={() => onFilter(groups)}>{t('groups-only.clear')}</Button>}>
            {t('groups-only')}
          </Notice>
        ) : (
          <Notice>{t('not-released', { smallest: release?.smallestGroup ?? 0 })}</Notice>
        )}
      </Live>
    )
  }
  if (value.all.attempts === 0) {
    const filtered = JSON.stringify(filter) !== JSON.stringify(EVERYTHING)
    return (
      <div className="nothing">
        <Live>
          <p>{t(filtered ? 'nothing-found' : 'empty')}</p>
        </Live>
        {filtered && <Button onPress={() => onFilter(EVERYTHING)}>{t('clear')}</Button>}
      </div>
    )
  }
  return <Shown results={value} all={value.all} />
}

function Shown({ results, all }: { readonly results: GroupResultsView; readonly all: Counts }) {
  const t = useResultsText()
  const localized = useLocalized()
  const locale = useLocale()
  const { release } = results
  const titles = new Map(results.byScenario.map(({ name, title }) => [name, localized(title)]))
  return (
    <div className="results">
      <Figures all={all} />
      <Sensitivity counts={all} people={all.people} />
      {release?.until && (
        <p className="muted dense">
          {t('released-note', { smallest: release.smallestGroup, until: longDate(release.until, locale) })}
        </p>
      )}
      <div className="results-columns">
        <Competencies rows={results.byCompetency} />
        <Table
          title={t('by-channel')}
          rows={results.byChannel}

          nameOf={(name) => (name === '' ? t('no-channel') : t(`channel.${name as Channel}`))}
        />
      </div>
      <Table
        title={t('by-tactic')}
        rows={results.byTactic}

        attacksOnly
        nameOf={(name) => t(`tactic.${name as Tactic}`)}
      />
      <Table
        title={t('by-scenario')}
        rows={results.byScenario}

        nameOf={(name) => titles.get(name) ?? name}
      />
      <Table
        title={t('by-team')}
        rows={results.byTeam}

        nameOf={(name) => (name === '' ? t(release ? 'small-teams' : 'no-team') : name)}
      />
    </div>
  )
}

function Figures({ all }: { readonly all: Counts }) {
  const t = useResultsText()
  const locale = useLocale()
  const number = (n: number) => new Intl.NumberFormat(locale).format(n)
  const missed = share(all.attacks - all.hits, all.attacks)
  const turnedAway = share(all.falseAlarms, all.legitimate)
  const interval = (estimate: Estimate | undefined) => {
    if (!estimate) return ''
    if (!hasUsefulInterval(estimate)) return t('few')
    return t('interval', { low: Math.round(estimate.low * 100), high: Math.round(estimate.high * 100) })
  }
  const figures: readonly (readonly [value: string, label: string, tone?: string])[] = [
    [number(all.people), t('people', { n: all.people })],
    [number(all.attempts), t('attempts', { n: all.attempts })],
    [missed ? percent(missed.value, locale) : '—', t('missed', { interval: interval(missed) })],
    [
      turnedAway ? percent(turnedAway.value, locale) : '—',
      t('turned-away', { interval: interval(turnedAway) }),
    ],
    [number(all.critical), t('critical', { n: all.critical }), all.critical > 0 ? 'count-critical' : ''],
  ]
  return (
    <ul className="counts results-counts" aria-label={t('figures')}>
      {figures.map(([value, label, tone = '']) => (
        <li key={label} className={tone}>
          <b>{value}</b>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  )
}

/** Draws a share as a dot on a line from 0 to 100 %, with its interval. The numbers stand beside it. */
function Share({ count, total }: { readonly count: number; readonly total: number }) {
  const t = useResultsText()
  const locale = useLocale()
  const estimate = share(count, total)
  if (!estimate) return <span className="muted">—</span>
  const { value, low, high } = estimate
  const said = {
    value: percent(value, locale),
    count,
    total,
    low: percent(low, locale),
    high: percent(high, locale),
  }
  return (
    <span className="share">
      <span className="visually-hidden">{t('share-of', said)}</span>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <line className="share-all" x1="0" x2="100" y1="6" y2="6" />
        <line className="share-interval" x1={low * 100} x2={high * 100} y1="6" y2="6" />
        <line className="share-value" x1={value * 100} x2={value * 100} y1="1" y2="11" />
      </svg>
      <span className="share-text mono" aria-hidden="true">
        {said.value}
      </span>
      <span className="muted caption-text" aria-hidden="true">
        {t('of', { count, total })}
      </span>
    </span>
  )
}

function Competencies({ rows }: { readonly rows: GroupResultsView['byCompetency'] }) {
  const t = useResultsText()
  const locale = useLocale()
  const competency = useDebriefText()
  return (
    <section aria-label={t('by-competency')}>
      <h2>{t('by-competency')}</h2>
      <p className="muted dense">{t('by-competency.text')}</p>
      <div className="competencies">
        {rows.map(({ name, points }) => (
          <div key={name}>
            <span>{competency(name)}</span>
            <i
              className={points.earned / Math.max(1, points.possible) >= 0.75 ? '' : 'some'}
              aria-hidden="true"
            >
              <u style={{ width: `${(points.earned / Math.max(1, points.possible)) * 100}%` }} />
            </i>
            <em className="mono">{percent(points.earned / Math.max(1, points.possible), locale)}</em>
          </div>
        ))}
      </div>
    </section>
  )
}

function Table({
  title,
  rows,
  nameOf,
  attacksOnly = false,
}: {
  readonly title: string
  readonly rows: Rows
  readonly nameOf: (name: string) => string
  readonly attacksOnly?: boolean
}) {
  const t = useResultsText()
  const locale = useLocale()
  const number = (n: number) => new Intl.NumberFormat(locale).format(n)
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <TableBox label={title} underHeading>
        <thead>
          <tr>
            <th scope="col">{t('col.name')}</th>
            <th scope="col" className="number">
              {t('col.people')}
            </th>
            <th scope="col" className="number">
              {t('col.attempts')}
            </th>
            <th scope="col">{t('col.missed')}</th>
            {!attacksOnly && <th scope="col">{t('col.turned-away')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row" className="wraps">
                {nameOf(name)}
              </th>
              <td className="number">{number(counts.people)}</td>
              <td className="number">{number(counts.attempts)}</td>
              <td>
                <Share count={counts.attacks - counts.hits} total={counts.attacks} />
              </td>
              {!attacksOnly && (
                <td>
                  <Share count={counts.falseAlarms} total={counts.legitimate} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </TableBox>
    </section>
  )
}

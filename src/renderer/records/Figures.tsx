import type { StandingFiguresView } from '../../bridge'
import { hasUsefulInterval } from '../../domain/scoring'
import { useLocale } from '../i18n'
import { percent } from '../i18n/dates'
import { useRecordsText } from '../lists/words'

interface Card {
  readonly id: string
  readonly value: string
  readonly label: string
  readonly tone?: string
  /** The ends of an interval, and the sentence that explains them. */
  readonly interval?: readonly [text: string, sentence: string]
  /** The filled part of a bar under the label, 0 to 1. */
  readonly meter?: number
}

/** Shows counts over the group of the filter. Shares of decisions come with their 95 % interval. */
export function Figures({ figures }: { readonly figures: StandingFiguresView }) {
  const t = useRecordsText()
  const locale = useLocale()
  const { rows, people, complete, expired, revoked, inProgress, open, late, results, release } = figures
  const number = (value: number) => value.toLocaleString(locale)
  const completeShare = rows === 0 ? 0 : complete / rows
  const share = rows === 0 ? '—' : percent(completeShare, locale)
  const failed = results?.failed ?? 0
  const ofDecisions = (id: 'missed' | 'turned-away'): Card => {
    const label = t(`figure.${id}`)
    const estimate = id === 'missed' ? results?.missed : results?.turnedAway
    if (!results) {
      const why = t(release?.groupsOnly ? 'figure.groups-only' : 'figure.not-released')
      return { id, value: '—', label: `${label}, ${why}` }
    }
    if (!estimate) return { id, value: '—', label }
    if (!hasUsefulInterval(estimate))
      return { id, value: percent(estimate.value, locale), label: `${label}, ${t('figure.few')}` }
    const [low, high] = [percent(estimate.low, locale), percent(estimate.high, locale)]
    return {
      id,
      value: percent(estimate.value, locale),
      label,
      interval: [
        t('figure.interval', { low: low.replace(/\s*%/, ''), high: high.replace(/\s*%/, '') }),
        t('figure.interval.explained', { low, high }),
      ],
    }
  }
  const cards: readonly Card[] = [
    {
      id: 'people',
      value: number(people),
      label:
        rows === people ? t('figure.people', { n: people }) : t('figure.people.rows', { n: people, rows }),
    },
    {
      id: 'complete',
      value: number(complete),
      label:
        expired + revoked > 0
          ? t('figure.complete.over', { share, expired, revoked, both: String(expired > 0 && revoked > 0) })
          : t('figure.complete', { share }),
      meter: completeShare,
    },
    {
      id: 'under-way',
      value: number(inProgress),
      label: failed > 0 ? t('figure.under-way.failed', { open, failed }) : t('figure.under-way', { open }),
    },
    {
      id: 'late',
      value: number(late),
      label: t('figure.late'),
      ...(late > 0 ? { tone: 'count-attention' } : {}),
    },
    ofDecisions('missed'),
    ofDecisions('turned-away'),
  ]
  return (
    <ul className="counts" aria-label={t('figure.title')}>
      {cards.map(({ id, value, label, tone = '', interval, meter }) => (
        <li key={id} className={tone}>
          <b>{value}</b>
          <span>
            {label}
            {interval && (
              <>
                {' '}
                <span aria-hidden="true" className="interval" title={interval[1]}>
                  ({interval[0]})
                </span>
                <span className="visually-hidden">{interval[1]}</span>
              </>
            )}
          </span>
          {meter !== undefined && (
            <span className="meter" aria-hidden="true">
              <i style={{ width: `${meter * 100}%` }} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

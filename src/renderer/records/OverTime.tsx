import { useCallback, useId } from 'react'
import type { RecordFilter } from '../../domain/records/filter'
import { useLoaded } from '../ui/use-loaded'
import { unwrap } from '../api'
import { useLocale } from '../i18n'
import { longWrittenDay, percent, shortWrittenDay } from '../i18n/dates'
import { overTime, type TimePoint } from './over-time'
import { useRecordsText } from '../lists/words'
import { NotLoaded } from '../lists/NotLoaded'

const today = () => new Date().toISOString().slice(0, 10)

/** With fewer enrolments the sentence says everything that a curve would. */
const FEWEST_FOR_A_CURVE = 5

/** Draws how completion has grown for the people of the filter. The numbers are also there as a table. */
export function OverTime({ filter, rows }: { readonly filter: RecordFilter; readonly rows: number }) {
  const t = useRecordsText()
  const locale = useLocale()
  const title = useId()
  const hasCurve = rows >= FEWEST_FOR_A_CURVE
  const box = hasCurve ? 'over-time' : 'over-time over-time-few'
  const load = useCallback(() => unwrap(window.api.records.completed({ filter: filter })), [filter])
  const loaded = useLoaded(load)
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  if (loaded.status !== 'ready') return <div className={box} aria-hidden="true" />
  const points = overTime(loaded.value, today())
  const last = points[points.length - 1]
  if (!last) return <p className="over-time over-time-none">{t('over-time.none')}</p>
  const lately = overTimeLately(loaded.value)
  const shareOf = (total: number) => (rows === 0 ? 0 : Math.min(1, total / rows))
  return (
    <figure className={box} aria-labelledby={title}>
      <figcaption>
        <b id={title}>{t('over-time.title')}</b>
        <span>
          {t('over-time.summary', {
            complete: last.total,
            all: rows,
            day: longWrittenDay(last.day, locale),
            lately,
          })}
        </span>
      </figcaption>
      {hasCurve && <Curve points={points} shareOf={shareOf} />}
      <details>
        <summary>{t('over-time.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('over-time.until')}</th>
              <th scope="col">{t('over-time.new')}</th>
              <th scope="col">{t('over-time.total')}</th>
              <th scope="col">{t('over-time.share')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, added, total }) => (
              <tr key={day}>
                <th scope="row">{shortWrittenDay(day, locale)}</th>
                <td>{added.toLocaleString(locale)}</td>
                <td>{total.toLocaleString(locale)}</td>
                <td>{percent(shareOf(total), locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function overTimeLately(days: readonly { readonly day: string; readonly count: number }[]): number {
  const since = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
  return days.reduce((sum, { day, count }) => (day > since ? sum + count : sum), 0)
}

function Curve({
  points,
  shareOf,
}: {
  readonly points: readonly TimePoint[]
  readonly shareOf: (total: number) => number
}) {
  const locale = useLocale()
  const x = (i: number) => ((i * 100) / (points.length - 1)).toFixed(2)
  const y = (share: number) => ((1 - share) * 100).toFixed(2)
  // The counts are those at the end of a day, so the line stays level until the next day and then steps up.
  const line = points
    .flatMap(({ total }, i) => [
      ...(i === 0 ? [] : [`${x(i)},${y(shareOf(points[i - 1]!.total))}`]),
      `${x(i)},${y(shareOf(total))}`,
    ])
    .join(' ')
  const ends = [points[0]!, points[points.length - 1]!]
  return (
    // Everything in the curve is also in the sentence before it and in the table after it.
    <div className="curve" aria-hidden="true">
      <div className="curve-shares">
        {[1, 0.5, 0].map((share) => (
          <span key={share}>{percent(share, locale)}</span>
        ))}
      </div>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        {[0, 0.5, 1].map((share) => (
          <line key={share} className="curve-grid" x1="0" x2="100" y1={y(share)} y2={y(share)} />
        ))}
        <polygon points={`0,100 ${line} 100,100`} />
        <polyline points={line} />
      </svg>
      <div className="curve-days">
        {ends.map(({ day }) => (
          <span key={day}>{shortWrittenDay(day, locale)}</span>
        ))}
      </div>
    </div>
  )
}

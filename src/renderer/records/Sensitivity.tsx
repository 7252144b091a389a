import { sensitivity, sensitivityMayBeShown, type DetectionCounts, type Estimate } from '../../domain/scoring'
import { useLocale } from '../i18n'
import { useResultsText } from './use-results-text'

/**
 * Tells in words how well attacks and genuine contacts are told apart, and then in numbers for people who know them.
 */
export function Sensitivity({
  counts,
  people,
}: {
  readonly counts: DetectionCounts
  readonly people: number
}) {
  const t = useResultsText()
  const locale = useLocale()
  const found = sensitivityMayBeShown(counts, people) ? sensitivity(counts) : undefined
  if (!found) return <p className="muted dense">{t('apart.few')}</p>
  const { dPrime, criterion } = found
  const number = (value: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  const values = ({ value, low, high }: Estimate) => ({
    value: number(value),
    low: number(low),
    high: number(high),
  })
  const apart =
    dPrime.low <= 0 ? 'apart.none' : dPrime.value >= 2 && dPrime.low >= 1 ? 'apart.good' : 'apart.some'
  const lean = criterion.high < 0 ? 'lean.suspicious' : criterion.low > 0 ? 'lean.trusting' : 'lean.even'
  return (
    <div className="sensitivity">
      <div>
        <span className="label">{t('apart')}</span>
        <p>{t(apart)}</p>
      </div>
      <div>
        <span className="label">{t('lean')}</span>
        <p>{t(lean)}</p>
      </div>
      <details>
        <summary>{t('apart.why')}</summary>
        <p className="mono dense">{t('apart.text', values(dPrime))}</p>
        <p className="mono dense">{t('lean.text', values(criterion))}</p>
        <p className="muted dense">{t('apart.explained')}</p>
      </details>
    </div>
  )
}

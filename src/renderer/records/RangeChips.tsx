import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { RecordsView } from '../../bridge'
import type { RecordFilter } from '../../domain/records/filter'
import { COMPETENCIES } from '../../domain/scenario/vocabulary'
import { useLocale } from '../i18n'
import { shortDate } from '../i18n/dates'
import { TextField } from '../ui'
import { DateField } from '../ui/DateField'
import { FilterChip } from '../lists/FilterChip'
import { dayOf, instantOf, PERIODS, rangeOf, type Period, type Range } from './period'
import { useRecordsText } from '../lists/words'

type Chosen = Period | 'any' | 'own'

/** Chooses a named period, which moves on with the calendar, or two dates. */
export function PeriodChip({
  range,
  period,
  onChange,
}: {
  readonly range: Range
  readonly period: RecordsView['period']
  readonly onChange: (range: Range, period: Period | null) => void
}) {
  const t = useRecordsText()
  const locale = useLocale()
  const { from, to } = range
  const [own, setOwn] = useState(false)
  const dated = from !== null || to !== null
  const value: Chosen = period ?? (dated || own ? 'own' : 'any')
  const text = (instant: string, last: boolean) =>
    shortDate(new Date(Date.parse(instant) - (last ? 1 : 0)).toISOString(), locale)
  const chosen = () => {
    if (period) return t(`period.${period}`)
    if (from !== null && to !== null)
      return t('period.between', { from: text(from, false), to: text(to, true) })
    if (from !== null) return t('period.since', { from: text(from, false) })
    return to === null ? undefined : t('period.until', { to: text(to, true) })
  }
  const choose = (next: string) => {
    setOwn(next === 'own')
    const named = PERIODS.find((name) => name === next)
    if (named) onChange(rangeOf(named, new Date()), named)
    else if (next === 'any') onChange({ from: null, to: null }, null)
    else onChange(range, null)
  }
  const reversed = from !== null && to !== null && from >= to
  return (
    <FilterChip by="period" chosen={chosen()} onClear={() => choose('any')}>
      <RadioGroup aria-label={t('filter.period')} className="filter-radios" value={value} onChange={choose}>
        {(['any', ...PERIODS, 'own'] as const).map((id) => (
          <Radio key={id} value={id} className="filter-option">
            <i className="filter-dot" aria-hidden="true" />
            {t(`period.${id}`)}
          </Radio>
        ))}
      </RadioGroup>
      {value === 'own' && (
        <div className="filter-pair">
          <DateField
            label={t('period.from')}
            value={dayOf(from, false)}
            onChange={(day) => onChange({ from: instantOf(day, false), to }, null)}
          />
          <DateField
            label={t('period.to')}
            value={dayOf(to, true)}
            onChange={(day) => onChange({ from, to: instantOf(day, true) }, null)}
          />
        </div>
      )}
      {reversed && <p className="field-error">{t('period.order')}</p>}
      <p className="field-hint">{t('period.hint')}</p>
    </FilterChip>
  )
}

/** Parses a whole percent; `null` for anything else. */
const percentIn = (text: string): number | null => {
  const number = Number(text)
  return text.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= 100 ? number : null
}

/** Keeps the text as it is typed, but only reports a whole percent. */
function PercentField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}) {
  const [written, setWritten] = useState(value === null ? '' : String(value))
  return (
    <TextField
      label={label}
      inputMode="numeric"
      maxLength={3}
      value={percentIn(written) === value ? written : value === null ? written : String(value)}
      onChange={(text) => {
        setWritten(text)
        onChange(percentIn(text))
      }}
    />
  )
}

export function ScoreChip({
  filter,
  onChange,
}: {
  readonly filter: RecordFilter
  readonly onChange: (part: Pick<RecordFilter, 'scoreFrom' | 'scoreTo'>) => void
}) {
  const t = useRecordsText()
  const { scoreFrom, scoreTo } = filter
  const chosen =
    scoreFrom !== null && scoreTo !== null
      ? t('filter.score.between', { from: scoreFrom, to: scoreTo })
      : scoreFrom !== null
        ? t('filter.score.least', { from: scoreFrom })
        : scoreTo === null
          ? undefined
          : t('filter.score.most', { to: scoreTo })
  return (
    <FilterChip by="score" chosen={chosen} onClear={() => onChange({ scoreFrom: null, scoreTo: null })}>
      <div className="filter-pair" key={chosen === undefined ? 'none' : 'some'}>
        <PercentField
          label={t('filter.score.from')}
          value={scoreFrom}
          onChange={(next) => onChange({ scoreFrom: next, scoreTo })}
        />
        <PercentField
          label={t('filter.score.to')}
          value={scoreTo}
          onChange={(next) => onChange({ scoreFrom, scoreTo: next })}
        />
      </div>
      <p className="field-hint">{t('filter.score.hint')}</p>
    </FilterChip>
  )
}

const USUAL_BAR = 70

export function CompetencyChip({
  filter: { competency },
  onChange,
}: {
  readonly filter: RecordFilter
  readonly onChange: (competency: RecordFilter['competency']) => void
}) {
  const t = useRecordsText()
  const [bar, setBar] = useState<number | null>(competency?.below ?? USUAL_BAR)
  const below = competency?.below ?? bar
  return (
    <FilterChip
      by="competency"
      chosen={
        competency
          ? t('filter.competency.chosen', {
              name: t(`competency.${competency.name}`),
              below: competency.below,
            })
          : undefined
      }
      onClear={() => onChange(null)}
    >
      <RadioGroup
        aria-label={t('filter.competency')}
        className="filter-radios"
        value={competency?.name ?? ''}
        onChange={(next) => {
          const name = COMPETENCIES.find((known) => known === next)
          if (name) onChange({ name, below: below ?? USUAL_BAR })
        }}
      >
        {COMPETENCIES.map((name) => (
          <Radio key={name} value={name} className="filter-option">
            <i className="filter-dot" aria-hidden="true" />
            {t(`competency.${name}`)}
          </Radio>
        ))}
      </RadioGroup>
      <PercentField
        label={t('filter.competency.below')}
        value={below}
        onChange={(next) => {
          setBar(next)
          if (competency && next !== null) onChange({ ...competency, below: next })
        }}
      />
    </FilterChip>
  )
}

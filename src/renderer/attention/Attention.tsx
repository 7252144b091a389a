import { useCallback, useState } from 'react'
import type { PersonAttention, TeamAttention } from '../../bridge'
import { ATTENTION_DAYS, ATTENTION_REASONS } from '../../domain/records/attention'
import { codeOf, unwrap } from '../api'
import { useNavigation } from '../session/navigation'
import { useLoaded } from '../ui/use-loaded'
import { useLocale, useLocalized, useText, useErrorText } from '../i18n'
import { daysLater, longDate } from '../i18n/dates'
import type { RecordsTabProps } from '../lists/parts'
import { Button, Live, Notice, TableBox } from '../ui'
import { dayOfReason } from './day-of-reason'
import { ReminderDialog } from './ReminderDialog'
import { useAttentionText } from './words'
import { NotLoaded } from '../lists/NotLoaded'
import '../lists/lists.css'
import './attention.css'

/** Lists the teams in which people need help within the week. Opening a team replaces the list by the team's people. */
export default function Attention({ filter, choices }: RecordsTabProps) {
  const t = useAttentionText()
  const text = useText()
  const errorText = useErrorText()
  const locale = useLocale()
  const [until] = useState(() => daysLater(ATTENTION_DAYS, new Date()).toISOString())
  const [team, setTeam] = useState<{ readonly name: string | null }>()
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention'; readonly sentence: string }>()
  const load = useCallback(() => unwrap(window.api.attention.teams({ filter })), [filter])
  const teams = useLoaded(load)

  const save = async () => {
    const words = {
      due: t('calendar.due', KEPT),
      who: t('calendar.who', KEPT),
      more: t('calendar.more', KEPT),
    }
    try {
      const { file, dates } = await unwrap(window.api.attention.saveCalendar({ filter, words }))
      setSaid({ kind: 'good', sentence: t('calendar.saved', { file, dates }) })
    } catch (error) {
      const code = codeOf(error)
      if (code === 'cancelled') return
      setSaid({
        kind: 'attention',
        sentence: code === 'not-found' ? t('calendar.none') : errorText(code),
      })
    }
  }

  if (teams.status === 'waiting') return <p className="waiting">{text('app.loading')}</p>
  if (teams.status === 'failed') return <NotLoaded of={[teams]} />
  const chosen = team && teams.value.find((entry) => entry.team === team.name)
  if (chosen) return <People team={chosen.team} filter={filter} onBack={() => setTeam(undefined)} />
  return (
    <>
      <div className="row attention-head">
        <p className="muted grow">
          {t(choices.results ? 'intro' : 'intro.no-results', { day: longDate(until, locale) })}
        </p>
        <Button onPress={() => void save()}>{t('calendar')}</Button>
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.sentence}</Notice>}</Live>
      {teams.value.length === 0 ? (
        <div className="nothing">
          <p>
            <b>{t('none')}</b>
          </p>
          <p className="muted">{t('none.text')}</p>
        </div>
      ) : (
        <Teams teams={teams.value} results={choices.results} onChoose={(name) => setTeam({ name })} />
      )}
    </>
  )
}

/** Main fills in these placeholders, so they are passed on unchanged. */
const KEPT = { course: '{course}', n: '{n}', names: '{names}' }

function Teams({
  teams,
  results,
  onChoose,
}: {
  readonly teams: readonly TeamAttention[]
  readonly results: boolean
  readonly onChoose: (team: string | null) => void
}) {
  const t = useAttentionText()
  const text = useText()
  const locale = useLocale()
  const reasons = ATTENTION_REASONS.filter((reason) => results || reason !== 'failed')
  return (
    <TableBox label={text('records.attention')}>
      <thead>
        <tr>
          <th scope="col">{t('col.team')}</th>
          <th scope="col" className="number">
            {t('col.people')}
          </th>
          {reasons.map((reason) => (
            <th key={reason} scope="col" className="number">
              {t(`col.${reason}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {teams.map((entry) => {
          const name = entry.team ?? t('team.none')
          return (
            <tr key={entry.team ?? ''} className="opens">
              <th scope="row" className="names">
                <Button
                  className="open-row"
                  aria-label={t('team.show', { team: name })}
                  onPress={() => onChoose(entry.team)}
                >
                  {name}
                </Button>
              </th>
              <td className="number">{entry.people.toLocaleString(locale)}</td>
              {reasons.map((reason) => {
                const count = entry.counts[reason]
                return (
                  <td key={reason} className={count > 0 && reason === 'late' ? 'number pressing' : 'number'}>
                    {count > 0 ? count.toLocaleString(locale) : '—'}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </TableBox>
  )
}

function People({
  team,
  filter,
  onBack,
}: {
  readonly team: string | null
  readonly filter: RecordsTabProps['filter']
  readonly onBack: () => void
}) {
  const t = useAttentionText()
  const text = useText()
  const localized = useLocalized()
  const { go } = useNavigation()
  const [reminding, setReminding] = useState(false)
  const load = useCallback(() => unwrap(window.api.attention.people({ filter, team })), [filter, team])
  const people = useLoaded(load)
  const name = team ?? t('team.none')
  const title = t('team.title', { team: name })
  if (people.status === 'waiting') return <p className="waiting">{text('app.loading')}</p>
  if (people.status === 'failed') return <NotLoaded of={[people]} />
  const { rows, more } = people.value
  return (
    <section className="attention-team">
      <Button kind="link" autoFocus onPress={onBack}>
        {t('back')}
      </Button>
      <div className="row">
        <h2>{title}</h2>
        <span className="grow" />
        <Button onPress={() => setReminding(true)}>{t('remind')}</Button>
      </div>
      <TableBox label={title} underHeading>
        <thead>
          <tr>
            <th scope="col">{t('col.name')}</th>
            <th scope="col">{t('col.number')}</th>
            <th scope="col">{t('col.course')}</th>
            <th scope="col">{t('col.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.person} ${row.course}`} className="opens">
              <th scope="row" className="names">
                <Button className="open-row" onPress={() => go({ name: 'person', id: row.person })}>
                  {row.name}
                </Button>
              </th>
              <td className="mono">{row.number}</td>
              <td className="wraps">{localized(row.courseTitle)}</td>
              <td className="wraps">
                <Why row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {more && <p className="muted dense">{t('more', { n: rows.length })}</p>}
      {reminding && <ReminderDialog team={name} rows={rows} onClose={() => setReminding(false)} />}
    </section>
  )
}

function Why({ row }: { readonly row: PersonAttention }) {
  const t = useAttentionText()
  const locale = useLocale()
  const { reason } = row
  return (
    <span className={reason === 'late' ? 'tone tone-attention' : 'tone'}>
      {t(`why.${reason}`, { day: dayOfReason(row, locale) })}
    </span>
  )
}

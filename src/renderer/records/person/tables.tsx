import type { PersonView } from '../../../bridge'
import { useNavigation } from '../../app/navigation'
import { useLocale, useLocalized } from '../../i18n'
import { dateAndTime, shortDate } from '../../i18n/dates'
import { Button } from '../../ui'
import { usePersonText } from './use-person-text'

type Standing = PersonView['standings'][number]
type Attempt = NonNullable<PersonView['attempts']>[number]

const TONE: Readonly<Record<Standing['status'], string>> = {
  open: '',
  'in-progress': '',
  late: 'tone-attention',
  failed: 'tone-attention',
  complete: 'tone-good',
  expired: 'tone-attention',
}

export function Standings({ standings }: { readonly standings: readonly Standing[] }) {
  const t = usePersonText()
  const locale = useLocale()
  const localized = useLocalized()
  if (standings.length === 0) return <p className="muted">{t('courses.none')}</p>
  const withResults = standings.some(({ result }) => result !== null)
  const of = (n: number, all: number) => (all === 0 ? '—' : t('of', { n, all }))
  return (
    // It scrolls sideways in a narrow window, so that it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table" role="group" aria-label={t('courses')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('col.course')}</th>
            <th scope="col">{t('col.status')}</th>
            <th scope="col">{t('col.done')}</th>
            {withResults && (
              <>
                <th scope="col" className="number">
                  {t('col.score')}
                </th>
                <th scope="col">{t('col.missed')}</th>
                <th scope="col">{t('col.turned-away')}</th>
              </>
            )}
            <th scope="col">{t('col.due')}</th>
            <th scope="col">{t('col.certificate')}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <tr key={standing.course}>
              <th scope="row" className="wraps">
                {localized(standing.courseTitle)}
              </th>
              <td>
                <span className={`tone ${TONE[standing.status]}`}>{t(`status.${standing.status}`)}</span>
              </td>
              <td>{of(standing.modulesDone, standing.modules)}</td>
              {standing.result && (
                <>
                  <td className="number">{standing.result.scorePercent ?? '—'}</td>
                  <td>{of(standing.result.attacks - standing.result.hits, standing.result.attacks)}</td>
                  <td>{of(standing.result.falseAlarms, standing.result.legitimate)}</td>
                </>
              )}
              <td>{standing.dueAt === null ? '—' : shortDate(standing.dueAt, locale)}</td>
              <td>
                {standing.certificate === null || standing.validUntil === null
                  ? '—'
                  : t('valid-until', {
                      id: standing.certificate,
                      date: shortDate(standing.validUntil, locale),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function Attempts({
  attempts,
  inAll,
  person,
}: {
  readonly attempts: readonly Attempt[]
  readonly inAll: number
  readonly person: string
}) {
  const t = usePersonText()
  const locale = useLocale()
  const localized = useLocalized()
  const { go } = useNavigation()
  if (attempts.length === 0) return <p className="muted">{t('attempts.none')}</p>
  const outcome = (attempt: Attempt) => {
    if (attempt.setAside) return t('outcome.set-aside')
    return t(`outcome.${attempt.outcome ?? 'running'}`)
  }
  return (
    <>
      {/* It scrolls sideways in a narrow window, so that it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table" role="group" aria-label={t('attempts')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('col.scenario')}</th>
              <th scope="col">{t('col.started')}</th>
              <th scope="col">{t('col.counts')}</th>
              <th scope="col" className="number">
                {t('col.score')}
              </th>
              <th scope="col">{t('col.outcome')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('replay')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt) => {
              const title = localized(attempt.scenarioTitle)
              const date = dateAndTime(attempt.startedAt, locale)
              const tone =
                attempt.critical.length > 0
                  ? 'tone-critical'
                  : attempt.outcome === 'hit' || attempt.outcome === 'correct-service'
                    ? 'tone-good'
                    : attempt.outcome
                      ? 'tone-attention'
                      : ''
              return (
                <tr key={attempt.id}>
                  <th scope="row" className="wraps">
                    {title}
                  </th>
                  <td>{date}</td>
                  <td>{t(`mode.${attempt.mode}`)}</td>
                  <td className="number">{attempt.scorePercent ?? '—'}</td>
                  <td>
                    <span className={`tone ${tone}`}>
                      {outcome(attempt)}
                      {attempt.critical.length > 0 && `, ${t('critical')}`}
                    </span>{' '}
                    {attempt.integrity === 'altered' && <span className="chip amber">{t('altered')}</span>}
                  </td>
                  <td className="number">
                    <Button
                      kind="link"
                      aria-label={t('attempts.open', { title, date })}
                      onPress={() => go({ name: 'replay', attempt: attempt.id, person })}
                    >
                      {t('replay')}
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {inAll > attempts.length && (
        <p className="muted dense">{t('attempts.last', { shown: attempts.length, all: inAll })}</p>
      )}
    </>
  )
}

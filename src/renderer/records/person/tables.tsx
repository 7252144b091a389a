import type { PersonView } from '../../../bridge'
import { useNavigation } from '../../session/navigation'
import { useLocale, useLocalized } from '../../i18n'
import { dateAndTime, shortDate } from '../../i18n/dates'
import { Button, TableBox } from '../../ui'
import { AttemptOutcome, CertificateOf, countOf, Status } from '../../lists/cells'
import { useRecordsText } from '../../lists/words'
import { usePersonText } from './use-person-text'

type Attempt = NonNullable<PersonView['attempts']>[number]

export function Standings({ person }: { readonly person: PersonView }) {
  const { standings, certificatesOpen } = person
  const t = usePersonText()
  const r = useRecordsText()
  const locale = useLocale()
  const localized = useLocalized()
  const { go } = useNavigation()
  /** Opens a certificate, with this person's page to return to. */
  const opening = (id: string | null) =>
    id === null || !certificatesOpen
      ? undefined
      : {
          label: t('certificate.open', { id }),
          onPress: () =>
            go({ name: 'certificate', id, from: { name: 'person', id: person.id, personName: person.name } }),
        }
  if (standings.length === 0) return <p className="muted">{t('courses.none')}</p>
  const withResults = standings.some(({ result }) => result !== null)
  return (
    <TableBox label={t('courses')} underHeading>
      <thead>
        <tr>
          <th scope="col">{r('col.course')}</th>
          <th scope="col">{r('col.status')}</th>
          {withResults && (
            <>
              <th scope="col">{r('col.done')}</th>
              <th scope="col" className="number">
                {r('col.score')}
              </th>
              <th scope="col">{r('col.missed')}</th>
              <th scope="col">{r('col.turned-away')}</th>
            </>
          )}
          <th scope="col">{r('col.due')}</th>
          <th scope="col">{r('col.validity')}</th>
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <tr key={standing.course}>
            <th scope="row" className="wraps">
              {localized(standing.courseTitle)}
            </th>
            <td>
              <Status status={standing.status} />
            </td>
            {standing.result && (
              <>
                <td>{countOf(r, standing.modulesDone ?? 0, standing.modules ?? 0)}</td>
                <td className="number">{standing.result.scorePercent ?? '—'}</td>
                <td>{countOf(r, standing.result.attacks - standing.result.hits, standing.result.attacks)}</td>
                <td>{countOf(r, standing.result.falseAlarms, standing.result.legitimate)}</td>
              </>
            )}
            <td>{standing.dueAt === null ? '—' : shortDate(standing.dueAt, locale)}</td>
            <td>
              <CertificateOf
                id={standing.certificate}
                until={standing.validUntil}
                open={opening(standing.certificate)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
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
  const r = useRecordsText()
  const locale = useLocale()
  const localized = useLocalized()
  const { go } = useNavigation()
  if (attempts.length === 0) return <p className="muted">{t('attempts.none')}</p>
  return (
    <>
      <TableBox label={t('attempts')} underHeading>
        <thead>
          <tr>
            <th scope="col">{r('col.scenario')}</th>
            <th scope="col">{r('col.started')}</th>
            <th scope="col">{r('col.mode')}</th>
            <th scope="col" className="number">
              {r('col.score')}
            </th>
            <th scope="col">{r('col.outcome')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('replay')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => {
            const title = localized(attempt.scenarioTitle)
            const date = dateAndTime(attempt.startedAt, locale)
            return (
              <tr key={attempt.id}>
                <th scope="row" className="wraps">
                  {title}
                </th>
                <td>{date}</td>
                <td>{r(`mode.${attempt.mode}`)}</td>
                <td className="number">{attempt.scorePercent ?? '—'}</td>
                <td>
                  <AttemptOutcome
                    setAside={attempt.setAside}
                    ended={attempt.outcome !== null}
                    outcome={attempt.outcome}
                    critical={attempt.critical}
                  />{' '}
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
      </TableBox>
      {inAll > attempts.length && (
        <p className="muted dense">{t('attempts.last', { shown: attempts.length, all: inAll })}</p>
      )}
    </>
  )
}

import { useCallback, useState } from 'react'
import type { PersonView } from '../../../bridge'
import { useSession } from '../../session/session'
import { useNavigation } from '../../session/navigation'
import { useLoaded } from '../../ui/use-loaded'
import { unwrap } from '../../api'
import { useLocale } from '../../i18n'
import { shortDate } from '../../i18n/dates'
import { usePeopleText } from '../../people/words'
import { Button, Live, Notice, ScreenTitle } from '../../ui'
import { Sensitivity } from '../Sensitivity'
import { Attempts, Standings } from './tables'
import { Rounds } from './Rounds'
import { PersonData } from './PersonData'
import { usePersonText } from './use-person-text'
import { NotLoaded } from '../../lists/NotLoaded'
import '../../lists/lists.css'
import '../records.css'
import '../results.css'
import './person.css'

/** Shows one person as HR may see them. */
export default function Person({ id }: { readonly id: string }) {
  const t = usePersonText()
  const { go } = useNavigation()
  const load = useCallback(() => unwrap(window.api.person.view({ person: id })), [id])
  const loaded = useLoaded(load)
  const [erased, setErased] = useState<{
    readonly attempts: number
    readonly credentials: number
    readonly delivered: number
  }>()
  const back = (
    <Button kind="link" onPress={() => go({ name: 'records' })}>
      {t('back')}
    </Button>
  )
  if (erased) {
    return (
      <main className="list-page">
        {back}
        <ScreenTitle title={t('data')} />
        <Live>
          <Notice kind="good">{t('erase.done', { ...erased })}</Notice>
          {erased.delivered > 0 && (
            <Notice kind="attention">{t('erase.delivered', { n: erased.delivered })}</Notice>
          )}
        </Live>
      </main>
    )
  }
  if (loaded.status === 'waiting') return <main className="list-page" />
  if (loaded.status === 'failed') {
    return (
      <main className="list-page">
        {back}
        <NotLoaded of={[loaded]} />
      </main>
    )
  }
  return (
    <main className="list-page person-page">
      <div>{back}</div>
      <Head person={loaded.value} />
      <Page person={loaded.value} onErased={setErased} />
    </main>
  )
}

function Head({ person }: { readonly person: PersonView }) {
  const t = usePersonText()
  const people = usePeopleText()
  const locale = useLocale()
  const facts: readonly (readonly [
    'number' | 'email' | 'team' | 'site' | 'manager',
    string | null,
    string?,
  ])[] = [
    ['number', person.number, 'mono'],
    ['email', person.email],
    ['team', person.team],
    ['site', person.site],
    ['manager', person.manager],
  ]
  return (
    <header>
      <div className="row">
        <ScreenTitle title={person.name} />
        <span className="chip">{people(`role.${person.role}`)}</span>
        {person.leftAt !== null && (
          <span className="chip">{t('left', { date: shortDate(person.leftAt, locale) })}</span>
        )}
      </div>
      <dl className="person-facts" aria-label={t('details')}>
        {facts.map(([field, value, look = '']) => (
          <div key={field}>
            <dt>{t(`details.${field}`)}</dt>
            <dd className={value === null ? 'muted' : look}>{value ?? t('details.none', { field })}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

function Page({
  person,
  onErased,
}: {
  readonly person: PersonView
  readonly onErased: (erased: { attempts: number; credentials: number; delivered: number }) => void
}) {
  const t = usePersonText()
  const me = useSession((session) => session.person?.id)
  const { attempts, detection } = person
  const altered = attempts?.some(({ integrity }) => integrity === 'altered')
  const unsealed = attempts?.some(({ integrity }) => integrity === 'unsealed')
  return (
    <>
      {altered && <Notice kind="attention">{t('altered.text')}</Notice>}
      <section aria-labelledby="person-courses">
        <h2 id="person-courses">{t('courses')}</h2>
        <Standings person={person} />
      </section>
      <Rounds standings={person.standings} />
      {detection && attempts && attempts.length > 0 && <Sensitivity counts={detection} people={1} />}
      <section aria-labelledby="person-attempts">
        <h2 id="person-attempts">{t('attempts')}</h2>
        {attempts ? (
          <Attempts attempts={attempts} inAll={person.attemptsInAll ?? attempts.length} person={person.id} />
        ) : (
          <p className="muted">{t('attempts.hidden')}</p>
        )}
        {unsealed && <p className="muted dense">{t('unsealed')}</p>}
      </section>
      <PersonData person={person} own={me === person.id} onErased={onErased} />
    </>
  )
}

import { Activity, lazy, Suspense, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { regionOf, useText } from '../i18n'
import { LocaleContext, loadAllTexts } from '../i18n/text'
import { localeFor } from '../../texts/translate'
import { Learn } from '../learn/Learn'
import { FirstRun } from '../start/FirstRun'
import { BlockedSession } from '../start/BlockedSession'
import { SignedOut } from '../start/SignedOut'
import { Button, Live, Notice, ScreenTitle, TopBar } from '../ui'
import { atRest } from '../ui/at-rest'
import { AppBar } from './AppBar'
import { useSession } from '../session/session'
import { begin } from './begin'
import { ErrorBoundary } from './ErrorBoundary'
import { NavigationProvider, useNavigation } from '../session/navigation'
import { OpenedFile } from './OpenedFile'
import { StateNotices } from './StateNotices'
import { useTheme } from './theme'
import { useActivity } from './use-activity'
import './app.css'

const NoRecords = lazy(() => import('../start/NoRecords'))
const Records = lazy(() => import('../records/Records'))
const People = lazy(() => import('../people/People'))
const Person = lazy(() => import('../records/person/Person'))
const Replay = lazy(() => import('../records/person/Replay'))
const Certificate = lazy(() => import('../certificate/Certificate'))
const Studio = lazy(() => import('../studio/Studio'))
const Editor = lazy(() => import('../studio/Editor'))
const Settings = lazy(() => import('../settings/Settings'))
const PlayerScreen = lazy(async () => ({ default: (await import('./AttemptScreens')).PlayerScreen }))
const DebriefScreen = lazy(async () => ({ default: (await import('./AttemptScreens')).DebriefScreen }))

/** @param answered whether main has sent the state */
export function App({ answered: first }: { readonly answered: boolean }) {
  const [answered, setAnswered] = useState(first)
  if (answered) return <Started />
  const retry = () =>
    begin().then(
      () => setAnswered(true),
      () => undefined,
    )
  return <NoAnswer onRetry={() => void retry()} />
}

/** Shown if main did not even send the state. No language is known then but the system's. */
function NoAnswer({ onRetry }: { readonly onRetry: () => void }) {
  const locale = localeFor(navigator.language)
  useTheme('system')
  return (
    <LocaleContext value={locale}>
      <TopBar />
      <main className="page">
        <NoAnswerText onRetry={onRetry} />
      </main>
    </LocaleContext>
  )
}

function NoAnswerText({ onRetry }: { readonly onRetry: () => void }) {
  const t = useText()
  return (
    <div className="broken">
      <ScreenTitle title={t('app.no-answer.title')} />
      <Live urgent>
        <Notice kind="attention" actions={<Button onPress={onRetry}>{t('app.retry')}</Button>}>
          {t('app.no-answer')}
        </Notice>
      </Live>
    </div>
  )
}

function Started() {
  const locale = useSession((session) => session.locale)
  const person = useSession((session) => session.person?.id)
  const phase = useSession((session) => session.phase)
  useTheme(useSession((session) => session.theme))
  useActivity()
  useEffect(() => {
    document.documentElement.lang = locale
    // The texts of other screens are loaded early, so that nobody has to wait for them.
    return atRest(() => void loadAllTexts(locale))
  }, [locale])
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={regionOf(locale)}>
        {/* Another person signs in: another navigation, with nothing of the last one's on screen. */}
        <NavigationProvider key={person ?? phase}>
          <Phase />
        </NavigationProvider>
      </I18nProvider>
    </LocaleContext>
  )
}

function Phase() {
  const phase = useSession((session) => session.phase)
  const blocked = phase === 'locked' || phase === 'must-change'
  return (
    <>
      {/* What was on screen stays as it is, out of sight and at rest, until the person is back. */}
      <Activity mode={blocked ? 'hidden' : 'visible'}>
        <Place />
      </Activity>
      {blocked && (
        <>
          <TopBar />
          <div className="scroll">
            <BlockedSession key={phase} />
          </div>
        </>
      )}
    </>
  )
}

function Place() {
  const notices = useSession((session) => session.notices)
  const signedIn = useSession((session) => session.person !== null)
  const { screen, go } = useNavigation()
  const [problem, setProblem] = useState<string>()
  const inAttempt = screen.name === 'player' || screen.name === 'debrief'
  const filling = inAttempt || screen.name === 'replay' || screen.name === 'studio-document'
  return (
    <>
      {signedIn && !inAttempt && <AppBar onProblem={setProblem} />}
      {!signedIn && <TopBar />}
      <OpenedFile hidden={screen.name === 'player'} />
      <StateNotices notices={notices} hidden={signedIn && inAttempt} />
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      {/*
        One for all screens, and every change of screen is a transition: the old screen stays until the new one's code
        is there. React holds back what replaces a fallback for 300 ms, which is far longer than the code takes.
      */}
      <Suspense fallback={<Waiting />}>
        <ErrorBoundary key={screen.name} onLeave={() => go({ name: 'learn' })}>
          {filling && signedIn ? (
            <Current />
          ) : (
            <div className="scroll">
              <Current />
            </div>
          )}
        </ErrorBoundary>
      </Suspense>
    </>
  )
}

function Waiting() {
  const t = useText()
  return <p className="waiting">{t('app.loading')}</p>
}

function Current() {
  const phase = useSession((session) => session.phase)
  const { screen } = useNavigation()
  if (phase === 'no-records') return <NoRecords />
  if (phase === 'first-run') return <FirstRun />
  if (phase === 'signed-out') return <SignedOut />
  switch (screen.name) {
    case 'learn':
      return <Learn />
    case 'player':
      return <PlayerScreen attempt={screen.attempt} />
    case 'debrief':
      return <DebriefScreen attempt={screen.attempt} />
    case 'records':
      return <Records />
    case 'people':
      return <People />
    case 'person':
      return <Person key={screen.id} id={screen.id} />
    case 'replay':
      return <Replay attempt={screen.attempt} person={screen.person} />
    case 'certificate':
      return <Certificate id={screen.id} from={screen.from} />
    case 'studio':
      return <Studio />
    case 'studio-document':
      return <Editor key={`${screen.kind}/${screen.id}`} kind={screen.kind} id={screen.id} />
    case 'settings':
      return <Settings section={screen.section} />
  }
}

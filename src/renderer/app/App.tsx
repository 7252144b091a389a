import { Activity, lazy, startTransition, Suspense, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { AppState } from '../../bridge'
import { loadState } from '../api'
import { regionOf, useText } from '../i18n'
import { LocaleContext } from '../i18n/text'
import { Learn } from '../learn/Learn'
import { FirstRun } from '../start/FirstRun'
import { Held } from '../start/Held'
import { SignedOut } from '../start/SignedOut'
import { Button, Live, Notice, ScreenTitle, TopBar } from '../ui'
import { AppBar } from './AppBar'
import { AppStateContext, useAppState } from './app-state'
import { ErrorBoundary } from './ErrorBoundary'
import { NavigationProvider, useNavigation } from './navigation'
import { StateNotices } from './StateNotices'
import { useTheme } from './theme'
import { useActivity } from './use-activity'
import { useLoaded } from '../ui/use-loaded'
import './app.css'

const NoRecords = lazy(() => import('../start/NoRecords'))
const Records = lazy(() => import('../records/Records'))
const People = lazy(() => import('../people/People'))
const Person = lazy(() => import('../records/person/Person'))
const Replay = lazy(() => import('../records/person/Replay'))
const Certificate = lazy(() => import('../certificate/Certificate'))
const Settings = lazy(() => import('../settings/Settings'))
const PlayerScreen = lazy(async () => ({ default: (await import('./AttemptScreens')).PlayerScreen }))
const DebriefScreen = lazy(async () => ({ default: (await import('./AttemptScreens')).DebriefScreen }))

export function App() {
  const first = useLoaded(loadState)
  if (first.status === 'waiting') return null
  if (first.status === 'failed') return <NoAnswer onRetry={first.reload} />
  return <Started first={first.value} />
}

/** Main did not even answer what the state is, so there is no language to speak but the system's. */
function NoAnswer({ onRetry }: { readonly onRetry: () => void }) {
  const locale = navigator.language.startsWith('fr') ? 'fr' : 'en'
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

function Started({ first }: { readonly first: AppState }) {
  const [state, setState] = useState(first)
  const access = useMemo(
    () => ({ state, apply: (next: AppState) => startTransition(() => setState(next)) }),
    [state],
  )
  useTheme(state.theme)
  useActivity(state, access.apply)
  useEffect(() => {
    document.documentElement.lang = state.locale
  }, [state.locale])
  return (
    <AppStateContext value={access}>
      <LocaleContext value={state.locale}>
        <I18nProvider locale={regionOf(state.locale)}>
          {/* Another person signs in: another navigation, with nothing of the last one's on screen. */}
          <NavigationProvider key={state.person?.id ?? state.phase}>
            <Phase />
          </NavigationProvider>
        </I18nProvider>
      </LocaleContext>
    </AppStateContext>
  )
}

function Phase() {
  const { state } = useAppState()
  const held = state.phase === 'locked' || state.phase === 'must-change'
  return (
    <>
      {/* What was on screen stays as it is, out of sight and at rest, until the person is back. */}
      <Activity mode={held ? 'hidden' : 'visible'}>
        <Place />
      </Activity>
      {held && (
        <>
          <TopBar />
          <div className="scroll">
            <Held key={state.phase} />
          </div>
        </>
      )}
    </>
  )
}

function Place() {
  const { state } = useAppState()
  const { screen, go } = useNavigation()
  const [problem, setProblem] = useState<string>()
  const inAttempt = screen.name === 'player' || screen.name === 'debrief'
  const filling = inAttempt || screen.name === 'replay'
  const signedIn = state.person !== null
  return (
    <>
      {signedIn && !inAttempt && <AppBar onProblem={setProblem} />}
      {!signedIn && <TopBar />}
      <StateNotices notices={state.notices} hidden={signedIn && inAttempt} />
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
  const { state } = useAppState()
  const { screen } = useNavigation()
  if (state.phase === 'no-records') return <NoRecords />
  if (state.phase === 'first-run') return <FirstRun />
  if (state.phase === 'signed-out') return <SignedOut />
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
    case 'settings':
      return <Settings section={screen.section} />
  }
}

import { keepsRecords, writesScenarios } from '../../domain/records/roles'
import { codeOf, unwrap } from '../api'
import { useText, useErrorText } from '../i18n'
import { Button, TopBar } from '../ui'
import { applyState, useSession } from '../session/session'
import { LanguageSelect } from '../start/LanguageSelect'
import { useNavigation, type Screen } from '../session/navigation'

/** The place in the bar to which each of these screens belongs. */
const PLACE_OF: Partial<Record<Screen['name'], string>> = {
  person: 'records',
  replay: 'records',
  'studio-document': 'studio',
}

function placeOf(screen: Screen): string {
  const shown = screen.name === 'certificate' ? screen.from.name : screen.name
  return PLACE_OF[shown] ?? shown
}

export function AppBar({ onProblem }: { readonly onProblem: (sentence: string | undefined) => void }) {
  const t = useText()
  const errorText = useErrorText()
  const person = useSession((session) => session.person)
  const { screen, go } = useNavigation()
  if (!person) return null
  const places: readonly (Screen & {
    readonly name: 'learn' | 'records' | 'people' | 'studio' | 'settings'
  })[] = [
    { name: 'learn' },
    ...(keepsRecords(person.role) ? [{ name: 'records' } as const, { name: 'people' } as const] : []),
    ...(writesScenarios(person.role) ? [{ name: 'studio' } as const] : []),
    { name: 'settings' },
  ]
  const leave = async (how: 'lock' | 'signOut') => {
    try {
      await applyState(await unwrap(window.api.session[how]()))
    } catch (error) {
      onProblem(errorText(codeOf(error)))
    }
  }
  return (
    <TopBar>
      <nav className="places" aria-label={t('app.main')}>
        {places.map((place) => (
          <Button
            key={place.name}
            className="place"
            aria-current={placeOf(screen) === place.name ? 'page' : 'false'}
            onPress={() => go(place)}
          >
            {t(`nav.${place.name}`)}
          </Button>
        ))}
      </nav>
      <span className="grow" />
      <span className="chip person" title={`${person.name} · ${person.number}`}>
        <span className="person-name">{person.name}</span> <span aria-hidden="true">·</span>{' '}
        <span className="mono">{person.number}</span>
      </span>
      <LanguageSelect onProblem={onProblem} compact />
      <Button onPress={() => void leave('lock')}>{t('nav.lock')}</Button>
      <Button onPress={() => void leave('signOut')}>{t('nav.sign-out')}</Button>
    </TopBar>
  )
}

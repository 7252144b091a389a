import { app } from 'electron'
import type { API } from '../../bridge/api'
import type { AppState, InterfaceLocale, Theme } from '../../bridge/channels'
import { interfaceLocale } from '../locale'
import { showMenu } from '../menu'
import { secretKindOf } from '../people/signed-in'
import type { Services } from '../services'
import type { Handlers } from './answer'

/** The part of the services that the state comes from. */
interface StateSources {
  readonly store: Pick<Services['store'], 'setting'>
  readonly organisation: Pick<Services['organisation'], 'name' | 'settings'>
  readonly signedIn: Pick<Services['signedIn'], 'person' | 'held'>
  /** Left out while nobody is signed in. */
  readonly earlier?: Pick<Services['earlier'], 'state'>
  notices(): AppState['notices']
}

export function appState({ store, organisation, signedIn, earlier, notices }: StateSources): AppState {
  const name = organisation.name() ?? null
  const { person, held } = signedIn
  const { pin, selfJoin } = organisation.settings()
  return {
    version: app.getVersion(),
    phase: name === null ? 'first-run' : person ? (held ?? 'signed-in') : 'signed-out',
    problem: null,
    organisation: name,
    person: person ?? null,
    secret: person ? secretKindOf(person, organisation) : null,
    signIn: { pin: pin === 'required', selfJoin },
    earlier: (person && earlier?.state(person.id)) ?? null,
    locale: interfaceLocale(store.setting('locale')),
    theme: (store.setting('theme') as Theme | undefined) ?? 'system',
    shortcuts: store.setting('shortcuts') !== 'off',
    notices: notices(),
  }
}

/** From now on pages, menu and dialogs are in this language. */
export function changeLocale(store: Pick<Services['store'], 'saveSetting'>, locale: InterfaceLocale): void {
  store.saveSetting('locale', locale)
  showMenu(locale)
}

export function appHandlers(services: Services): Pick<Handlers, `app.${(typeof API)['app'][number]}`> {
  const { store } = services
  return {
    'app.state': () => appState(services),
    'app.preferences': ({ locale, theme, shortcuts }) => {
      if (locale) changeLocale(store, locale)
      if (theme) store.saveSetting('theme', theme)
      if (shortcuts !== undefined) store.saveSetting('shortcuts', shortcuts ? 'on' : 'off')
      return appState(services)
    },
    'app.clockIsRight': ({ why }, { person }) => {
      services.clock.confirm(services.around.now(), why, person!.id)
      return appState(services)
    },
  }
}

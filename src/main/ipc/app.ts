import { app } from 'electron'
import type { AppState, InterfaceLocale, Theme } from '../../bridge/channels'
import type { Services } from '../services'
import { Refused } from '../refused'
import type { Caller, Handlers } from './answer'

function preferredLocale(): InterfaceLocale {
  return app.getLocale().toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

export function appState({ store, notices }: Services, { person }: Caller): AppState {
  const organisation = store.setting('organisation') ?? null
  return {
    version: app.getVersion(),
    phase: organisation === null ? 'first-run' : person ? 'signed-in' : 'signed-out',
    organisation,
    person: person ?? null,
    locale: (store.setting('locale') as InterfaceLocale | undefined) ?? preferredLocale(),
    theme: (store.setting('theme') as Theme | undefined) ?? 'system',
    shortcuts: store.setting('shortcuts') !== 'off',
    notices: notices(),
  }
}

type AppHandlers = Pick<
  Handlers,
  'app.state' | 'app.preferences' | 'app.setUp' | 'session.signIn' | 'session.join' | 'session.signOut'
>

export function appHandlers(services: Services): AppHandlers {
  const { store, around, signedIn } = services
  const now = () => around.now().toISOString()
  const state = () => appState(services, { person: signedIn.current?.person })
  return {
    'app.state': (_request, caller) => appState(services, caller),
    'app.preferences': ({ locale, theme, shortcuts }) => {
      if (locale) store.saveSetting('locale', locale)
      if (theme) store.saveSetting('theme', theme)
      if (shortcuts !== undefined) store.saveSetting('shortcuts', shortcuts ? 'on' : 'off')
      return state()
    },
    'app.setUp': ({ organisation, name, number, locale }) => {
      if (store.setting('organisation') !== undefined) {
        throw new Refused('already-exists', 'This installation is set up already.')
      }
      // Until people have roles of their own, whoever sets up this installation also keeps its records.
      const person = { id: around.uuid(), name, number, role: 'administrator' } as const
      store.addPerson(person, now(), organisation)
      store.saveSetting('locale', locale)
      signedIn.open(person)
      return state()
    },
    'session.signIn': ({ number }) => {
      const person = store.personByNumber(number)
      if (!person)
        throw new Refused('not-found', 'Nobody with this employee number is known on this computer.')
      signedIn.open(person)
      return state()
    },
    'session.join': ({ name, number }) => {
      if (store.setting('organisation') === undefined) {
        throw new Refused('not-allowed', 'Set up this installation first.')
      }
      if (store.personByNumber(number)) {
        throw new Refused('already-exists', 'This employee number is taken. Sign in with it instead.')
      }
      const person = { id: around.uuid(), name, number, role: 'trainee' } as const
      store.addPerson(person, now())
      signedIn.open(person)
      return state()
    },
    'session.signOut': () => {
      signedIn.close()
      return state()
    },
  }
}

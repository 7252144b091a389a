import { app } from 'electron'
import type { API } from '../../bridge/api'
import type { AppState, InterfaceLocale, Theme } from '../../bridge/channels'
import type { OpenedFiles } from '../files/opened-files'
import { interfaceLocale } from '../windows/locale'
import { showMenu } from '../windows/menu'
import { carryOut } from '../windows/menu-command'
import { secretKindOf } from '../people/signed-in'
import type { ClockWatch } from '../store/clock'
import type { EarlierResults } from '../people/earlier-results'
import type { OrganisationStore } from '../people/organisation'
import type { SignedIn } from '../people/signed-in'
import type { LocalRecords } from '../store/records'
import type { System } from '../system'
import type { Handlers } from './answer'

/** The services from which the state of the application is computed. */
export interface StateNeeds {
  readonly store: Pick<LocalRecords, 'setting'>
  readonly organisation: Pick<OrganisationStore, 'name' | 'settings'>
  readonly signedIn: Pick<SignedIn, 'person' | 'blockedBy'>
  /** Missing while nobody is signed in. */
  readonly earlier?: Pick<EarlierResults, 'state'>
  /** The files that wait to be opened. */
  readonly opened: Pick<OpenedFiles, 'first'>
  notices(): AppState['notices']
}

export interface LocaleNeeds {
  readonly store: Pick<LocalRecords, 'setting' | 'saveSetting'>
}

export interface AppNeeds extends StateNeeds, LocaleNeeds {
  readonly store: Pick<LocalRecords, 'setting' | 'saveSetting'>
  readonly opened: Pick<OpenedFiles, 'first' | 'leave'>
  readonly clock: Pick<ClockWatch, 'confirm'>
  readonly system: Pick<System, 'now'>
}

export function appState({ store, organisation, signedIn, earlier, opened, notices }: StateNeeds): AppState {
  const name = organisation.name() ?? null
  const { person, blockedBy } = signedIn
  const { pin, selfJoin } = organisation.settings()
  return {
    version: app.getVersion(),
    phase: name === null ? 'first-run' : person ? (blockedBy ?? 'signed-in') : 'signed-out',
    problem: null,
    organisation: name,
    person: person ?? null,
    secret: person ? secretKindOf(person, organisation) : null,
    signIn: { pin: pin === 'required', selfJoin },
    earlier: (person && earlier?.state(person.id)) ?? null,
    locale: interfaceLocale(store.setting('locale')),
    theme: (store.setting('theme') as Theme | undefined) ?? 'system',
    shortcuts: store.setting('shortcuts') !== 'off',
    waitingFile: opened.first ?? null,
    notices: notices(),
  }
}

/** Changes the language of pages, menu and dialogs. */
export function changeLocale(store: Pick<LocalRecords, 'saveSetting'>, locale: InterfaceLocale): void {
  store.saveSetting('locale', locale)
  void showMenu(locale)
}

export function appHandlers(needs: AppNeeds): Pick<Handlers, `app.${(typeof API)['app'][number]}`> {
  const { store } = needs
  return {
    'app.state': () => appState(needs),
    'app.preferences': ({ locale, theme, shortcuts }) => {
      if (locale) changeLocale(store, locale)
      if (theme) store.saveSetting('theme', theme)
      if (shortcuts !== undefined) store.saveSetting('shortcuts', shortcuts ? 'on' : 'off')
      return appState(needs)
    },
    'app.menu': ({ command }) => {
      carryOut(command)
      return null
    },
    'app.leaveFile': ({ file }) => {
      needs.opened.leave(file)
      return appState(needs)
    },
    'app.clockIsRight': ({ why }, { person }) => {
      needs.clock.confirm(needs.system.now(), why, person.id)
      return appState(needs)
    },
  }
}

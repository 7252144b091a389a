import type { AppState } from '../../../src/bridge'

type Person = NonNullable<AppState['person']>

export const PRIYA: Person = {
  id: '0b4f0a4e-5c5e-4d8f-9a3a-1d5f6c7b8a90',
  name: 'Priya Nair',
  number: '1042',
  role: 'trainee',
}
export const SAM: Person = {
  id: '7c1d2e3f-0a1b-4c2d-8e3f-4a5b6c7d8e9f',
  name: 'Sam Okoro',
  number: '1043',
  role: 'trainer',
}

/** Returns the state of the application with this person signed in. */
export const signedIn = (person: Person): AppState => ({
  version: '1.0.0',
  phase: 'signed-in',
  problem: null,
  organisation: 'Northwind Support',
  person,
  secret: 'none',
  signIn: { pin: false, selfJoin: false },
  earlier: null,
  locale: 'en',
  theme: 'light',
  shortcuts: true,
  waitingFile: null,
  notices: [],
})

import { powerMonitor } from 'electron'
import type { Library } from '../library/library'
import { SignIn } from '../people/sign-in'
import { Assignments } from '../people/assignments'
import { AutoLock } from '../people/auto-lock'
import { EarlierResults } from '../people/earlier-results'
import { lockNow } from '../people/lock-now'
import { PersonalDataAccess } from '../people/personal-data-access'
import type { OrganisationStore } from '../people/organisation'
import { PeopleStore } from '../store/people-list'
import { PersonRecords } from '../store/person-records'
import { Recovery } from '../people/recovery'
import { PeopleChanges } from '../people/people-changes'
import { SecretStore } from '../store/tables/secrets'
import { SessionStore } from '../store/tables/sessions'
import { SignedIn } from '../people/signed-in'
import { SignInTries } from '../store/tables/sign-in-tries'
import type { Person } from '../store/records'
import type { Base } from './base'
import type { ComposedStore } from './store'

interface Needs {
  readonly store: ComposedStore['store']
  readonly library: Library
  readonly organisation: OrganisationStore
  /** Signs the audit log when somebody signs in or out. */
  readonly signLog: () => void
  /** Stops the clocks of the attempts under way. */
  readonly stopClocks: () => void
  /** Called when the screen was locked. */
  readonly locked: () => void
  readonly nameCorrected: (person: Person, before: string) => void
}

/** Makes the services for the list of people and for signing in. */
export function composePeople({ records, system }: Base, needs: Needs) {
  const { db, key } = records
  const { store, library, organisation, signLog, stopClocks, locked, nameCorrected } = needs
  const sessions = new SessionStore(db)
  const secrets = new SecretStore(db)
  const recovery = new Recovery(db)
  const signedIn = new SignedIn(sessions, secrets, organisation, system, signLog)
  const assignments = new Assignments(db, library, system.uuid)
  const tries = new SignInTries(db)
  const proving = { db, store, organisation, sessions, secrets, recovery, signedIn, assignments }
  const signIn = new SignIn({ ...proving, tries, system })
  const earlier = new EarlierResults({ db, organisation, secrets, tries, system })
  const people = new PeopleStore(db)
  const personRecords = new PersonRecords(db, key.key)
  const lock = () =>
    lockNow({
      signedIn,
      attempts: {
        stopClocks: () => {
          stopClocks()
          locked()
        },
      },
    })
  return {
    people,
    peopleChanges: new PeopleChanges({
      db,
      store,
      people,
      assignments,
      signIn,
      organisation,
      system,
      nameCorrected,
    }),
    personRecords,
    personalDataAccess: new PersonalDataAccess({ store, personRecords, organisation, earlier }),
    assignments,
    signIn,
    recovery,
    signedIn,
    earlier,
    lock,
    autoLock: new AutoLock({
      organisation,
      system,
      systemIdleSeconds: () => powerMonitor.getSystemIdleTime(),
      lock,
    }),
  }
}

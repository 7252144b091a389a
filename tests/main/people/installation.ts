import type { Library } from '../../../src/main/library/library'
import { SignIn } from '../../../src/main/people/sign-in'
import { Assignments } from '../../../src/main/people/assignments'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { PeopleStore } from '../../../src/main/store/people-list'
import { Recovery } from '../../../src/main/people/recovery'
import { SecretStore } from '../../../src/main/store/tables/secrets'
import { SessionStore } from '../../../src/main/store/tables/sessions'
import { SignedIn } from '../../../src/main/people/signed-in'
import { SignInTries } from '../../../src/main/store/tables/sign-in-tries'
import { openDatabase } from '../../../src/main/store/database'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, testSystem, temporaryFolder } from '../helpers'

export const PASSPHRASE = 'the kettle sings at half past six'
export const COURSE = {
  format: 3,
  id: 'short',
  version: '1.0.0',
  title: { en: 'Short' },
  summary: { en: '' },
  modules: ['one', 'two'],
  rule: { kind: 'fixed', hitRate: 1, falseAlarmRate: 0, reportShare: 0 },
  rounds: { most: 100, days: 30 },
  certificate: { title: { en: 'Short' }, validMonths: 6 },
} as const

/** Makes the part of main that people need, with a database of its own; `restart` opens the same database again. */
export function installation(folder = temporaryFolder(), system = testSystem()) {
  const { db } = openDatabase(folder, KEY, system.now())
  const store = new LocalRecords(db)
  const organisation = new OrganisationStore(db)
  const sessions = new SessionStore(db)
  const secrets = new SecretStore(db)
  const recovery = new Recovery(db)
  const tries = new SignInTries(db)
  const signedIn = new SignedIn(sessions, secrets, organisation, system)
  const library = { courses: [COURSE] } as unknown as Pick<Library, 'courses'>
  const assignments = new Assignments(db, library, system.uuid)
  const people = new PeopleStore(db)
  const signIn = new SignIn({
    db,
    store,
    organisation,
    sessions,
    secrets,
    recovery,
    tries,
    signedIn,
    assignments,
    system,
  })
  return {
    folder,
    system,
    db,
    store,
    organisation,
    sessions,
    secrets,
    recovery,
    tries,
    signedIn,
    assignments,
    people,
    signIn,
    restart: () => {
      db.close()
      return installation(folder, system)
    },
    audit: (act: string) =>
      db.prepare('SELECT person_id AS person, detail FROM audit WHERE act = ? ORDER BY seq').all(act) as {
        person: string | null
        detail: string
      }[],
  }
}

export type Installation = ReturnType<typeof installation>

/**
 * Sets the installation up by Ines, the first administrator, who is then signed in.
 * @returns the recovery code
 */
export const setUp = (one: Installation): Promise<string> =>
  one.signIn.setUp('Meridian Support', 'Ines Duarte', 'ADM-1', PASSPHRASE)

/** Returns the code with which a call is refused; fails if it is not refused. */
export async function refusal(call: () => unknown): Promise<{ code: string; wait?: number }> {
  try {
    await call()
  } catch (error) {
    const { code, wait } = error as { code: string; wait?: number }
    return wait === undefined ? { code } : { code, wait }
  }
  throw new Error('It was not refused.')
}

import { sameGroup } from '../../domain/records'
import type { System } from '../system'
import { atomically, type Database } from '../store/libsql'
import type { Person, LocalRecords } from '../store/records'
import { Refused } from '../refused'
import type { SignIn } from './sign-in'
import type { Assignments } from './assignments'
import type { OrganisationStore } from './organisation'
import type { PeopleStore, PersonForm, PersonRow } from '../store/people-list'

export interface PeopleChangesNeeds {
  readonly db: Database
  readonly store: Pick<LocalRecords, 'person'>
  readonly people: PeopleStore
  readonly assignments: Pick<Assignments, 'newcomers'>
  readonly signIn: Pick<SignIn, 'makeStartSecret' | 'giveStartSecret'>
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly system: Pick<System, 'now'>
  /** Called inside the transaction that corrects a name. */
  readonly nameCorrected: (person: Person, before: string) => void
}

export interface Written {
  readonly person: PersonRow
  /** The secret that is shown only now, because only its hash is stored; `null` if none was given. */
  readonly startSecret: string | null
}

/**
 * Changes the list of people. Everything that depends on a person (courses of newcomers, the first passphrase, a
 * corrected name on certificates) is written in the same transaction.
 */
export class PeopleChanges {
  constructor(private readonly deps: PeopleChangesNeeds) {}

  #now(): string {
    return this.deps.system.now().toISOString()
  }

  /**
   * Adds a person. People with a passphrase can’t sign in without one, so they get a start secret, which is handed over
   * by the person who adds them.
   */
  async add(form: PersonForm, by: Person): Promise<Written> {
    const { db, people, assignments, signIn, system } = this.deps
    const start = form.role === 'trainee' ? null : await signIn.makeStartSecret(form)
    return atomically(db, () => {
      const person = people.add(form, this.#now(), by)
      assignments.newcomers([person.id], system.now())
      start?.give(person.id, by.id)
      return { person, startSecret: start?.secret ?? null }
    })
  }

  async change(id: string, form: PersonForm, by: Person): Promise<Written> {
    const { db, store, people, assignments, signIn, system, nameCorrected } = this.deps
    const needsPassphrase = () => form.role !== 'trainee' && form.role !== people.one(id).role
    const start = needsPassphrase() ? await signIn.makeStartSecret(form) : null
    return atomically(db, () => {
      if (needsPassphrase() !== (start !== null)) {
        throw new Refused('stale', 'This person has another role now.')
      }
      const before = people.one(id)
      const person = people.change(id, form, this.#now(), by)
      const moved =
        !sameGroup(before.team, person.team) ||
        !sameGroup(before.site, person.site) ||
        before.leftAt !== person.leftAt
      if (moved && person.leftAt === null) assignments.newcomers([id], system.now())
      const corrected = store.person(id)
      if (before.name !== person.name && corrected) nameCorrected(corrected, before.name)
      start?.give(id, by.id)
      return { person, startSecret: start?.secret ?? null }
    })
  }

  /** @throws Refused if this person may not give the other one a new secret */
  async resetSecret(id: string, by: Person): Promise<string | null> {
    const { people, signIn, organisation } = this.deps
    const person = people.one(id)
    if (by.role !== 'administrator' && person.role !== 'trainee') {
      throw new Refused('not-allowed', 'Only an administrator resets a passphrase.')
    }
    if (by.role !== 'administrator' && organisation.settings().privacy === 'pseudonymous') {
      throw new Refused('administrator-resets', 'In pseudonymous mode an administrator gives a new PIN.')
    }
    if (id === by.id) throw new Refused('not-allowed', 'Change your own passphrase under Settings.')
    return signIn.giveStartSecret(person, by)
  }
}

import type { SessionBlock } from '../../bridge/channels'
import type { SecretKind } from '../../domain/records'
import type { System } from '../system'
import type { Person } from '../store/records'
import type { OrganisationStore } from './organisation'
import type { SecretStore } from '../store/tables/secrets'
import type { OpenSession, SessionStore } from '../store/tables/sessions'

/** Returns the kind of secret with which a person signs in, besides the number. */
export function secretKindOf(
  person: Pick<Person, 'role'>,
  organisation: Pick<OrganisationStore, 'settings'>,
): SecretKind | 'none' {
  if (person.role !== 'trainee') return 'passphrase'
  return organisation.settings().pin === 'required' ? 'pin' : 'none'
}

/**
 * Knows who is signed in on this computer. The person is read anew for every call, so that a role that was taken away
 * has no effect any more.
 */
export class SignedIn {
  #session: OpenSession | undefined

  constructor(
    private readonly sessions: SessionStore,
    private readonly secrets: SecretStore,
    private readonly organisation: OrganisationStore,
    private readonly system: System,
    /** Signs the audit log, so that sign-ins and sign-outs can't be changed later. */
    private readonly signLog: () => void = () => {},
  ) {
    // After a crash or a power cut the same person continues, after proving who they are where that is required.
    const open = sessions.lastOpen(system.now())
    const person = open && sessions.person(open.personId)
    if (open && person) {
      this.#session = { ...open, locked: open.locked || secretKindOf(person, organisation) !== 'none' }
    }
  }

  get person(): Person | undefined {
    return this.#session && this.sessions.person(this.#session.personId)
  }

  /** The reason why the signed-in person may do nothing yet; `undefined` if they may do what their role allows. */
  get blockedBy(): SessionBlock | undefined {
    const { person } = this
    if (!this.#session || !person) return undefined
    if (this.#session.locked) return 'locked'
    const kind = secretKindOf(person, this.organisation)
    if (kind === 'none') return undefined
    const secret = this.secrets.of(person.id)
    const fits = secret?.kind === kind && secret.hash !== undefined && !secret.mustChange
    return fits ? undefined : 'must-change'
  }

  #now(): string {
    return this.system.now().toISOString()
  }

  open(person: Person): void {
    const id = this.system.uuid()
    this.sessions.open(id, person.id, this.#now())
    this.#session = { id, personId: person.id, locked: false }
    this.signLog()
  }

  close(): void {
    if (!this.#session) return
    this.sessions.close(this.#session, this.#now())
    this.#session = undefined
    this.signLog()
  }

  /** @returns true if the screen was open until now */
  lock(): boolean {
    if (!this.#session || this.#session.locked) return false
    const session = this.#session
    // The screen is locked first, in case another program holds the records and nothing can be written.
    this.#session = { ...session, locked: true }
    this.sessions.lock(session, this.#now())
    return true
  }

  unlock(): void {
    if (!this.#session) return
    this.sessions.unlock(this.#session, this.#now())
    this.#session = { ...this.#session, locked: false }
  }
}

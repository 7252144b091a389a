import { randomInt } from 'node:crypto'
import { faultOfSecret, type SecretKind } from '../../domain/records'
import type { System } from '../system'
import { Refused } from '../refused'
import { audit } from '../store/tables/audit'
import { atomically, type Database } from '../store/libsql'
import type { Person, LocalRecords } from '../store/records'
import type { Assignments } from './assignments'
import { hashSecret, verifySecret } from './hash'
import type { OrganisationStore } from './organisation'
import { readableCode, type Recovery } from './recovery'
import type { SecretStore } from '../store/tables/secrets'
import type { SessionStore } from '../store/tables/sessions'
import { secretKindOf, type SignedIn } from './signed-in'
import type { SignInTries } from '../store/tables/sign-in-tries'

export interface SignInNeeds {
  readonly db: Database
  readonly store: LocalRecords
  readonly organisation: OrganisationStore
  readonly sessions: SessionStore
  readonly secrets: SecretStore
  readonly tries: SignInTries
  readonly recovery: Recovery
  readonly signedIn: SignedIn
  readonly assignments: Pick<Assignments, 'newcomers'>
  readonly system: System
}

/** A new secret. It is shown once; afterwards only its hash is stored. */
export interface StartSecret {
  readonly secret: string
  /** @param person the id of its owner; @param by the id of the person who gives it */
  give(person: string, by: string): void
}

/**
 * If another administrator has signed in within this many days, they can help, and the recovery code is not accepted.
 */
const THERE_DAYS = 30
const DAY_MS = 86_400_000

const WRONG = 'The number or what goes with it is not right.'

/** Signs people in, verifies their secrets, and changes them. */
export class SignIn {
  constructor(private readonly deps: SignInNeeds) {}

  #now(): string {
    return this.deps.system.now().toISOString()
  }

  #organisationName(): string {
    const name = this.deps.organisation.name()
    if (name === undefined) throw new Refused('not-allowed', 'Set up this installation first.')
    return name
  }

  #checkNew(
    kind: SecretKind,
    secret: string,
    person: Pick<Person, 'name' | 'number'>,
    organisation: string,
  ): void {
    const fault = faultOfSecret(kind, secret, [person.name, person.number, organisation])
    if (fault) throw new Refused('weak-secret', `The ${kind} can’t be used: ${fault}.`)
  }

  /**
   * Adds the first administrator, with a passphrase.
   * @returns the recovery code, which is shown only now
   */
  async setUp(organisation: string, name: string, number: string, passphrase: string): Promise<string> {
    const { db, store, secrets, recovery, signedIn, system } = this.deps
    const person: Person = { id: system.uuid(), name, number, role: 'administrator' }
    this.#checkNew('passphrase', passphrase, person, organisation)
    const [hash, made] = [await hashSecret(passphrase), await recovery.make()]
    const at = this.#now()
    atomically(db, () => {
      // This is checked after the hashes are made, because two calls at once must not make two administrators.
      if (this.deps.organisation.name() !== undefined) {
        throw new Refused('already-exists', 'This installation is set up already.')
      }
      store.addPerson(person, at, organisation)
      secrets.set(person.id, 'passphrase', hash, false, at, person.id)
      made.save(system.uuid(), at, person.id)
    })
    signedIn.open(person)
    return made.code
  }

  /** Lets trainees put themselves on the list, if the organisation allows it. */
  join(name: string, number: string): void {
    const { store, sessions, organisation, signedIn, system } = this.deps
    this.#organisationName()
    if (!organisation.settings().selfJoin) {
      throw new Refused('not-allowed', 'People are added by whoever looks after the list of people.')
    }
    if (sessions.numberIsTaken(number)) {
      throw new Refused('already-exists', 'This employee number is taken. Sign in with it instead.')
    }
    const person: Person = { id: system.uuid(), name, number, role: 'trainee' }
    atomically(this.deps.db, () => {
      store.addPerson(person, this.#now())
      this.deps.assignments.newcomers([person.id], system.now())
    })
    signedIn.open(person)
  }

  /**
   * Tells whether a number is enough to sign in: because no secret is asked for, or because the person has none yet.
   */
  #entersByNumber(person: Person): boolean {
    const kind = secretKindOf(person, this.deps.organisation)
    if (kind === 'none') return true
    // HR's installation receives results of other computers. Somebody who learns elsewhere would not notice if another
    // person signed in here under their number.
    const { privacy, installation } = this.deps.organisation.settings()
    if (kind === 'pin' && privacy === 'pseudonymous' && installation === 'hr') return false
    const secret = this.deps.secrets.of(person.id)
    return kind === 'pin' ? secret?.kind !== 'pin' : secret !== undefined && secret.hash === undefined
  }

  /** @param secret `null` from somebody who has no secret, or none yet */
  async signIn(number: string, secret: string | null): Promise<void> {
    const { sessions, signedIn, organisation } = this.deps
    this.#organisationName()
    const person = sessions.personByNumber(number)
    if (secret === null) {
      if (person && this.#entersByNumber(person)) {
        signedIn.open(person)
        return
      }
      this.#refuse(person, 'no-secret')
      // Without PINs a trainee’s number is enough to sign in, so it does no harm to say that a number is unknown.
      if (organisation.settings().pin === 'none') {
        throw new Refused('not-found', 'No trainee has this employee number on this computer.')
      }
      throw new Refused('wrong-secret', WRONG)
    }
    await this.#prove(number, person, secret)
    signedIn.open(person!)
  }

  async unlock(secret: string): Promise<void> {
    const { signedIn, organisation, tries, system } = this.deps
    const { person } = signedIn
    if (!person || signedIn.blockedBy !== 'locked') throw new Refused('not-allowed', 'Nothing is locked.')
    // Somebody without a secret types the number again. That is enough to notice that another person sits here.
    if (secretKindOf(person, organisation) === 'none' || this.#entersByNumber(person)) {
      this.#wait(person.number)
      tries.begin(person.number, system.now())
      if (secret.trim().toLowerCase() !== person.number.toLowerCase()) {
        this.#refuse(person, 'other-number')
        throw new Refused('wrong-secret', WRONG)
      }
      tries.succeeded(person.number)
    } else {
      await this.#prove(person.number, person, secret)
    }
    signedIn.unlock()
  }

  #wait(number: string): void {
    const wait = this.deps.tries.wait(number, this.deps.system.now())
    if (wait > 0) throw new Refused('too-many-tries', 'Too many wrong tries; wait.', Math.ceil(wait / 1000))
  }

  #refuse(person: Person | undefined, reason: string): void {
    this.deps.store.writeAudit('sign-in-refused', this.#now(), person?.id ?? null, { reason })
  }

  /** @throws Refused `wrong-secret`, which does not tell an unknown number from a wrong secret; `too-many-tries` */
  async #prove(number: string, person: Person | undefined, secret: string): Promise<void> {
    const { tries, secrets, organisation, system } = this.deps
    this.#wait(number)
    tries.begin(number, system.now())
    const kept = person && secrets.of(person.id)
    const asked = person && secretKindOf(person, organisation)
    const hash = kept && kept.kind === asked ? kept.hash : undefined
    if (!(await verifySecret(secret, hash))) {
      this.#refuse(person, person ? 'wrong-secret' : 'unknown-number')
      throw new Refused('wrong-secret', WRONG)
    }
    tries.succeeded(number)
  }

  /** @param current required unless the secret must be changed right after a sign-in */
  async change(person: Person, current: string | null, next: string): Promise<void> {
    const { signedIn, secrets, organisation } = this.deps
    const kind = secretKindOf(person, organisation)
    if (kind === 'none') throw new Refused('not-allowed', 'Trainees of this organisation have no PIN.')
    if (signedIn.blockedBy !== 'must-change') await this.#prove(person.number, person, current ?? '')
    this.#checkNew(kind, next, person, this.#organisationName())
    const before = secrets.of(person.id)
    if (before?.mustChange && before.hash !== undefined && (await verifySecret(next, before.hash))) {
      throw new Refused('weak-secret', 'Take another one than the one you were given.')
    }
    secrets.set(person.id, kind, await hashSecret(next), false, this.#now(), person.id)
  }

  /**
   * Makes a start secret, which the person must replace at the next sign-in. Hashing takes a while, so this is done
   * before the transaction that gives the secret.
   * @returns `null` for somebody who needs none
   */
  async makeStartSecret(person: Pick<Person, 'role' | 'number'>): Promise<StartSecret | null> {
    const { db, secrets, tries, organisation } = this.deps
    const kind = secretKindOf(person, organisation)
    if (kind === 'none') return null
    const secret = kind === 'pin' ? startPin(person) : readableCode(4)
    const hash = await hashSecret(secret)
    return {
      secret,
      give: (id, by) =>
        atomically(db, () => {
          secrets.set(id, kind, hash, true, this.#now(), by)
          tries.forget(person.number)
        }),
    }
  }

  /** Gives a start secret to somebody who is on the list. */
  async giveStartSecret(person: Person, by: Person): Promise<string | null> {
    const start = await this.makeStartSecret(person)
    start?.give(person.id, by.id)
    return start?.secret ?? null
  }

  /**
   * Signs the last administrator in with the printed code.
   * @returns the new recovery code
   */
  async recover(number: string, code: string, next: string): Promise<string> {
    const { db, sessions, secrets, tries, recovery, signedIn, system } = this.deps
    const organisation = this.#organisationName()
    this.#wait(number)
    tries.begin(number, system.now())
    const person = sessions.personByNumber(number)
    const fits = await recovery.fits(code)
    if (!fits || person?.role !== 'administrator') {
      this.#refuse(person, 'wrong-recovery-code')
      throw new Refused('wrong-secret', WRONG)
    }
    tries.succeeded(number)
    const fromNow = (days: number) => new Date(system.now().getTime() + days * DAY_MS).toISOString()
    if (sessions.otherAdministratorSince(person.id, fromNow(-THERE_DAYS), fromNow(1))) {
      throw new Refused('other-administrator', 'Another administrator can reset the passphrase.')
    }
    this.#checkNew('passphrase', next, person, organisation)
    const [hash, made] = [await hashSecret(next), await recovery.make()]
    const at = this.#now()
    atomically(db, () => {
      secrets.set(person.id, 'passphrase', hash, false, at, person.id)
      made.save(system.uuid(), at, person.id)
      audit(db, at, person.id, 'recovered', {})
    })
    signedIn.open(person)
    return made.code
  }

  /** Replaces the recovery code. The earlier one is no longer valid. */
  async newRecoveryCode(by: Person): Promise<string> {
    const { db, recovery, system } = this.deps
    const made = await recovery.make()
    atomically(db, () => made.save(system.uuid(), this.#now(), by.id))
    return made.code
  }
}

/** Draws six digits that pass the rule for PINs. */
function startPin(person: Pick<Person, 'number'>): string {
  for (;;) {
    const pin = String(randomInt(10 ** 6)).padStart(6, '0')
    if (!faultOfSecret('pin', pin, [person.number])) return pin
  }
}

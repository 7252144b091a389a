import type { System } from '../system'
import { certificateTellsSince, hadCertificateBefore } from '../store/certificate-origin'
import { beganAttemptBefore } from '../store/tables/attempts'
import { personName } from '../store/tables/people'
import { Refused } from '../refused'
import type { Database } from '../store/libsql'
import type { Person } from '../store/records'
import { verifySecret } from './hash'
import type { OrganisationStore } from './organisation'
import type { SecretStore } from '../store/tables/secrets'
import type { SignInTries } from '../store/tables/sign-in-tries'

export interface EarlierDeps {
  readonly db: Database
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly secrets: SecretStore
  readonly tries: SignInTries
  readonly system: Pick<System, 'now'>
}

/** The facts that are shown to somebody whose secret another person has replaced. */
export interface EarlierState {
  /** The day on which it was replaced, YYYY-MM-DD in UTC. */
  readonly since: string
  /**
   * The name of the person who replaced it; `null` when that person has been removed, or when there was no secret
   * before.
   */
  readonly by: string | null
  /** True if attempts or certificates of this person are closed to the new secret. */
  readonly closed: boolean
  /** True if an earlier secret exists with which they can be opened. */
  readonly confirm: boolean
}

/**
 * In pseudonymous mode, a person who gives somebody a new secret could sign in with it and read results that HR may not
 * see. Attempts from before the replacement therefore stay closed until an earlier secret is given, too.
 */
export class EarlierResults {
  constructor(private readonly deps: EarlierDeps) {}

  /** Returns the moment before which this person's attempts are closed to them; `null` when none is closed. */
  closedBefore(person: string): string | null {
    const { organisation, secrets } = this.deps
    return organisation.settings().privacy === 'named' ? null : (secrets.of(person)?.opensFrom ?? null)
  }

  state(person: string): EarlierState | null {
    const { db, organisation, secrets } = this.deps
    if (organisation.settings().privacy === 'named') return null
    const secret = secrets.of(person)
    if (!secret) return null
    const { opensFrom } = secret
    const closed =
      opensFrom !== null &&
      (beganAttemptBefore(db, person, opensFrom) || hadCertificateBefore(db, person, opensFrom))
    const given = secret.mustChange && secret.setBy !== null && secret.setBy !== person
    if (!closed && !given) return null
    const replaced = secrets.lastReplaced(person)
    const giver = given ? personName(db, secret.setBy) : undefined
    return {
      since: (opensFrom ?? secret.setAt).slice(0, 10),
      by: giver ?? replaced?.name ?? null,
      closed,
      confirm: replaced !== undefined,
    }
  }

  /** @throws Refused `earlier-closed` when an attempt that began at that time is closed to this person */
  mustBeOpen(person: string, begun: string): void {
    const from = this.closedBefore(person)
    if (from !== null && begun < from) {
      throw new Refused('earlier-closed', 'What was done before the PIN was replaced is closed.')
    }
  }

  /**
   * @throws Refused `earlier-closed` when a certificate tells results that are closed to this person, whenever it was
   *   issued
   */
  certificateMustBeOpen(person: string, certificate: string): void {
    this.mustBeOpen(person, certificateTellsSince(this.deps.db, certificate) ?? '')
  }

  /**
   * Opens the results of an earlier secret. Its tries are counted separately, so that a new PIN does not reset them.
   * @throws Refused `wrong-secret`, `too-many-tries`
   */
  async confirm(person: Person, given: string): Promise<void> {
    const { secrets, tries, system } = this.deps
    const key = `earlier ${person.id}`
    const wait = tries.wait(key, system.now())
    if (wait > 0) throw new Refused('too-many-tries', 'Too many wrong tries; wait.', Math.ceil(wait / 1000))
    tries.begin(key, system.now())
    for (const secret of secrets.earlier(person.id)) {
      if (!(await verifySecret(given, secret.hash))) continue
      tries.succeeded(key)
      secrets.reopen(person.id, secret, system.now().toISOString())
      return
    }
    throw new Refused('wrong-secret', 'That is none of the earlier ones.')
  }
}

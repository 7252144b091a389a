import type { System } from '../system'
import { beganAttemptBefore } from '../store/tables/attempts'
import { personName } from '../store/tables/people'
import { Refused } from '../refused'
import type { Database } from '../store/libsql'
import type { Person } from '../store/records'
import { verifySecret } from './hash'
import type { OrganisationStore } from './organisation'
import type { SecretStore } from '../store/tables/secrets'
import type { Tries } from '../store/tables/sign-in-tries'

export interface EarlierDeps {
  readonly db: Database
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly secrets: SecretStore
  readonly tries: Tries
  readonly system: Pick<System, 'now'>
}

/** What is said to somebody whose secret was replaced by another person. */
export interface EarlierState {
  /** The day on which it was replaced, YYYY-MM-DD in UTC. */
  readonly since: string
  /** By whom; `null` when that person is no longer there, or when there was no secret before. */
  readonly by: string | null
  /** Whether results are closed by it. */
  readonly closed: boolean
  /** Whether there was a secret with which they can be opened. */
  readonly confirm: boolean
}

/**
 * In pseudonymous mode whoever gives somebody a new secret could come in with it and read what HR may not see. So what
 * was begun before stays closed to the new one, until an earlier one is given too.
 */
export class EarlierResults {
  constructor(private readonly deps: EarlierDeps) {}

  /** What was begun before this moment is closed; `null` when nothing is. */
  closedBefore(person: string): string | null {
    const { organisation, secrets } = this.deps
    return organisation.settings().privacy === 'named' ? null : (secrets.of(person)?.opensFrom ?? null)
  }

  state(person: string): EarlierState | null {
    const { db, organisation, secrets } = this.deps
    if (organisation.settings().privacy === 'named') return null
    const secret = secrets.of(person)
    if (!secret) return null
    const closed = secret.opensFrom !== null && beganAttemptBefore(db, person, secret.opensFrom)
    const given = secret.mustChange && secret.setBy !== null && secret.setBy !== person
    if (!closed && !given) return null
    const replaced = secrets.lastReplaced(person)
    const giver = given ? personName(db, secret.setBy) : undefined
    return {
      since: (secret.opensFrom ?? secret.setAt).slice(0, 10),
      by: giver ?? replaced?.name ?? null,
      closed,
      confirm: replaced !== undefined,
    }
  }

  /** @throws Refused `earlier-closed` when what was begun at that moment is closed to this person */
  mustBeOpen(person: string, begun: string): void {
    const from = this.closedBefore(person)
    if (from !== null && begun < from) {
      throw new Refused('earlier-closed', 'What was done before the PIN was replaced is closed.')
    }
  }

  /** @throws Refused `wrong-secret`, `too-many-tries`: tries are counted apart, so that a new PIN does not forget them */
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

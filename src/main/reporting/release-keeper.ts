import type { Result } from '../../bridge/result'
import type { System } from '../system'
import type { OrganisationStore } from '../people/organisation'
import type { Database } from '../store/libsql'
import { releasedUntil } from '../store/result-releases'
import { orRefuse } from '../refused'

export interface ReleaseNeeds {
  readonly db: Database
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly system: Pick<System, 'now'>
  /** Makes all releases that are possible now, on the worker thread. */
  make(now: string, smallestGroup: number): Promise<Result<null>>
}

/** Makes the releases of pseudonymous mode once a day. */
export class ReleaseKeeper {
  #making: { readonly day: string; readonly done: Promise<void> } | undefined

  constructor(private readonly needs: ReleaseNeeds) {}

  /** Returns the last day that releases can contain, ISO 8601 in UTC; `null` before the first release. */
  until(): string | null {
    return releasedUntil(this.needs.db) ?? null
  }

  /**
   * Makes today's releases unless that was done. It does nothing in named mode.
   * @throws Refused
   */
  async ready(): Promise<void> {
    const { organisation, system } = this.needs
    const { privacy, smallestGroup } = organisation.settings()
    if (privacy === 'named') return
    const now = system.now().toISOString()
    const day = now.slice(0, 10)
    if (this.#making?.day !== day) {
      const done = this.needs.make(now, smallestGroup).then((made) => void orRefuse(made))
      this.#making = { day, done }
      // After a failure, the next question tries again.
      done.catch(() => (this.#making = undefined))
    }
    await this.#making.done
  }
}

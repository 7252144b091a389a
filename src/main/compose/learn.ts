import { Attempts, type AfterEnd } from '../learn/attempts'
import type { Standings } from '../learn/standings'
import type { Library } from '../library/library'
import type { EarlierResults } from '../people/earlier-results'
import type { OrganisationStore } from '../people/organisation'
import type { Base } from './base'
import type { ComposedStore } from './store'

interface Needs {
  readonly store: ComposedStore['store']
  readonly library: Library
  readonly organisation: OrganisationStore
  readonly earlier: EarlierResults
  readonly standings: Standings
  /** Called in the transaction that ends an attempt. */
  readonly afterEnd: readonly AfterEnd[]
}

/** Makes the service that plays attempts. */
export function composeLearn({ system, report }: Base, needs: Needs) {
  const { store, library, organisation, earlier, standings, afterEnd } = needs
  const attempts = new Attempts(
    store,
    library,
    system,
    () => organisation.name() ?? '',
    () => store.setting('locale') ?? 'en',
    afterEnd,
    (attempt) => standings.refresh(attempt.personId, attempt.course),
    earlier,
  )
  return {
    attempts,
    start: () => void standings.catchUp().catch(report),
    stop: () => standings.stop(),
  }
}

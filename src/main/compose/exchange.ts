import type { IssuerKey } from '../credentials/issuer-key'
import { Exchange } from '../exchange/exchange'
import { openExchangeKey } from '../exchange/sealed-box'
import type { PageEvents } from '../ipc/events'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import type { PersonRecords } from '../store/person-records'
import type { Base } from './base'
import type { ComposedEvidence } from './evidence'
import { once, repeating } from './lifecycle'

/** Looking at a shared folder without anything new only costs a list of its files. */
const LOOK_EVERY_MS = 60_000

interface Needs {
  readonly library: Library
  readonly organisation: OrganisationStore
  readonly evidence: Pick<ComposedEvidence, 'seals' | 'deviceKey'>
  readonly issuers: IssuerKey
  readonly personRecords: Pick<PersonRecords, 'wasErased'>
  /** Called inside the transaction that takes a bundle. */
  readonly afterImport: (person: string, course: string, attempts: readonly string[]) => void
  readonly coursesChanged: () => void
  readonly events: Pick<PageEvents, 'changed'>
}

/** Makes the exchange between this computer and others. */
export function composeExchange({ records, system, keychain, report }: Base, needs: Needs) {
  const { folder, db } = records
  const { library, organisation, evidence, issuers, personRecords, afterImport, coursesChanged, events } =
    needs
  const exchange = new Exchange({
    db,
    dataFolder: folder,
    library,
    organisationStore: organisation,
    seals: evidence.seals,
    deviceKey: evidence.deviceKey,
    issuerKey: issuers.open,
    exchangeKey: once(() => openExchangeKey(folder, keychain)),
    organisations: () => [issuers.open().did, ...issuers.trusted()],
    trustIssuer: (did) => issuers.trust(did),
    now: () => system.now().toISOString(),
    wasErased: (number, endedAt) => personRecords.wasErased(number, endedAt),
    afterImport,
    coursesChanged,
    looked: () => events.changed('exchange.changed'),
  })
  const looking = repeating(LOOK_EVERY_MS, () => void exchange.look().catch(report))
  return {
    exchange,
    start: looking.start,
    stop: () => {
      void looking.stop()
      return exchange.stop()
    },
  }
}

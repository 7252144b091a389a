import { Issuer } from '../credentials/issuer'
import type { IssuerKey } from '../credentials/issuer-key'
import { IssuerProfiles } from '../credentials/issuer-profile'
import { Jobs } from '../credentials/jobs'
import { StatusListFile } from '../credentials/status-list-file'
import { writeOrRefuse } from '../files/atomic-write'
import type { PageEvents } from '../ipc/events'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import { CredentialStore } from '../store/tables/credentials'
import type { Base } from './base'
import type { ComposedStore } from './store'

interface Needs {
  readonly store: ComposedStore['store']
  readonly library: Library
  readonly organisation: OrganisationStore
  readonly issuers: IssuerKey
  readonly events: Pick<PageEvents, 'changed' | 'tell'>
  /** Called inside the transaction that issues, replaces or revokes certificates of one person and course. */
  readonly changed: (person: string, course: string, certificates: readonly string[]) => void
}

/** Makes the services for certificates: issuing, signing, revoking, and the published list of revoked ones. */
export function composeCredentials({ records, system, report }: Base, needs: Needs) {
  const { db } = records
  const { store, library, organisation, issuers, events, changed } = needs
  const credentials = new CredentialStore(db)
  const issuerProfiles = new IssuerProfiles(db)
  const key = issuers.open
  const issuer = new Issuer({
    db,
    store,
    credentials,
    library,
    organisation,
    profiles: issuerProfiles,
    system,
    key,
    changed,
    report,
    signed: () => events.changed('certificates.signed'),
  })
  return {
    credentials,
    issuers,
    issuer,
    issuerProfiles,
    statusList: new StatusListFile({
      db,
      store,
      credentials,
      profiles: issuerProfiles,
      key,
      now: system.now,
      write: writeOrRefuse,
      report,
    }),
    jobs: new Jobs(system.uuid, report, (state) => events.tell('certificates.job', state)),
    // Signs certificates that the program had issued but not yet signed when it died.
    start: () => void issuer.signWaiting().catch(report),
  }
}

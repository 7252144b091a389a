import { Issuer } from '../../src/main/credentials/issuer'
import { IssuerProfiles } from '../../src/main/credentials/issuer-profile'
import { openSigningKey, type SigningKey } from '../../src/main/keys/signing-key'
import type { System } from '../../src/main/system'
import type { Library } from '../../src/main/library/library'
import { OrganisationStore } from '../../src/main/people/organisation'
import { CredentialStore } from '../../src/main/store/tables/credentials'
import type { Database } from '../../src/main/store/libsql'
import type { LocalRecords } from '../../src/main/store/records'
import { keychain, temporaryFolder } from './helpers'

/** Makes an issuer of certificates for an installation, with a key of its own. */
export function issuerOn(
  parts: {
    db: Database
    store: LocalRecords
    library: Library
    system: System
    organisation?: OrganisationStore
  },
  changed: (person: string, course: string, certificates: readonly string[]) => void = () => {},
) {
  const folder = temporaryFolder()
  let key: SigningKey | undefined
  const reports: unknown[] = []
  const credentials = new CredentialStore(parts.db)
  const issuer = new Issuer({
    organisation: new OrganisationStore(parts.db),
    profiles: new IssuerProfiles(parts.db),
    ...parts,
    credentials,
    key: () => (key ??= openSigningKey(folder, 'issuer', keychain)),
    changed,
    report: (error) => reports.push(error),
  })
  return { issuer, credentials, key: () => (key ??= openSigningKey(folder, 'issuer', keychain)), reports }
}

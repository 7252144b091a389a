import { keepsRecords } from '../../domain/records'
import type { EarlierResults } from '../people/earlier-results'
import type { OrganisationStore } from '../people/organisation'
import { opensCertificatesOf } from '../people/privacy'
import { Refused } from '../refused'
import type { Person } from '../store/records'
import type { CredentialStore, StoredCredential } from '../store/tables/credentials'
import type { Issuer } from './issuer'
import { isSigned, type Signed } from './certificate-files'

/** The services that decide whether somebody may see a certificate. */
export interface CertificateAccessNeeds {
  readonly credentials: Pick<CredentialStore, 'credential'>
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly earlier: Pick<EarlierResults, 'certificateMustBeOpen'>
  readonly issuer: Pick<Issuer, 'signWaiting'>
}

/**
 * Returns a certificate if this person may see it: their own, or for HR anybody's. A certificate tells a score, so in
 * pseudonymous mode people may only see their own.
 * @throws Refused
 */
export function visibleCertificate(
  needs: CertificateAccessNeeds,
  id: string,
  person: Person,
): StoredCredential {
  const found = needs.credentials.credential(id)
  const own = found?.personId === person.id
  if (!found || !(own || keepsRecords(person.role))) {
    throw new Refused('not-found', 'There is no such certificate.')
  }
  if (!opensCertificatesOf(needs, found.personId, person)) {
    throw new Refused('not-allowed', 'In pseudonymous mode each person opens their own certificate.')
  }
  if (own) needs.earlier.certificateMustBeOpen(person.id, id)
  return found
}

/** Returns a visible certificate that is signed and not revoked. Only such a one may leave the program. */
export async function exportableCertificate(
  needs: CertificateAccessNeeds,
  id: string,
  person: Person,
): Promise<Signed> {
  let found = visibleCertificate(needs, id, person)
  if (found.revokedAt !== null) {
    throw new Refused('not-allowed', 'This certificate was revoked. It can’t be saved any more.')
  }
  if (!isSigned(found)) {
    await needs.issuer.signWaiting()
    found = visibleCertificate(needs, id, person)
  }
  if (!isSigned(found)) throw new Refused('being-signed', 'This certificate is being signed. Try again.')
  return found
}

import { basename } from 'node:path'
import { certificateStatus, SOON_DAYS, type CertificateStatus } from '../../domain/credentials'
import { Drawing } from '../credentials/draw'
import { dataAddress } from '../store/tables/pictures'
import { badgePng, certificatePdf, isSigned, type Signed } from '../credentials/package'
import { certificateView } from '../learn/courses'
import { SUPERSEDED, type CredentialStore, type StoredCredential } from '../store/tables/credentials'
import { opensCertificatesOf } from '../people/privacy'
import { saveRecorded } from '../store/recorded-file'
import type { Person } from '../store/records'
import { Refused } from '../refused'
import type { IssuerProfiles } from '../credentials/issuer-profile'
import type { Issuer } from '../credentials/issuer'
import type { Dialogs } from '../files/dialogs'
import type { Library } from '../library/library'
import type { EarlierResults } from '../people/earlier-results'
import type { OrganisationStore } from '../people/organisation'
import type { Database } from '../store/libsql'
import type { Surroundings } from '../surroundings'
import type { Handlers } from './answer'

type CertificateHandlers = Pick<
  Handlers,
  'certificate.open' | 'certificate.savePdf' | 'certificate.saveBadge' | 'certificate.saveCredential'
>

const DAY_MS = 86_400_000
const RECORD_KEEPERS: readonly string[] = ['hr', 'administrator']

/** Now, and the moment up to which a certificate counts as expiring soon. */
export function moments(now: Date): { now: string; soon: string } {
  return { now: now.toISOString(), soon: new Date(now.getTime() + SOON_DAYS * DAY_MS).toISOString() }
}

export function statusOf(credential: StoredCredential, at: Date): CertificateStatus {
  const { now, soon } = moments(at)
  const { certificate, revokedAt, document } = credential
  const { validUntil } = certificate
  return certificateStatus({ signed: document !== null, revokedAt, validUntil }, now, soon)
}

/**
 * A certificate that this person may see: their own, or for those who keep the records anyone's. It tells a score, so
 * that in pseudonymous mode each person opens their own alone.
 */
function visible(needs: VisibleNeeds, id: string, person: Person): StoredCredential {
  const found = needs.credentials.credential(id)
  const own = found?.personId === person.id
  if (!found || !(own || RECORD_KEEPERS.includes(person.role))) {
    throw new Refused('not-found', 'There is no such certificate.')
  }
  if (!opensCertificatesOf(needs, found.personId, person)) {
    throw new Refused('not-allowed', 'In pseudonymous mode each person opens their own certificate.')
  }
  if (own) needs.earlier.mustBeOpen(person.id, found.certificate.issuedAt)
  return found
}

/** The same, signed and not revoked: what may leave the program. */
async function exportable(needs: VisibleNeeds, id: string, person: Person): Promise<Signed> {
  let found = visible(needs, id, person)
  if (found.revokedAt !== null) {
    throw new Refused('not-allowed', 'This certificate was revoked. It can’t be saved any more.')
  }
  if (!isSigned(found)) {
    await needs.issuer.signWaiting()
    found = visible(needs, id, person)
  }
  if (!isSigned(found)) throw new Refused('being-signed', 'This certificate is being signed. Try again.')
  return found
}

/** What tells whether somebody may see a certificate. */
interface VisibleNeeds {
  readonly credentials: Pick<CredentialStore, 'credential'>
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly earlier: Pick<EarlierResults, 'mustBeOpen'>
  readonly issuer: Pick<Issuer, 'signWaiting'>
}

export interface CertificateNeeds extends VisibleNeeds {
  readonly db: Database
  readonly dialogs: Pick<Dialogs, 'save'>
  readonly library: Library
  readonly around: Pick<Surroundings, 'now'>
  readonly rendererFolder: string
  readonly madePages: Map<string, string>
  readonly issuerProfiles: IssuerProfiles
}

export function certificateHandlers(needs: CertificateNeeds): CertificateHandlers {
  const { db, dialogs, library, around, rendererFolder, madePages, issuerProfiles } = needs
  const draw = async <T>(work: (drawing: Drawing) => Promise<T>): Promise<T> => {
    const drawing = new Drawing(rendererFolder, madePages, issuerProfiles)
    try {
      return await work(drawing)
    } finally {
      drawing.close()
    }
  }
  const saved = (path: string, content: string | Uint8Array, person: Person, detail: object) => {
    const at = around.now().toISOString()
    saveRecorded(db, path, content, { act: 'certificate-saved', at, by: person.id, detail })
    return { file: basename(path) }
  }
  return {
    'certificate.open': ({ certificate: id }, { person }) => {
      const found = visible(needs, id, person)
      const certificate = certificateView(found.certificate, library)
      const logo = certificate.logo === null ? undefined : issuerProfiles.picture(certificate.logo)
      return {
        certificate,
        logo: logo ? dataAddress(logo) : null,
        status: statusOf(found, around.now()),
        revokedOn: found.revokedOn,
        superseded: found.revokedReason === SUPERSEDED,
      }
    },
    'certificate.savePdf': async ({ certificate: id, paper, locale }, { person }) => {
      const found = await exportable(needs, id, person)
      const path = await dialogs.save('certificate', id)
      const pdf = await draw((drawing) => certificatePdf(found, library, drawing, paper, locale))
      return saved(path, pdf, person, { id, form: 'pdf', paper })
    },
    'certificate.saveBadge': async ({ certificate: id, locale }, { person }) => {
      const found = await exportable(needs, id, person)
      const path = await dialogs.save('badge', id)
      const png = await draw((drawing) => badgePng(found, library, drawing, locale))
      return saved(path, png, person, { id, form: 'png' })
    },
    'certificate.saveCredential': async ({ certificate: id }, { person }) => {
      const found = await exportable(needs, id, person)
      const path = await dialogs.save('credential', id)
      return saved(path, found.document, person, { id, form: 'json' })
    },
  }
}

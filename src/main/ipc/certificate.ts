import { basename } from 'node:path'
import { certificateStatus, SOON_DAYS, type CertificateStatus } from '../../domain/credentials'
import { Drawing } from '../credentials/draw'
import { dataAddress } from '../records/pictures'
import { badgePng, certificatePdf, isSigned, type Signed } from '../credentials/package'
import { certificateView } from '../learn/courses'
import { SUPERSEDED, type StoredCredential } from '../records/credentials'
import { opensCertificatesOf } from '../records/privacy'
import { saveRecorded } from '../records/recorded-file'
import type { Person } from '../records/store'
import { Refused } from '../refused'
import type { Services } from '../services'
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
function visible(services: Services, id: string, person: Person): StoredCredential {
  const found = services.credentials.credential(id)
  const own = found?.personId === person.id
  if (!found || !(own || RECORD_KEEPERS.includes(person.role))) {
    throw new Refused('not-found', 'There is no such certificate.')
  }
  if (!opensCertificatesOf(services, found.personId, person)) {
    throw new Refused('not-allowed', 'In pseudonymous mode each person opens their own certificate.')
  }
  if (own) services.earlier.mustBeOpen(person.id, found.certificate.issuedAt)
  return found
}

/** The same, signed and not revoked: what may leave the program. */
async function exportable(services: Services, id: string, person: Person): Promise<Signed> {
  let found = visible(services, id, person)
  if (found.revokedAt !== null) {
    throw new Refused('not-allowed', 'This certificate was revoked. It can’t be saved any more.')
  }
  if (!isSigned(found)) {
    await services.issuer.signWaiting()
    found = visible(services, id, person)
  }
  if (!isSigned(found)) throw new Refused('being-signed', 'This certificate is being signed. Try again.')
  return found
}

export function certificateHandlers(services: Services): CertificateHandlers {
  const { db, dialogs, library, around, rendererFolder, madePages, issuerProfiles } = services
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
      const found = visible(services, id, person!)
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
      const found = await exportable(services, id, person!)
      const path = await dialogs.save('certificate', id)
      const pdf = await draw((drawing) => certificatePdf(found, library, drawing, paper, locale))
      return saved(path, pdf, person!, { id, form: 'pdf', paper })
    },
    'certificate.saveBadge': async ({ certificate: id, locale }, { person }) => {
      const found = await exportable(services, id, person!)
      const path = await dialogs.save('badge', id)
      const png = await draw((drawing) => badgePng(found, library, drawing, locale))
      return saved(path, png, person!, { id, form: 'png' })
    },
    'certificate.saveCredential': async ({ certificate: id }, { person }) => {
      const found = await exportable(services, id, person!)
      const path = await dialogs.save('credential', id)
      return saved(path, found.document, person!, { id, form: 'json' })
    },
  }
}

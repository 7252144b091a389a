import { basename } from 'node:path'
import { certificateStatus, SOON_DAYS, type CertificateStatus } from '../../domain/credentials'
import {
  exportableCertificate,
  visibleCertificate,
  type CertificateAccessNeeds,
} from '../credentials/certificate-access'
import { CertificatePrinter } from '../credentials/certificate-printer'
import { dataAddress } from '../store/tables/pictures'
import { badgePng, certificatePdf } from '../credentials/certificate-files'
import { certificateView } from '../learn/courses'
import { SUPERSEDED, type StoredCredential } from '../store/tables/credentials'
import type { AuditDetail } from '../store/tables/audit'
import { saveRecorded } from '../store/recorded-file'
import type { Person } from '../store/records'
import type { IssuerProfiles } from '../credentials/issuer-profile'
import type { Dialogs } from '../files/dialogs'
import type { Library } from '../library/library'
import type { Database } from '../store/libsql'
import { hasLeft } from '../store/tables/people'
import type { System } from '../system'
import type { Handlers } from './answer'

type CertificateHandlers = Pick<
  Handlers,
  'certificate.open' | 'certificate.savePdf' | 'certificate.saveBadge' | 'certificate.saveCredential'
>

const DAY_MS = 86_400_000

/** Returns the present time and the time up to which a certificate counts as expiring soon. */
export function moments(now: Date): { now: string; soon: string } {
  return { now: now.toISOString(), soon: new Date(now.getTime() + SOON_DAYS * DAY_MS).toISOString() }
}

/** @param holderLeft true if the person who holds it has left */
export function statusOf(credential: StoredCredential, at: Date, holderLeft: boolean): CertificateStatus {
  const { now, soon } = moments(at)
  const { certificate, revokedAt, document } = credential
  const { validUntil } = certificate
  return certificateStatus({ signed: document !== null, revokedAt, validUntil, holderLeft }, now, soon)
}

export interface CertificateNeeds extends CertificateAccessNeeds {
  readonly db: Database
  readonly dialogs: Pick<Dialogs, 'save'>
  readonly library: Library
  readonly system: Pick<System, 'now'>
  readonly rendererFolder: string
  readonly madePages: Map<string, string>
  readonly issuerProfiles: IssuerProfiles
}

export function certificateHandlers(needs: CertificateNeeds): CertificateHandlers {
  const { db, dialogs, library, system, rendererFolder, madePages, issuerProfiles } = needs
  const draw = async <T>(work: (printer: CertificatePrinter) => Promise<T>): Promise<T> => {
    const printer = new CertificatePrinter(rendererFolder, madePages, issuerProfiles)
    try {
      return await work(printer)
    } finally {
      printer.close()
    }
  }
  const saved = (path: string, content: string | Uint8Array, person: Person, detail: AuditDetail) => {
    const at = system.now().toISOString()
    saveRecorded(db, path, content, { act: 'certificate-saved', at, by: person.id, detail })
    return { file: basename(path) }
  }
  return {
    'certificate.open': ({ certificate: id }, { person }) => {
      const found = visibleCertificate(needs, id, person)
      const certificate = certificateView(found.certificate, library)
      const logo = certificate.logo === null ? undefined : issuerProfiles.picture(certificate.logo)
      return {
        certificate,
        logo: logo ? dataAddress(logo) : null,
        status: statusOf(found, system.now(), hasLeft(db, found.personId)),
        revokedOn: found.revokedOn,
        superseded: found.revokedReason === SUPERSEDED,
      }
    },
    'certificate.savePdf': async ({ certificate: id, paper, locale }, { person }) => {
      const found = await exportableCertificate(needs, id, person)
      const path = await dialogs.save('certificate', id)
      const pdf = await draw((printer) => certificatePdf(found, library, printer, paper, locale))
      return saved(path, pdf, person, { id, form: 'pdf', paper })
    },
    'certificate.saveBadge': async ({ certificate: id, locale }, { person }) => {
      const found = await exportableCertificate(needs, id, person)
      const path = await dialogs.save('badge', id)
      const png = await draw((printer) => badgePng(found, library, printer, locale))
      return saved(path, png, person, { id, form: 'png' })
    },
    'certificate.saveCredential': async ({ certificate: id }, { person }) => {
      const found = await exportableCertificate(needs, id, person)
      const path = await dialogs.save('credential', id)
      return saved(path, found.document, person, { id, form: 'json' })
    },
  }
}

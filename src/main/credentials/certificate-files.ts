import type { Library } from '../library/library'
import { certificateView } from '../learn/courses'
import type { StoredCredential } from '../store/tables/credentials'
import type { CertificatePrinter } from './certificate-printer'
import { titleOf, type Paper } from './certificate-html'
import { sha256 } from '../sha256'

/** A certificate with its signatures. Only such a one leaves the program. */
export type Signed = StoredCredential & { readonly document: string; readonly token: string }

export const isSigned = (credential: StoredCredential): credential is Signed =>
  credential.document !== null && credential.token !== null

/** Makes the PDF with the QR code and attaches the credential. */
export async function certificatePdf(
  credential: Signed,
  library: Library,
  printer: CertificatePrinter,
  paper: Paper,
  locale: string,
): Promise<Uint8Array> {
  const { certificate, document, token } = credential
  const view = certificateView(certificate, library)
  const [{ attachToPdf }, printed] = await Promise.all([
    import('../../domain/credentials/pdf'),
    printer.pdf(view, token, paper, locale),
  ])
  return attachToPdf(printed.pdf, {
    elements: printed.elements,
    id: sha256(document).slice(0, 32),
    credential: document,
    token,
    title: `${titleOf(view, locale)}: ${certificate.personName}`,
    organisation: certificate.organisation,
    subject: certificate.description,
    locale,
    issuedAt: new Date(certificate.issuedAt),
  })
}

/** Makes the badge and puts the credential into its file. */
export async function badgePng(
  credential: Signed,
  library: Library,
  printer: CertificatePrinter,
  locale: string,
): Promise<Uint8Array> {
  const [{ bake }, picture] = await Promise.all([
    import('../../domain/credentials/png'),
    printer.badge(certificateView(credential.certificate, library), locale),
  ])
  return bake(picture, credential.document)
}

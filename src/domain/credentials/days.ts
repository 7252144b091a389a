import type { Certificate } from './certificate'

/**
 * The days of a certificate are written in it when it is issued, and whoever shows them reads them there: no time zone
 * of a reader moves them. The day of issue is the calendar day at the computer that issued it. The validity is over at
 * one instant, `validUntil`, and its day is the one that this instant has in UTC, as it is written in the credential.
 */
export function certificateDays(
  certificate: Pick<Certificate, 'issuedAt' | 'issuedOn' | 'validUntil'>,
): CertificateDays {
  return {
    issuedOn: certificate.issuedOn ?? certificate.issuedAt.slice(0, 10),
    validUntilOn: certificate.validUntil.slice(0, 10),
  }
}

export interface CertificateDays {
  /** YYYY-MM-DD, as the other. */
  readonly issuedOn: string
  readonly validUntilOn: string
}

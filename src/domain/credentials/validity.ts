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

/**
 * End of a certificate's validity: the end of the same day of the month, so many months later; a day that the month
 * lacks becomes its last. It is the end of that day in UTC, so that the day stands in the instant itself.
 * @param day calendar day on which the course was passed, where it is issued, YYYY-MM-DD
 * @param months whole months
 * @returns ISO 8601
 */
export function validUntil(day: string, months: number): string {
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = day.split('-').map(Number)
  const index = fromYear * 12 + (fromMonth - 1) + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(Math.min(fromDay, last))}T23:59:59.000Z`
}

/** Where a certificate stands at a moment. `unsigned` is written and waits for its signature. */
export const CERTIFICATE_STATUSES = ['valid', 'expires-soon', 'expired', 'revoked', 'unsigned'] as const
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number]

/** Days before the end of its validity from which on a certificate counts as expiring soon. */
export const SOON_DAYS = 30

/**
 * Where a certificate stands.
 * @param now ISO 8601
 * @param soon ISO 8601, `SOON_DAYS` after `now`
 */
export function certificateStatus(
  certificate: { signed: boolean; revokedAt: string | null; validUntil: string },
  now: string,
  soon: string,
): CertificateStatus {
  if (certificate.revokedAt !== null) return 'revoked'
  if (certificate.validUntil <= now) return 'expired'
  if (!certificate.signed) return 'unsigned'
  return certificate.validUntil <= soon ? 'expires-soon' : 'valid'
}

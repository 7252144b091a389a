import { daysIn } from '../records/calendar'
import { daysLater, type Course } from '../course'
import type { Certificate } from './certificate'

/**
 * Returns the days that a certificate shows. They are written in the certificate when it is issued and are read from
 * there, so that no reader's time zone moves them. The day of issue is the calendar day at the issuing computer. The
 * validity ends at one instant, `validUntil`, and its day is the day of this instant in UTC.
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
  /** YYYY-MM-DD, as `validUntilOn`. */
  readonly issuedOn: string
  readonly validUntilOn: string
}

/** The month with a number, counted from January of the year 0. */
const monthAt = (index: number) => ({ year: Math.floor(index / 12), month: (index % 12) + 1 })
const two = (value: number) => String(value).padStart(2, '0')
const written = (index: number, day: number): string => {
  const { year, month } = monthAt(index)
  return `${year}-${two(month)}-${two(day)}`
}

/**
 * Computes the end of a certificate's validity: the same day of the month, a number of months later. A day that the
 * month lacks becomes the last day of the month. The instant is the end of that day in UTC, so that the instant itself
 * shows the day.
 * @param day the calendar day on which the course was passed, where it is issued, YYYY-MM-DD
 * @param months a whole number of months
 * @returns ISO 8601
 */
export function validUntil(day: string, months: number): string {
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = day.split('-').map(Number)
  const index = fromYear * 12 + (fromMonth - 1) + months
  const { year, month } = monthAt(index)
  return `${written(index, Math.min(fromDay, daysIn(year, month)))}T23:59:59.000Z`
}

/**
 * Finds the earliest day on which a course can have been passed for its certificate to be valid still.
 * @param now ISO 8601
 * @param months a whole number of months, as for `validUntil`
 * @returns YYYY-MM-DD; `validUntil` of each earlier day is over
 */
export function earliestPassedDay(now: string, months: number): string {
  const [nowYear = 0, nowMonth = 1] = now.split('-').map(Number)
  // No day of an earlier month lasts until now, and each day of the next month does.
  const index = nowYear * 12 + (nowMonth - 1) - months
  const { year, month } = monthAt(index)
  for (let day = 1; day <= daysIn(year, month); day += 1) {
    const passed = written(index, day)
    if (validUntil(passed, months) > now) return passed
  }
  return written(index + 1, 1)
}

/** A certificate counts as expiring soon from this many days before the end of its validity. */
export const SOON_DAYS = 30

/**
 * Returns the time from which a passed course may be played again for a new certificate: as long before the end of the
 * validity as the certificate counts as expiring soon, and from its revocation on.
 * @param passedOn the local day of the pass, YYYY-MM-DD
 * @param certificate the certificate of the passed round, if it has one here
 * @returns ISO 8601; `null` for a course that gives no certificate, whose pass lasts
 */
export function renewsFrom(
  course: Pick<Course, 'certificate'>,
  passedOn: string,
  certificate: { readonly validUntil: string; readonly revokedAt: string | null } | undefined,
): string | null {
  if (!course.certificate) return null
  if (certificate && certificate.revokedAt !== null) return certificate.revokedAt
  const until = certificate?.validUntil ?? validUntil(passedOn, course.certificate.validMonths)
  return daysLater(until, -SOON_DAYS)
}

/** The states of a certificate at a given time. An `unsigned` one was written and waits for its signature. */
export const CERTIFICATE_STATUSES = ['valid', 'expires-soon', 'expired', 'revoked', 'unsigned'] as const
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number]

/**
 * Returns the state of a certificate at a given time. One whose holder has left is valid to its end: nobody has to renew
 * it.
 * @param now ISO 8601
 * @param soon ISO 8601, `SOON_DAYS` after `now`
 */
export function certificateStatus(
  certificate: { signed: boolean; revokedAt: string | null; validUntil: string; holderLeft: boolean },
  now: string,
  soon: string,
): CertificateStatus {
  if (certificate.revokedAt !== null) return 'revoked'
  if (certificate.validUntil <= now) return 'expired'
  if (!certificate.signed) return 'unsigned'
  return certificate.validUntil <= soon && !certificate.holderLeft ? 'expires-soon' : 'valid'
}

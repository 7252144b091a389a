/** What a certificate says. Dates are ISO 8601 in UTC. */
export interface Certificate {
  readonly id: string
  readonly course: string
  readonly courseVersion: string
  readonly personName: string
  readonly organisation: string
  readonly issuedAt: string
  readonly validUntil: string
  readonly scorePercent: number
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly served: number
}

/** Signs what a certificate says. The QR code carries the token that a signer makes of it. */
export interface CertificateSigner {
  token(certificate: Certificate): string
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A certificate's id from random bytes: `HTL-XXXX-XXXX`, without letters that are mistaken for digits.
 * @param bytes at least 8 random bytes; 5 bits of each are used
 */
export function certificateId(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new RangeError('A certificate id needs 8 random bytes')
  const letters = Array.from(bytes.slice(0, 8), (byte) => ALPHABET[byte & 31]!)
  return `HTL-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/**
 * End of a certificate's validity: the same day of the month, so many months later; a day that the month lacks
 * becomes its last.
 * @param issued the day of issue in UTC, month 1 to 12
 * @param months whole months
 * @returns midnight UTC of that day, ISO 8601
 */
export function validUntil(issued: { year: number; month: number; day: number }, months: number): string {
  const index = issued.year * 12 + (issued.month - 1) + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(Math.min(issued.day, last))}T00:00:00.000Z`
}

/** The text of the QR code while no signer exists: readable by a person, line by line. */
export const plainToken: CertificateSigner = {
  token: (c) =>
    [
      c.id,
      c.personName,
      c.organisation,
      `${c.course} ${c.courseVersion}`,
      `${c.scorePercent}/100`,
      c.issuedAt.slice(0, 10),
      c.validUntil.slice(0, 10),
    ].join('\n'),
}

/** The longest address that can be delivered to (RFC 5321, 4.5.3.1.3: a path of 256 with its two brackets). */
export const LONGEST_EMAIL = 254

/**
 * Something before one @, and a domain with a dot. Letters of any script are allowed on both sides (RFC 6531); spaces,
 * quotation marks, brackets, controls and invisible characters are not, since no directory has such an address and a
 * hash of one that is wrong names nobody.
 */
const EMAIL_PATTERN =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-][\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]$/u

/**
 * An e-mail address as it is kept: in NFC, without spaces around it, and else as it was written.
 * @param text what somebody wrote
 * @returns `undefined` when it is no address
 */
export function emailOf(text: string): string | undefined {
  const email = text.trim().normalize('NFC')
  return email.length <= LONGEST_EMAIL && !email.includes('..') && EMAIL_PATTERN.test(email)
    ? email
    : undefined
}

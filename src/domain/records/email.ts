/**
 * The length of the longest address that can receive mail (RFC 5321, 4.5.3.1.3: a path of 256 with its two brackets).
 */
export const LONGEST_EMAIL = 254

/**
 * Matches something before one @, and a domain with a dot. Letters of any script are allowed on both sides (RFC 6531).
 * Spaces, quotation marks, brackets, controls and invisible characters are refused, since no directory has such an
 * address, and the hash of a wrong address names nobody.
 */
const EMAIL_PATTERN =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-][\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]$/u

/**
 * Returns an e-mail address in the form in which it is kept: in NFC, without spaces around it, otherwise unchanged.
 * @param text the address as somebody wrote it
 * @returns `undefined` for a text that is no address
 */
export function emailOf(text: string): string | undefined {
  const email = text.trim().normalize('NFC')
  return email.length <= LONGEST_EMAIL && !email.includes('..') && EMAIL_PATTERN.test(email)
    ? email
    : undefined
}

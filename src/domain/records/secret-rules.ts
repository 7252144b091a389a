/** Rules for passphrases and PINs. The screens and main apply the same rules. */

/** In characters. Length is what makes guessing hopeless; capitals, digits and signs are not required. */
export const PASSPHRASE_LENGTH = { least: 15, most: 200 } as const
/** In digits. */
export const PIN_LENGTH = { least: 4, most: 12 } as const

export type SecretKind = 'pin' | 'passphrase'
export type SecretFault = 'too-short' | 'too-long' | 'too-simple' | 'not-digits' | 'about-you'

const FEWEST_CHARACTERS = 5

/**
 * Returns the form in which a passphrase is hashed. The same sentence gives the same text, however the keyboard
 * composed its letters and however many spaces stand between its words. Capitals count.
 */
export const normalSecret = (written: string): string =>
  written.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ')

/** Returns true for one repeated digit, and for a run up or down such as 3456. */
function isSimplePin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]))
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
}

/**
 * Returns the fault of a new secret; `undefined` if it can be used.
 * @param about the name, the employee number and the organisation; a secret that consists of these is refused
 */
export function faultOfSecret(
  kind: SecretKind,
  written: string,
  about: readonly string[],
): SecretFault | undefined {
  const secret = normalSecret(written)
  const { least, most } = kind === 'pin' ? PIN_LENGTH : PASSPHRASE_LENGTH
  const length = [...secret].length
  if (kind === 'pin' && /[^0-9]/.test(secret)) return 'not-digits'
  if (length < least) return 'too-short'
  if (length > most) return 'too-long'
  if (kind === 'pin') {
    if (isSimplePin(secret)) return 'too-simple'
    return about.some((text) => text.replaceAll(/[^0-9]/g, '') === secret) ? 'about-you' : undefined
  }
  if (new Set(secret.toLowerCase()).size < FEWEST_CHARACTERS) return 'too-simple'
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  let rest = bare(secret)
  for (const text of about) if (bare(text) !== '') rest = rest.replaceAll(bare(text), '')
  return rest.length < FEWEST_CHARACTERS ? 'about-you' : undefined
}

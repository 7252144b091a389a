/** What a passphrase or a PIN must be like. The same rules stand on screen and in main. */

/** Characters. Length is what makes guessing hopeless; capitals, digits and signs are not asked for. */
export const PASSPHRASE_LENGTH = { least: 15, most: 200 } as const
/** Digits. */
export const PIN_LENGTH = { least: 4, most: 12 } as const

export type SecretKind = 'pin' | 'passphrase'
export type SecretFault = 'too-short' | 'too-long' | 'too-simple' | 'not-digits' | 'about-you'

const FEWEST_CHARACTERS = 5

/**
 * The form in which a passphrase is hashed: the same sentence gives the same text whatever the keyboard composed and
 * however many spaces stand between its words. Capitals count.
 */
export const normalSecret = (written: string): string =>
  written.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ')

/** One digit again and again, or a run up or down such as 3456. */
function isSimplePin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]))
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
}

/**
 * What is wrong with a secret that somebody wants to take; `undefined` when it can be used.
 * @param about name, employee number and organisation: a secret that is one of them, or has nothing but that, is refused
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

import type { Certificate } from './certificate'

const WORDS = {
  en: (organisation: string, where: string) =>
    `To learn whether this certificate was revoked, ask ${organisation}${where}.`,
  fr: (organisation: string, where: string) =>
    `Pour savoir si ce certificat a été révoqué, adressez-vous à ${organisation}${where}.`,
} as const

/**
 * How somebody elsewhere learns whether a certificate still holds, where no list of the revoked is published: a
 * sentence in the certificate's language.
 */
export function howToAsk({
  locale,
  organisation,
  profile,
}: Pick<Certificate, 'locale' | 'organisation' | 'profile'>): string {
  const where = profile?.contact ?? profile?.web
  return WORDS[locale === 'fr' ? 'fr' : 'en'](organisation, where ? ` (${where})` : '')
}

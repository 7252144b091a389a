import type { Certificate } from './certificate'

const WORDS = {
  en: (organisation: string, where: string) =>
    `To learn whether this certificate was revoked, ask ${organisation}${where}.`,
  fr: (organisation: string, where: string) =>
    `Pour savoir si ce certificat a été révoqué, adressez-vous à ${organisation}${where}.`,
} as const

type Asked = Pick<Certificate, 'locale' | 'organisation'> & {
  /** Where to ask: an e-mail address, a telephone number or a page; `null` where the organisation gave none. */
  readonly contact: string | null
}

/** Where somebody asks about a certificate, as the organisation said when it was issued. */
export const contactOf = ({ profile }: Pick<Certificate, 'profile'>): string | null =>
  profile?.contact ?? profile?.web ?? null

/**
 * How somebody elsewhere learns whether a certificate still holds: one sentence, the same in the credential, on paper
 * and on the screen, in the language that is asked for.
 */
export function howToAsk({ locale, organisation, contact }: Asked): string {
  return WORDS[locale === 'fr' ? 'fr' : 'en'](organisation, contact === null ? '' : ` (${contact})`)
}

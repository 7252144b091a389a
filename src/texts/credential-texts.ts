import type { BadgeTexts } from '../domain/credentials/badge'
import { contactOf, type AchievementTexts, type Certificate } from '../domain/credentials/certificate'
import { LOCALES, type Locale } from './generated'
import { CREDENTIAL } from './generated-credential'
import { localeFor, translator, type Translate } from './translate'

/** The language of this name; `undefined` where there is none. */
const localeNamed = (name: string): Locale | undefined => LOCALES.find((locale) => locale === name)

/** What a certificate says of a course in a language; `undefined` where the program does not speak it. */
export function achievementTexts(language: string): AchievementTexts | undefined {
  const locale = localeNamed(language)
  if (!locale) return undefined
  const t = translator<'credential'>(CREDENTIAL[locale], locale)
  return {
    description: (rule, title, contacts) => t(`${rule}.description`, { title, contacts }),
    fixedCriteria: (shares) => t('fixed.criteria', shares),
    sequentialCriteria: (contacts) => t('sequential.criteria', { contacts }),
    reports: (share) => t('reports', { share }),
    rule: (rule, facts) => t('rule', { ...facts, name: t(`${rule}.rule`) }),
  }
}

/**
 * How somebody elsewhere learns whether a certificate still holds: one sentence, the same in the credential, on paper
 * and on the screen.
 * @param contact an e-mail address, a telephone number or a page; `null` where the organisation gave none
 */
export const howToAsk = (
  t: Translate<'credential'>,
  { organisation, contact }: { readonly organisation: string; readonly contact: string | null },
): string => (contact === null ? t('ask', { organisation }) : t('ask.contact', { organisation, contact }))

/** What a credential says in words, in the language of its certificate. */
export function badgeTexts(certificate: Certificate): BadgeTexts {
  const locale = localeFor(certificate.locale)
  const t = translator<'credential'>(CREDENTIAL[locale], locale)
  return {
    howToAsk: howToAsk(t, { organisation: certificate.organisation, contact: contactOf(certificate) }),
    results: { score: t('result.score'), attacks: t('result.attacks'), customers: t('result.customers') },
  }
}

import type { BadgeTexts } from '../domain/credentials/badge'
import { isCertified, ruleFacts, type Course, type TruthCounts } from '../domain/course'
import {
  contactOf,
  criteriaOf,
  type AchievementTexts,
  type Certificate,
} from '../domain/credentials/certificate'
import { LOCALES, type Locale } from './generated'
import { CREDENTIAL } from './generated-credential'
import { localeFor, translator, type Translate } from './translate'

/** Returns the locale of this name; `undefined` if there is none. */
const localeNamed = (name: string): Locale | undefined => LOCALES.find((locale) => locale === name)

/** Returns the texts of a certificate about a course in a language; `undefined` if the program does not have it. */
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
 * Explains a course's rule as its certificates do, in every language of the program, and says if it gives none.
 * @param counts the numbers of attacks and of genuine contacts in the course
 */
export function ruleWords(course: Course, counts: TruthCounts): Record<Locale, string> {
  const facts = ruleFacts(course, counts)
  return Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      [
        criteriaOf(course, facts, achievementTexts(locale)!),
        ...(isCertified(course) ? [] : [translator<'credential'>(CREDENTIAL[locale], locale)('practice')]),
      ].join(' '),
    ]),
  ) as Record<Locale, string>
}

/**
 * Says in one sentence how somebody elsewhere can find out whether a certificate is still valid. The sentence is the
 * same in the credential, on paper and on the screen.
 * @param contact an e-mail address, a telephone number or a page; `null` if the organisation gave none
 */
export const howToAsk = (
  t: Translate<'credential'>,
  { organisation, contact }: { readonly organisation: string; readonly contact: string | null },
): string => (contact === null ? t('ask', { organisation }) : t('ask.contact', { organisation, contact }))

/** Returns the texts of a credential in the language of its certificate. */
export function badgeTexts(certificate: Certificate): BadgeTexts {
  const locale = localeFor(certificate.locale)
  const t = translator<'credential'>(CREDENTIAL[locale], locale)
  return {
    howToAsk: howToAsk(t, { organisation: certificate.organisation, contact: contactOf(certificate) }),
    results: { score: t('result.score'), attacks: t('result.attacks'), customers: t('result.customers') },
  }
}

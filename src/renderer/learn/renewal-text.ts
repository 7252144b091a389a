import type { CourseState } from '../../bridge'
import { useLocale, useText } from '../i18n'
import { longWrittenDay } from '../i18n/dates'

/** Returns a function that says what a new round of a passed course is for, and what becomes of the certificate. */
export function useRenewalText(): (course: Pick<CourseState, 'certificate'>) => string {
  const t = useText()
  const locale = useLocale()
  return ({ certificate }) => {
    const inForce = certificate && new Date(certificate.validUntil) > new Date()
    return [
      t('learn.result.renew'),
      ...(inForce
        ? [t('learn.result.renew.meanwhile', { date: longWrittenDay(certificate.validUntilOn, locale) })]
        : []),
    ].join(' ')
  }
}

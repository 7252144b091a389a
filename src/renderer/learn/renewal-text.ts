import type { CourseState } from '../../bridge'
import { useLocale, useText } from '../i18n'
import { longWrittenDay } from '../i18n/dates'

type Certified = Pick<CourseState, 'certificate'>

/** Returns a function that gives the day on which a certificate ends that is in force, as it is written. */
function useEndInForce(): (course: Certified) => string | undefined {
  const locale = useLocale()
  return ({ certificate }) =>
    certificate && new Date(certificate.validUntil) > new Date()
      ? longWrittenDay(certificate.validUntilOn, locale)
      : undefined
}

/** Returns a function that says what a new round of a passed course is for, and what becomes of the certificate. */
export function useRenewalText(): (course: Certified) => string {
  const t = useText()
  const endInForce = useEndInForce()
  return (course) => {
    const date = endInForce(course)
    const meanwhile = date === undefined ? [] : [t('learn.result.renew.meanwhile', { date })]
    return [t('learn.result.renew'), ...meanwhile].join(' ')
  }
}

/** Returns a function that says what a round that was not passed leaves as it is: a certificate in force. */
export function useStaysText(): (course: Certified) => string | undefined {
  const t = useText()
  const endInForce = useEndInForce()
  return (course) => {
    const date = endInForce(course)
    return date === undefined ? undefined : t('learn.result.stays', { date })
  }
}

import type { PersonAttention } from '../../bridge'
import type { Locale } from '../../texts/generated'
import { shortDate, shortWrittenDay } from '../i18n/dates'

/**
 * Returns the day that a reason names; an empty text if it names none. A certificate ends on the day that is written in
 * it, in every time zone. A due date is a day of this computer, as HR set it.
 */
export function dayOfReason(
  { reason, dueAt, validUntil }: Pick<PersonAttention, 'reason' | 'dueAt' | 'validUntil'>,
  locale: Locale,
): string {
  if (reason === 'expired' || reason === 'expires')
    return validUntil === null ? '' : shortWrittenDay(validUntil, locale)
  return dueAt === null ? '' : shortDate(dueAt, locale)
}

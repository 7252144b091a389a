import type { Standing } from './standing'
import { statusAt, type StandingDates } from './standing'

/**
 * The reasons why a person needs help, the most pressing first: the due date has passed; a round was failed; the due
 * date is within the horizon; the certificate has expired; the certificate expires within the horizon.
 */
export const ATTENTION_REASONS = ['late', 'failed', 'due', 'expired', 'expires'] as const
export type AttentionReason = (typeof ATTENTION_REASONS)[number]

/** The horizon in days: a week. */
export const ATTENTION_DAYS = 7

/** The dates of a standing, with its stored status. */
export type AttentionDates = StandingDates & { readonly status: Standing['status'] }

/**
 * Returns the reason why a standing needs attention.
 * @param now ISO date-time
 * @param until the end of the horizon, included: ISO date-time
 * @param named false if the failed rounds of individual people must not be shown
 * @returns `null` if nothing has to be done. A revoked certificate is no reason, since the people who revoked it know
 *   about it.
 */
export function attentionOf(
  dates: AttentionDates,
  now: string,
  until: string,
  named: boolean,
): AttentionReason | null {
  const status = statusAt(dates, now)
  if (status === 'late' || status === 'expired') return status
  if (status === 'failed' && named) return 'failed'
  if (status === 'revoked') return null
  if (status === 'complete') return dates.validUntil !== null && dates.validUntil <= until ? 'expires' : null
  return dates.dueAt !== null && dates.dueAt <= until ? 'due' : null
}

import type { Standing } from './standing'
import { statusAt, type StandingDates } from './standing'

/**
 * Why somebody needs help, the most pressing first: past the due date; a round that was not passed; due within the
 * horizon; the certificate has run out; the certificate runs out within the horizon.
 */
export const ATTENTION_REASONS = ['late', 'failed', 'due', 'expired', 'expires'] as const
export type AttentionReason = (typeof ATTENTION_REASONS)[number]

/** How far ahead is looked: a week. */
export const ATTENTION_DAYS = 7

/** The dates of a standing, with the status as it is stored. */
export type AttentionDates = StandingDates & { readonly status: Standing['status'] }

/**
 * Whether and why a standing needs somebody's attention.
 * @param now ISO date-time
 * @param until ISO date-time, the end of the horizon, included
 * @param named false where a failed round may not be told of one person
 * @returns `null` when nothing is to be done; a revoked certificate is no reason, for whoever revoked it knows
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

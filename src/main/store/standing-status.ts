/**
 * Computes the status of a standing at a moment, as SQL over `standings s`; `statusAt` of the domain computes the same.
 */
import type { StandingStatus } from '../../domain/records'

/** An ISO date-time that the program made itself, so that it is safe inside SQL. */
type Now = string

/** True for whoever holds a certificate in force, whatever a round for the next one says meanwhile. */
export const holdsCertificate = (now: Now): string =>
  `(s.revoked_at IS NULL AND coalesce(s.valid_until, '') > '${now}')`

const COMPLETE = `s.status = 'complete'`
const isRevoked = `(${COMPLETE} AND s.revoked_at IS NOT NULL)`
const isExpired = (now: Now) => `(${COMPLETE} AND s.revoked_at IS NULL AND s.valid_until <= '${now}')`
const isInForce = (now: Now) =>
  `(${holdsCertificate(now)} OR (${COMPLETE} AND s.revoked_at IS NULL AND s.valid_until IS NULL))`
const isLate = (now: Now) =>
  `(s.status <> 'complete' AND s.due_at < '${now}' AND NOT ${holdsCertificate(now)})`
const isInTime = (status: 'open' | 'in-progress' | 'failed', now: Now) =>
  `(s.status = '${status}' AND (s.due_at IS NULL OR s.due_at >= '${now}') AND NOT ${holdsCertificate(now)})`

/**
 * Returns a condition for each status. `failed` also holds for a failed round that is late by now.
 * @param named false in pseudonymous mode, in which a failed round counts as under way
 */
export const statusConditions = (now: Now, named: boolean): Readonly<Record<StandingStatus, string>> => ({
  open: isInTime('open', now),
  'in-progress': named
    ? isInTime('in-progress', now)
    : `(${isInTime('in-progress', now)} OR ${isInTime('failed', now)})`,
  late: isLate(now),
  failed: `(s.status = 'failed' AND NOT ${holdsCertificate(now)})`,
  complete: isInForce(now),
  expired: isExpired(now),
  revoked: isRevoked,
})

/**
 * Returns an expression for the status of a row.
 * @param left the condition under which the person has left; by default, nobody has
 */
export const statusSql = (now: Now, named: boolean, left = 'FALSE'): string => `CASE
  WHEN ${holdsCertificate(now)} THEN 'complete'
  WHEN ${COMPLETE} THEN CASE WHEN ${isRevoked} THEN 'revoked' WHEN ${isExpired(now)} THEN 'expired' ELSE 'complete' END
  WHEN ${isLate(now)} AND NOT (${left}) THEN 'late'
  ${named ? '' : `WHEN s.status = 'failed' THEN 'in-progress'`}
  ELSE s.status END`

/** Sorts urgent standings to the beginning and finished ones to the end. */
const RANK = ['late', 'failed', 'in-progress', 'open', 'revoked', 'expired', 'complete'] as const

/** Returns an SQL expression to sort by status. */
export const statusRank = (now: Now, named: boolean, left = 'FALSE'): string =>
  `CASE ${statusSql(now, named, left)} ${RANK.map((status, rank) => `WHEN '${status}' THEN ${rank}`).join(' ')} END`

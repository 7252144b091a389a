/** Builds the conditions of the list of certificates. */
import type { CertificateStatus } from '../../domain/credentials'
import type { RecordFilter } from '../../domain/records/filter'
import { completionCondition, standingCondition, type Condition } from './filter-sql'

export interface CredentialQuery {
  readonly filter: RecordFilter
  readonly status: CertificateStatus | null
  /** ISO 8601. `soon` is the time up to which a certificate counts as expiring soon. */
  readonly now: string
  readonly soon: string
  /** Orders certificates of one day by their number, so that the order does not tell the time. */
  readonly byDay?: boolean
}

/** The SQL condition of each status, over `c` and its holder `p`; `certificateStatus` of the domain decides the same. */
const STATUS: Readonly<Record<CertificateStatus, string>> = {
  revoked: 'c.revoked_at IS NOT NULL',
  expired: 'c.revoked_at IS NULL AND c.valid_until <= :now',
  unsigned: 'c.revoked_at IS NULL AND c.valid_until > :now AND c.document IS NULL',
  'expires-soon':
    'c.revoked_at IS NULL AND c.valid_until > :now AND c.valid_until <= :soon AND c.document IS NOT NULL AND p.left_at IS NULL',
  valid: `c.revoked_at IS NULL AND c.valid_until > iif(p.left_at IS NULL, :soon, :now) AND c.document IS NOT NULL`,
}

/**
 * Builds the condition over the standings `s` of those who hold certificates. Certificates of people who have left stay
 * in the list; a status finds the same people as it does elsewhere.
 */
export const certifiedCondition = (filter: RecordFilter, now: string): Condition =>
  filter.statuses.length > 0 ? completionCondition(filter, now) : standingCondition(filter, now)

/** Builds the condition over certificates `c`, their holders `p` and the standings `s` of these in their courses. */
export function certificateListCondition({ filter, status, now, soon }: CredentialQuery): Condition {
  const people = certifiedCondition(filter, now)
  const marks = STATUS[status ?? 'valid'].match(/:now|:soon/g) ?? []
  const own = status === null ? 'TRUE' : STATUS[status].replaceAll(/:now|:soon/g, '?')
  const times = status === null ? [] : marks.map((mark) => (mark === ':now' ? now : soon))
  return { where: `(${people.where}) AND ${own}`, params: [...people.params, ...times] }
}

import type { Course } from '../../domain/course'
import { renewsFrom } from '../../domain/credentials'
import { localDay } from '../local-day'
import type { Pass } from '../store/tables/standings'

/**
 * Returns the time from which a course that somebody has passed may be played again, so that its certificate is
 * renewed.
 * @returns ISO 8601; `null` if the course is not passed, or gives no certificate
 */
export function renewalOf(course: Course, pass: Pass | undefined): string | null {
  if (!pass || pass.passedAt === null) return null
  const { validUntil, revokedAt } = pass
  const certificate = validUntil === null ? undefined : { validUntil, revokedAt }
  return renewsFrom(course, localDay(new Date(pass.passedAt)), certificate)
}

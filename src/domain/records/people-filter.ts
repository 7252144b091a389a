import type { Role } from './roles'

/** Which people are meant, on the page People and when a course is assigned. */
export interface PeopleFilter {
  /** A part of a name, an employee number or a team; capitals and accents don't matter. */
  readonly search: string
  /** An empty list means that it does not matter. */
  readonly teams: readonly string[]
  readonly sites: readonly string[]
  readonly roles: readonly Role[]
  /** Those who have left, instead of those who work here. */
  readonly left: boolean
}

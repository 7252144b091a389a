import type { Role } from './roles'

/** Selects people on the page People, and when a course is assigned. */
export interface PeopleFilter {
  /** A part of a name, an employee number or a team; capitals and accents do not matter. */
  readonly search: string
  /** An empty list selects everybody. */
  readonly teams: readonly string[]
  readonly sites: readonly string[]
  readonly roles: readonly Role[]
  /** Selects people who have left instead of those who work here. */
  readonly left: boolean
}

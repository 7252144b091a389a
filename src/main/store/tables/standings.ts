import { COMPETENCIES, type Competency } from '../../../domain/scenario/vocabulary'
import type { Standing } from '../../../domain/records'

/** A row of `standings`; the points by competency are columns of their own, see `COMPETENCY_COLUMNS`. */
export interface StandingRow {
  readonly person_id: string
  readonly course: string
  readonly course_version: string | null
  readonly assigned_at: string | null
  readonly assigned_by: string | null
  readonly due_at: string | null
  readonly started_at: string | null
  readonly status: Standing['status']
  readonly round: number
  readonly modules: number
  readonly modules_done: number
  readonly earned: number
  readonly possible: number
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly false_alarms: number
  readonly critical: number
  /** Assessed attempts that were set aside, in whatever round. */
  readonly set_aside: number
  readonly passed_at: string | null
  readonly last_activity: string | null
  readonly credential_id: string | null
  readonly valid_until: string | null
  readonly revoked_at: string | null
  readonly course_hash: string | null
  /** Percent. */
  readonly score: number | null
  readonly sort_name: string
  readonly number: string
  /** Empty where the person has none. */
  readonly team: string
  readonly site: string
}

/** `data-protection` → the columns `data_protection_earned` and `data_protection_possible` of a standing. */
export const competencyColumns = (
  competency: Competency,
): { readonly earned: string; readonly possible: string } => {
  const name = competency.replaceAll('-', '_')
  return { earned: `${name}_earned`, possible: `${name}_possible` }
}

/** Every competency with the names of its columns. */
export const COMPETENCY_COLUMNS = COMPETENCIES.map((competency) => ({
  competency,
  ...competencyColumns(competency),
}))

import type { Cell } from './csv'

/** What the export says of one attempt. */
export interface ExportedAttempt {
  readonly id: string
  readonly personName: string
  readonly personNumber: string
  readonly course: string
  readonly round: number | null
  readonly scenario: string
  readonly scenarioVersion: string
  readonly scenarioHash: string
  readonly mode: string
  readonly truth: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly earned: number | null
  readonly possible: number | null
  readonly scorePercent: number | null
  readonly passed: boolean | null
  readonly disposition: string | null
  readonly outcome: string | null
  readonly critical: readonly string[]
}

/** Stable column names of the export, in order, each with how it is filled. */
export const ATTEMPT_COLUMNS: readonly (readonly [string, (attempt: ExportedAttempt) => Cell])[] = [
  ['attempt_id', (a) => a.id],
  ['name', (a) => a.personName],
  ['employee_number', (a) => a.personNumber],
  ['course', (a) => a.course],
  ['round', (a) => a.round],
  ['scenario', (a) => a.scenario],
  ['scenario_version', (a) => a.scenarioVersion],
  ['scenario_sha256', (a) => a.scenarioHash],
  ['mode', (a) => a.mode],
  ['truth', (a) => a.truth],
  ['started_at', (a) => a.startedAt],
  ['ended_at', (a) => a.endedAt],
  ['points_earned', (a) => a.earned],
  ['points_possible', (a) => a.possible],
  ['score_percent', (a) => a.scorePercent],
  ['passed', (a) => (a.passed === null ? null : a.passed ? 'yes' : 'no')],
  ['disposition', (a) => a.disposition],
  ['outcome', (a) => a.outcome],
  ['critical_acts', (a) => a.critical.join('; ')],
]

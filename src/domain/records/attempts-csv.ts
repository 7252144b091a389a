/** The facts about one attempt in an export. */
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

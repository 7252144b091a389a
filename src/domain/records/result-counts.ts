/**
 * The counts of one row of a table of results: all attempts of a channel, a tactic, a scenario or a team, or the sum of
 * some releases. All numbers count attempts, except `people`.
 */
export interface ResultCounts {
  readonly name: string
  /** For releases the least number of people, since people are not matched between two releases of one group. */
  readonly people: number
  readonly attempts: number
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly falseAlarms: number
  readonly critical: number
}

/** The earned and possible points of one competency, in the attempts of a number of people. */
export interface CompetencyCounts {
  readonly name: string
  readonly people: number
  readonly earned: number
  readonly possible: number
}

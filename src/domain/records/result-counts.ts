/**
 * Counts of one row of a table of results: all attempts of a channel, a tactic, a scenario or a team,
 * or what some releases come to. All are numbers of attempts, but for `people`.
 */
export interface ResultCounts {
  readonly name: string
  /** Of releases: at least so many, since nobody is looked for in two releases of one group. */
  readonly people: number
  readonly attempts: number
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly falseAlarms: number
  readonly critical: number
}

/** Points of one competency: earned of those possible, in attempts of so many people. */
export interface CompetencyCounts {
  readonly name: string
  readonly people: number
  readonly earned: number
  readonly possible: number
}

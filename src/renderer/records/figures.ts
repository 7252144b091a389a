import type { CompletionRow } from '../../bridge'

/** The counts over a list of completions. Shares are `null` while there is nothing to divide by. */
export interface Figures {
  /** Rows: a person in a course. */
  readonly enrolled: number
  readonly complete: number
  readonly inProgress: number
  readonly failed: number
  /** Complete / enrolled, 0 to 1. */
  readonly completeShare: number | null
  /** Attacks missed / attacks played. */
  readonly missedShare: number | null
  /** Genuine contacts turned away / genuine contacts played. */
  readonly turnedAwayShare: number | null
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

export function figuresOf(rows: readonly CompletionRow[]): Figures {
  const having = (status: CompletionRow['status']) => rows.filter((row) => row.status === status).length
  const sum = (of: (row: CompletionRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const complete = having('complete')
  return {
    enrolled: rows.length,
    complete,
    inProgress: having('in-progress'),
    failed: having('failed'),
    completeShare: share(complete, rows.length),
    missedShare: share(
      sum((row) => row.missed),
      sum((row) => row.attacks),
    ),
    turnedAwayShare: share(
      sum((row) => row.turnedAway),
      sum((row) => row.legitimate),
    ),
  }
}

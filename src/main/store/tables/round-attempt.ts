import type { RoundAttempt } from '../../../domain/course'

/** What an assessed attempt is to its round, from its row. */
export const toRoundAttempt = (row: Readonly<Record<string, unknown>>): RoundAttempt => ({
  id: row['id'] as string,
  scenario: row['scenario'] as string,
  round: row['round'] as number,
  startedAt: row['started_at'] as string,
  setAside: row['set_aside_at'] !== null,
  result:
    row['ended_at'] === null
      ? undefined
      : {
          outcome: row['outcome'] as NonNullable<RoundAttempt['result']>['outcome'],
          critical: JSON.parse(row['critical'] as string) as string[],
          earned: row['earned'] as number,
          possible: row['possible'] as number,
        },
})

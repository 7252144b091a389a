import type { Task } from './task'

export interface RowCounts {
  readonly people: number
  readonly standings: number
  readonly attempts: number
}

/** How many rows the largest tables have. */
export const countRows: Task<undefined, RowCounts> = (_request, { db }) =>
  db
    .prepare(
      `SELECT (SELECT count(*) FROM people) AS people, (SELECT count(*) FROM standings) AS standings,
         (SELECT count(*) FROM attempts) AS attempts`,
    )
    .get() as RowCounts

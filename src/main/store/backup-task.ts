import { copyInto } from './database'
import type { Task } from './task'

/** Copies the records. For a large organisation this takes longer than a window may wait. */
export const backUp: Task<{ readonly target: string }, null> = ({ target }, { db }) => {
  // A copy takes a snapshot of its own and can't be made within another one.
  db.exec('ROLLBACK')
  db.pragma('query_only = OFF')
  try {
    copyInto(db, target)
  } finally {
    db.pragma('query_only = ON')
    db.exec('BEGIN')
  }
  return null
}

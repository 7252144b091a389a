import { attemptIds, countAttempts } from '../store/tables/attempts'
import type { Task } from '../store/task'
import { alteredAmong, Seals } from './seal'

export interface RecordsChecked {
  readonly attempts: number
  readonly altered: number
}

const BATCH = 200

/**
 * Checks the row and the whole log of every attempt against its seal. A CSV of a million rows does not check the logs.
 */
export const recordsCheck: Task<{ readonly secret: string; readonly since: string }, RecordsChecked> = async (
  { secret, since },
  { db, breathe, progress },
) => {
  const seals = new Seals(secret, since)
  const total = countAttempts(db)
  let attempts = 0
  let altered = 0
  let after = ''
  for (;;) {
    const ids = attemptIds(db, after, BATCH)
    const last = ids[ids.length - 1]
    if (last === undefined) return { attempts, altered }
    altered += alteredAmong(db, seals, ids).size
    attempts += ids.length
    after = last
    progress(attempts, total)
    await breathe()
  }
}

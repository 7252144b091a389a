import { addUpReleases, type RecordFilter } from '../../domain/records'
import { openEncrypted } from '../store/libsql'
import { makeReleases, releasesOf, tacticsOfReleased } from '../store/result-releases'
import type { GroupResults } from '../store/group-results'
import type { Task } from '../store/task'

export interface MakeReleasesRequest {
  readonly databasePath: string
  readonly databaseKey: string
  /** ISO date-time. */
  readonly now: string
  readonly smallestGroup: number
}

/** Main and this task wait this long for each other's writes. */
const BUSY_MS = 30_000

/**
 * Makes releases through a connection of its own that may write. The first run takes in everything that was ever
 * recorded.
 */
export const makeReleasesTask: Task<MakeReleasesRequest, null> = async (
  { databasePath, databaseKey, now, smallestGroup },
  { breathe },
) => {
  const db = openEncrypted(databasePath, databaseKey)
  try {
    db.pragma(`busy_timeout = ${BUSY_MS}`)
    db.pragma('synchronous = FULL')
    db.pragma('temp_store = MEMORY')
    for (const step of makeReleases(db, now, smallestGroup)) {
      void step
      await breathe()
    }
    return null
  } finally {
    db.close()
  }
}

export interface ReleasedRequest {
  readonly filter: Pick<RecordFilter, 'sites' | 'teams' | 'courses'>
  readonly smallestGroup: number
}

/** Adds up the released results of groups. */
export const releasedResults: Task<ReleasedRequest, GroupResults> = ({ filter, smallestGroup }, { db }) => {
  const tactics = tacticsOfReleased(db)
  return addUpReleases(releasesOf(db, filter, smallestGroup), (hash) => tactics.get(hash) ?? [])
}

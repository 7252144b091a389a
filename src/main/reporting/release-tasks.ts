import { addUpReleases, type RecordFilter } from '../../domain/records'
import { openEncrypted } from '../store/libsql'
import { makeReleases, releasesOf } from './releases'
import type { GroupResults } from './group-results'
import type { Task } from '../store/task'

export interface MakeReleasesRequest {
  readonly databasePath: string
  readonly databaseKey: string
  /** ISO date-time. */
  readonly now: string
  readonly smallestGroup: number
}

/** Main waits for so long with a write of its own, and this with main's. */
const BUSY_MS = 30_000

/** With a connection of its own that writes: the first time, all that was ever recorded is taken in. */
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

/** What was released of groups, added up. */
export const releasedResults: Task<ReleasedRequest, GroupResults> = ({ filter, smallestGroup }, { db }) => {
  const tactics = new Map(
    db
      .prepare(
        `SELECT hash, json_group_array(each.value) AS tactics FROM scenarios, json_each(content, '$.tactics') AS each
           WHERE hash IN (SELECT scenario_hash FROM releases) GROUP BY hash`,
      )
      .all<{ hash: string; tactics: string }>()
      .map(({ hash, tactics: list }) => [hash, JSON.parse(list) as string[]]),
  )
  return addUpReleases(releasesOf(db, filter, smallestGroup), (hash) => tactics.get(hash) ?? [])
}

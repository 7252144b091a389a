import { EVERYTHING, type RecordFilter } from '../../domain/records'

/**
 * Returns the part of a filter that the audit log keeps. Of a search it keeps only that there was one, because a search
 * may hold a name, and the log is kept longer than the person's data.
 */
export function filterForAudit(filter: RecordFilter): Record<string, unknown> {
  const asked = Object.entries(filter).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(EVERYTHING[key as keyof RecordFilter]),
  )
  return Object.fromEntries(asked.map(([key, value]) => [key, key === 'search' ? true : value]))
}

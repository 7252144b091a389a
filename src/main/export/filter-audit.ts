import { EVERYTHING, type RecordFilter } from '../../domain/records'

/**
 * What the audit log keeps of a filter: all that was asked for, but of a search only that there was one. It may hold a
 * name, and the log outlives the person.
 */
export function filterForAudit(filter: RecordFilter): Record<string, unknown> {
  const asked = Object.entries(filter).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(EVERYTHING[key as keyof RecordFilter]),
  )
  return Object.fromEntries(asked.map(([key, value]) => [key, key === 'search' ? true : value]))
}

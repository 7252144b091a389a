import type { RecordFilter } from '../../domain/records'

const DAY_MS = 86_400_000

/** @param day 2026-11-24 */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - DAY_MS).toISOString().slice(0, 10)

const nearestMidnight = (instant: string | null): string | null =>
  instant && new Date(Math.round(Date.parse(instant) / DAY_MS) * DAY_MS).toISOString()

/**
 * A period of whole days (UTC): by a finer one, one could find out at what time somebody did something. The midnight of
 * a place becomes the midnight of that date in UTC, as far as there is less than half a day between.
 */
export const wholeDays = <P extends Pick<RecordFilter, 'from' | 'to'>>(filter: P): P => ({
  ...filter,
  from: nearestMidnight(filter.from),
  to: nearestMidnight(filter.to),
})

import type { RecordsView } from '../../bridge'

export type Period = NonNullable<RecordsView['period']>
export const PERIODS = [
  'this-month',
  'last-month',
  'next-30-days',
  'this-year',
] as const satisfies readonly Period[]

export interface Range {
  /** ISO date-times; the first is included, the last is not. */
  readonly from: string | null
  readonly to: string | null
}

/** Returns the days of a named period, in this computer's time zone. */
export function rangeOf(period: Period, now: Date): Range {
  const year = now.getFullYear()
  const month = now.getMonth()
  const day = now.getDate()
  const between = (from: Date, to: Date) => ({ from: from.toISOString(), to: to.toISOString() })
  switch (period) {
    case 'this-month':
      return between(new Date(year, month, 1), new Date(year, month + 1, 1))
    case 'last-month':
      return between(new Date(year, month - 1, 1), new Date(year, month, 1))
    case 'next-30-days':
      return between(new Date(year, month, day), new Date(year, month, day + 31))
    case 'this-year':
      return between(new Date(year, 0, 1), new Date(year + 1, 0, 1))
  }
}

/**
 * Converts a limit to the value of a date field, `2026-11-24`. The limit is the first moment of that day here, or of
 * the day after it.
 */
export function dayOf(instant: string | null, last: boolean): string {
  if (instant === null) return ''
  const date = new Date(Date.parse(instant) - (last ? 1 : 0))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/**
 * Converts the value of a date field to a limit.
 * @returns `null` for an empty field
 */
export function instantOf(day: string, last: boolean): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  return new Date(year, month - 1, date + (last ? 1 : 0)).toISOString()
}

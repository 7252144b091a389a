import { barPercent, wholeShare } from '../../domain/scoring/whole-share'
import type { Locale } from '../../texts/generated'
import { regionOf } from './text'

const DAY_MS = 86_400_000

/** A value that is only a day is formatted in UTC, so that it shows the same day in every time zone. */
const format = (given: string, style: Intl.DateTimeFormatOptions, locale: Locale): string => {
  const dayOnly = /^\d{4}-\d{2}-\d{2}$/.test(given)
  const { timeStyle: _, ...day } = style
  return new Intl.DateTimeFormat(regionOf(locale), dayOnly ? { ...day, timeZone: 'UTC' } : style).format(
    new Date(given),
  )
}

/** 28 November 2026 */
export const longDate = (instant: string, locale: Locale): string =>
  format(instant, { dateStyle: 'long' }, locale)

/** 28 Nov 2026 */
export const shortDate = (instant: string, locale: Locale): string =>
  format(instant, { dateStyle: 'medium' }, locale)

/**
 * Formats a written day as 28 November 2026, independent of time zones.
 * @param day YYYY-MM-DD
 */
export const longWrittenDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

/**
 * Formats a written day as 28 Nov 2026.
 * @param day YYYY-MM-DD, or an instant in UTC
 */
export const shortWrittenDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(day.slice(0, 10)),
  )

/** 28 Nov */
export const dayAndMonth = (instant: string, locale: Locale): string =>
  format(instant, { day: 'numeric', month: 'short' }, locale)

/** Formats as 28 Nov 2026, 14:05; a value that is only a day as 28 Nov 2026. */
export const dateAndTime = (instant: string, locale: Locale): string =>
  format(instant, { dateStyle: 'medium', timeStyle: 'short' }, locale)

const PARTS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { dateStyle: 'long' },
]

/** Formats only the known parts of a date: `2025` stays a year, `2025-06` is June 2025, `2025-05-15` is 15 May 2025. */
export function knownDate(date: string, locale: Locale): string {
  // The date is parsed and formatted in UTC, so that no time zone changes the day or the year.
  const style = PARTS[date.split('-').length - 1]
  return new Intl.DateTimeFormat(regionOf(locale), { ...style, timeZone: 'UTC' }).format(new Date(date))
}

/** Returns the same time of the calendar day that lies this many days ahead, in this computer's time zone. */
export function daysLater(days: number, from: Date): Date {
  const then = new Date(from)
  then.setDate(then.getDate() + days)
  return then
}

/** Counts calendar days of this computer's time zone: 0 for today, negative for the past. */
export function daysUntil(instant: string, now: Date): number {
  const startOfDay = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((startOfDay(new Date(instant)) - startOfDay(now)) / DAY_MS)
}

/** 0.875 → 88 %; 0.9998 → 99 % */
export const percent = (ratio: number, locale: Locale): string =>
  new Intl.NumberFormat(regionOf(locale), { style: 'percent', maximumFractionDigits: 0 }).format(
    wholeShare(ratio),
  )

/** Writes a number with at most one decimal: 66.7, in French 66,7 */
export const decimal = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(regionOf(locale), { maximumFractionDigits: 1 }).format(value)

/** Writes a bar of a rule with at most one decimal: 0.875 → 87.5 % */
export const bar = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(regionOf(locale), { style: 'percent', maximumFractionDigits: 1 }).format(
    barPercent(share) / 100,
  )

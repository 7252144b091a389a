import type { InterfaceLocale } from '../../bridge'
import { regionOf } from './text'

const DAY_MS = 86_400_000

/** 28 November 2026 */
export const longDate = (instant: string, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'long' }).format(new Date(instant))

/** 28 Nov 2026 */
export const shortDate = (instant: string, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'medium' }).format(new Date(instant))

/** 28 Nov */
export const dayAndMonth = (instant: string, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(regionOf(locale), { day: 'numeric', month: 'short' }).format(new Date(instant))

/** 28 Nov 2026, 14:05 */
export const dateAndTime = (instant: string, locale: InterfaceLocale): string =>
  new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  )

/** 0 for today, negative for the past; counted in calendar days of this computer's time zone. */
export function daysUntil(instant: string, now: Date): number {
  const startOfDay = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((startOfDay(new Date(instant)) - startOfDay(now)) / DAY_MS)
}

/** 0.875 → 88 % */
export const percent = (ratio: number, locale: InterfaceLocale): string =>
  new Intl.NumberFormat(regionOf(locale), { style: 'percent', maximumFractionDigits: 0 }).format(ratio)

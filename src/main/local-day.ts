const two = (value: number) => String(value).padStart(2, '0')

/** Returns the calendar day of a moment in this computer's time zone, YYYY-MM-DD. */
export const localDay = (at: Date): string =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`

/** Returns the same time of the calendar day that lies this many days ahead, in this computer's time zone. */
export function daysLater(days: number, from: Date): Date {
  // Around a change of the clocks a day has 23 or 25 hours, so that milliseconds would miss the day near midnight.
  const then = new Date(from)
  then.setDate(then.getDate() + days)
  return then
}

/** Returns the moment at which a calendar day, YYYY-MM-DD, begins in this computer's time zone, as ISO 8601. */
export function startOfLocalDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date).toISOString()
}

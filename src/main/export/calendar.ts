import { createHash } from 'node:crypto'
import { createEvents } from 'ics'
import type { DueDate } from '../store/attention'

/** Texts of an entry in the language of the person who saves it. `{course}`, `{n}` and `{names}` are filled in. */
export interface CalendarWords {
  readonly due: string
  readonly who: string
  readonly more: string
}

const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/**
 * Writes due dates as iCalendar (RFC 5545), each as a whole-day entry. The same course and date always has the same id,
 * so that a calendar changes its entry instead of adding another.
 * @param title returns the course's title
 * @param now the time at which the file is made
 */
export function calendarOf(
  dates: readonly DueDate[],
  title: (course: string) => string,
  words: CalendarWords,
  now: Date,
): string {
  const events = dates.map(({ course, dueAt, names, people }) => {
    const day = new Date(dueAt)
    const start: [number, number, number] = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    const values = { course: title(course), n: String(people), names: names.join(', ') }
    const rest = people - names.length
    const more = rest > 0 ? ` ${filled(words.more, { n: String(rest) })}` : ''
    return {
      uid: `${createHash('sha256')
        .update(`due ${course} ${start.join('-')}`)
        .digest('hex')
        .slice(0, 32)}@hold-the-line`,
      title: filled(words.due, values),
      description: `${filled(words.who, values)}${more}`,
      start,
      duration: { days: 1 },
      busyStatus: 'FREE' as const,
      created: now.getTime(),
      lastModified: now.getTime(),
    }
  })
  const { error, value } = createEvents(events, {
    productId: 'hold-the-line/due-dates',
    calName: 'Hold the Line',
  })
  if (error || !value) throw error ?? new Error('No calendar was made.')
  return value
}

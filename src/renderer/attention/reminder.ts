import type { PersonAttention } from '../../bridge'
import { ATTENTION_REASONS, type AttentionReason } from '../../domain/records/attention'
import { pick, type Locale } from '../i18n'
import { longDate } from '../i18n/dates'
import type { AttentionText } from './words'

export interface Reminder {
  readonly subject: string
  readonly body: string
}

const LINES = {
  late: 'mail.line.late',
  failed: 'mail.line.again',
  due: 'mail.line',
  expired: 'mail.line.certificate',
  expires: 'mail.line.certificate',
} as const satisfies Record<AttentionReason, string>

/**
 * Writes a reminder that can be sent to everybody at once: the courses that wait, and the dates of those that fall due.
 * It names nobody, and each line is worded so that it is true for every reader.
 * @param t the texts in that language
 */
export function reminderTo(rows: readonly PersonAttention[], locale: Locale, t: AttentionText): Reminder {
  const sorted = [...rows].sort(
    (a, b) =>
      ATTENTION_REASONS.indexOf(a.reason) - ATTENTION_REASONS.indexOf(b.reason) ||
      (a.dueAt ?? '').localeCompare(b.dueAt ?? ''),
  )
  // There is one line for each course and reason, with the earliest of several due dates.
  const lines = new Map<string, string>()
  for (const { course, courseTitle, reason, dueAt } of sorted) {
    const line = LINES[reason]
    const key = `${line} ${course}`
    if (lines.has(key)) continue
    const day = dueAt === null ? '' : longDate(dueAt, locale)
    lines.set(key, t(line, { course: pick(courseTitle, locale), day }))
  }
  const courses = new Set(rows.map(({ course }) => course)).size
  const list = [...lines.values()].map((line) => `– ${line}`).join('\n')
  return {
    subject: t('mail.subject', { courses }),
    body: [t('mail.hello'), list, t('mail.how'), t('mail.help'), t('mail.thanks')].join('\n\n'),
  }
}

/** Returns each address once, and the number of people without one. */
export function addressesOf(rows: readonly PersonAttention[]): {
  readonly addresses: readonly string[]
  readonly missing: number
} {
  const people = new Map(rows.map(({ person, email }) => [person, email]))
  const known = [...people.values()].filter((email) => email !== null)
  return { addresses: [...new Set(known)], missing: people.size - known.length }
}

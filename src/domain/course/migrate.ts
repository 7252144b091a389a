import { z } from 'zod'
import { issuesOf } from '../scenario/issue'
import { openDocument, type FileFacts, type OpenedDocument } from '../scenario/open'
import { migrate, type Migration } from '../scenario/migrate'
import { unwrittenIn } from '../scenario/unwritten'
import { COURSE_FORMAT, courseSchema, type Course } from './schema'

/** Append-only. */
export const COURSE_MIGRATIONS: readonly Migration[] = [
  {
    // Bars become a rule, which asks for no reports, as none were asked for; rounds get the limit that all courses have
    // unless they say otherwise.
    from: 1,
    change: ({ pass, ...rest }) => ({
      ...rest,
      ...(typeof pass === 'object' && pass !== null
        ? { rule: { kind: 'fixed', ...pass, reportShare: 0 } }
        : {}),
      rounds: { most: 2, days: 30 },
    }),
  },
]

const FORMAT = { migrations: COURSE_MIGRATIONS, newest: COURSE_FORMAT }

/**
 * Opens a course of any format up to the newest.
 * @param facts its name, where it must be called by its id
 * @returns everything that is wrong with it, and the course in the newest format when nothing is. Never throws.
 */
export function openCourse(text: string, facts?: FileFacts): OpenedDocument<Course> {
  const opened = openDocument(courseSchema, text, facts && { ...facts, idOf: ({ id }) => id }, FORMAT)
  const { value, issues } = opened
  return value ? { value, issues: [...issues, ...issuesOf(unwrittenIn(value), value)] } : opened
}

/** A course within another document, of any format up to the newest. */
export const storedCourseSchema = z.preprocess((raw) => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw
  const brought = migrate(raw as Record<string, unknown>, COURSE_MIGRATIONS, COURSE_FORMAT)
  return brought.ok ? brought.document : raw
}, courseSchema)

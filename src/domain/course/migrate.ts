import { z } from 'zod'
import { openDocument, type FileFacts, type OpenedDocument } from '../scenario/open'
import { migrate, type Migration } from '../scenario/migrate'
import { checkCourseTexts } from '../scenario/text-faults'
import { hasErrors, issuesOf } from '../scenario/issue'
import { unwrittenIn } from '../scenario/unwritten'
import { COURSE_FORMAT, courseSchema, type Course } from './schema'

/** Format migrations in order. Only append to this list: courses in the field rely on each of them. */
export const COURSE_MIGRATIONS: readonly Migration[] = [
  {
    // The bars become a rule without a bar for reports, which had none before. Rounds get the limit that courses have
    // by default.
    from: 1,
    change: ({ pass, ...rest }) => ({
      ...rest,
      ...(typeof pass === 'object' && pass !== null
        ? { rule: { kind: 'fixed', ...pass, reportShare: 0 } }
        : {}),
      rounds: { most: 2, days: 30 },
    }),
  },
  {
    // Every course gave a certificate before.
    from: 2,
    change: ({ certificateTitle, validMonths, ...rest }) => ({
      ...rest,
      certificate: { title: certificateTitle, validMonths },
    }),
  },
]

const FORMAT = { migrations: COURSE_MIGRATIONS, newest: COURSE_FORMAT }

/**
 * Opens a course in any format up to the newest.
 * @param facts the facts about its file; if given, the file must be named by the course's id
 * @returns all issues, and the course in the newest format if there is no error. Never throws.
 */
export function openCourse(text: string, facts?: FileFacts): OpenedDocument<Course> {
  const opened = openDocument(courseSchema, text, facts && { ...facts, idOf: ({ id }) => id }, FORMAT)
  const { value, issues } = opened
  if (!value) return opened
  const all = [...issues, ...issuesOf([...unwrittenIn(value), ...checkCourseTexts(value)], value)]
  return { value: hasErrors(all) ? undefined : value, issues: all }
}

/** Reads a course within another document, in any format up to the newest. */
export const storedCourseSchema = z.preprocess((raw) => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw
  const migration = migrate(raw as Record<string, unknown>, COURSE_MIGRATIONS, COURSE_FORMAT)
  return migration.ok ? migration.document : raw
}, courseSchema)

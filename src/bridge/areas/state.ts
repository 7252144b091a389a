import { z } from 'zod'
import { locale, person, THEMES, utcDay } from './shared'

const START_PROBLEMS = [
  'missing',
  'empty',
  'damaged',
  'key-missing',
  'key-unreadable',
  'newer',
  'busy',
  'unreadable',
] as const

/** An issue of a file; its code is one of the domain's. */
export const issue = z.object({
  code: z.string(),
  keys: z.object({
    path: z.array(z.union([z.string(), z.number()])),
    scene: z.string().optional(),
    choice: z.string().optional(),
    beat: z.string().optional(),
    text: z.string().optional(),
    language: z.string().optional(),
  }),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type NoticeIssue = z.infer<typeof issue>

const notice = z.object({
  code: z.enum([
    'database-set-aside',
    'key-not-in-keychain',
    'scenario-refused',
    'course-refused',
    'floor-refused',
    'clock-ahead',
    'clock-behind',
    'records-restored',
  ]),
  /**
   * A file's name without its folder, the id of what was refused, the last time that was believed, or the day of a
   * backup.
   */
  detail: z.string(),
  /** The issues of a library file, gravest first. The page shows them in its language. */
  issues: z.array(issue.extend({ severity: z.enum(['error', 'warning']) })).optional(),
  /** The number of further issues in the file. */
  moreIssues: z.number().int().min(0).optional(),
})

/** The state that every screen needs. Each call that changes it answers with the new state. */
export const appState = z.object({
  version: z.string(),
  /**
   * `no-records`: there were records here and they can’t be used. `first-run`: there is no organisation or no person
   * yet. `locked` and `must-change`: somebody is signed in, but must first unlock the screen or replace the secret that
   * they were given.
   */
  phase: z.enum(['no-records', 'first-run', 'signed-out', 'locked', 'must-change', 'signed-in']),
  /** The reason why there are no usable records, with the system’s or the database’s own code. */
  problem: z.object({ code: z.enum(START_PROBLEMS), detail: z.string() }).nullable(),
  organisation: z.string().nullable(),
  person: person.nullable(),
  /** The kind of secret that the signed-in person has. */
  secret: z.enum(['none', 'pin', 'passphrase']).nullable(),
  /** The fields of the sign-in page. */
  signIn: z.object({ pin: z.boolean(), selfJoin: z.boolean() }),
  /**
   * Set in pseudonymous mode when somebody else has replaced the secret. Earlier results are then closed until an
   * earlier secret is given, too. `closed`: there are such results. `confirm`: there is an earlier secret.
   */
  earlier: z
    .object({ since: utcDay, by: z.string().nullable(), closed: z.boolean(), confirm: z.boolean() })
    .nullable(),
  locale,
  theme: z.enum(THEMES),
  /** True if single keys choose replies and tools in the player. */
  shortcuts: z.boolean(),
  /** A file that the system asked this program to open, by its name; it waits for somebody who may look at it. */
  waitingFile: z.string().nullable(),
  /** Problems of the start that the user should know. */
  notices: z.array(notice),
})

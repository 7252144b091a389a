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

/** Something wrong with a file; its code is one of the domain's. */
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
  /** A file's name without its folder, the id of what was refused, the last time that was believed, or the day of a backup. */
  detail: z.string(),
  /** What is wrong with a file of the library, the gravest first, to be said in the language of the page. */
  issues: z.array(issue.extend({ severity: z.enum(['error', 'warning']) })).optional(),
  /** How many more issues the file has. */
  moreIssues: z.number().int().min(0).optional(),
})

/** What every screen needs to know, and what each call that changes it answers. */
export const appState = z.object({
  version: z.string(),
  /**
   * `no-records` while there were records here and they can’t be used; `first-run` until an organisation and a first person exist. `locked` and `must-change`: somebody is signed in and
   * may do nothing else before they unlock or replace the secret that they were given.
   */
  phase: z.enum(['no-records', 'first-run', 'signed-out', 'locked', 'must-change', 'signed-in']),
  /** Why there are no records to work with, and the system’s or the database’s own code. */
  problem: z.object({ code: z.enum(START_PROBLEMS), detail: z.string() }).nullable(),
  organisation: z.string().nullable(),
  person: person.nullable(),
  /** What the signed-in person proves who they are with. */
  secret: z.enum(['none', 'pin', 'passphrase']).nullable(),
  /** What the sign-in page asks for. */
  signIn: z.object({ pin: z.boolean(), selfJoin: z.boolean() }),
  /**
   * In pseudonymous mode, when somebody else replaced the secret: what was done before is closed until an earlier one is
   * given as well. `closed`: there is something; `confirm`: there is an earlier one.
   */
  earlier: z
    .object({ since: utcDay, by: z.string().nullable(), closed: z.boolean(), confirm: z.boolean() })
    .nullable(),
  locale,
  theme: z.enum(THEMES),
  /** Whether single keys choose replies and tools in the player. */
  shortcuts: z.boolean(),
  /** Things that went wrong on start and that the user should know. */
  notices: z.array(notice),
})

/**
 * Every call that crosses from the renderer to main: its request, its response, and who may make it.
 * Main parses requests and responses with these schemas; the renderer and the preload take types and names alone.
 */
import { z } from 'zod'
import { LOCALE_PATTERN, scenarioSchema } from '../domain/scenario/schema'
import { CHANNELS, DISPOSITIONS, ID_PATTERN, TRUTHS } from '../domain/scenario/vocabulary'

const id = z.string().regex(ID_PATTERN)
const uuid = z.uuid()
const name = z.string().trim().min(1).max(120)
const employeeNumber = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u)
const instant = z.iso.datetime()
const localized = z.record(z.string().regex(LOCALE_PATTERN), z.string())
const nothing = z.undefined()

export const INTERFACE_LOCALES = ['en', 'fr'] as const
export const THEMES = ['system', 'light', 'dark'] as const
const locale = z.enum(INTERFACE_LOCALES)

const person = z.object({
  id: uuid,
  name,
  number: employeeNumber,
  role: z.enum(['trainee', 'trainer', 'hr', 'administrator']),
})

const notice = z.object({
  code: z.enum(['database-set-aside', 'key-not-in-keychain', 'scenario-refused', 'course-refused']),
  /** A file's name without its folder, or the id of what was refused. */
  detail: z.string(),
})

const appState = z.object({
  version: z.string(),
  /** `first-run` until an organisation and a first person exist. */
  phase: z.enum(['first-run', 'signed-out', 'signed-in']),
  organisation: z.string().nullable(),
  person: person.nullable(),
  locale,
  theme: z.enum(THEMES),
  /** Things that went wrong on start and that the user should know. */
  notices: z.array(notice),
})

const outcome = z.enum(['hit', 'miss', 'correct-service', 'false-alarm'])
const mode = z.enum(['assessed', 'practice'])

const moduleState = z.object({
  scenario: id,
  title: localized,
  summary: localized,
  channel: z.enum(CHANNELS),
  minutes: z.number(),
  state: z.enum(['open', 'in-progress', 'done']),
  /** The attempt to continue, or the one that counts. */
  attempt: uuid.nullable(),
  scorePercent: z.number().nullable(),
  passed: z.boolean().nullable(),
  outcome: outcome.nullable(),
  disposition: z.enum(DISPOSITIONS).nullable(),
})

const courseResult = z.object({
  attacks: z.number(),
  hits: z.number(),
  legitimate: z.number(),
  falseAlarms: z.number(),
  critical: z.array(z.string()),
  ratio: z.number().nullable(),
  complete: z.boolean(),
  passed: z.boolean(),
})

const certificate = z.object({
  id: z.string(),
  course: id,
  courseTitle: localized,
  certificateTitle: localized,
  personName: name,
  organisation: z.string(),
  issuedAt: instant,
  validUntil: instant,
  scorePercent: z.number(),
  attacks: z.number(),
  hits: z.number(),
  legitimate: z.number(),
  served: z.number(),
})

const courseState = z.object({
  id,
  title: localized,
  summary: localized,
  round: z.number(),
  modules: z.array(moduleState),
  result: courseResult,
  pass: z.object({ hitRate: z.number(), falseAlarmRate: z.number() }),
  certificate: certificate.nullable(),
  /** ISO date-times at which a refresher falls due; empty until the course is passed. */
  refreshers: z.array(instant),
})

const logEntry = z.object({
  seq: z.number().int().min(1),
  kind: z.enum(['decision', 'desk']),
  event: z.string().max(200),
  at: instant,
  elapsedMs: z.number().int().min(0),
})

const attempt = z.object({
  id: uuid,
  course: id,
  mode,
  scenario: scenarioSchema,
  log: z.array(logEntry),
  ended: z.boolean(),
  /** First name, for texts that address the trainee. */
  trainee: z.string(),
  organisation: z.string(),
})

const attemptRow = z.object({
  id: uuid,
  personName: z.string(),
  personNumber: z.string(),
  course: id,
  courseTitle: localized,
  scenario: id,
  scenarioTitle: localized,
  truth: z.enum(TRUTHS),
  mode,
  startedAt: instant,
  endedAt: instant.nullable(),
  scorePercent: z.number().nullable(),
  passed: z.boolean().nullable(),
  disposition: z.enum(DISPOSITIONS).nullable(),
  outcome: outcome.nullable(),
  critical: z.array(z.string()),
})

const completionRow = z.object({
  personName: z.string(),
  personNumber: z.string(),
  course: id,
  courseTitle: localized,
  status: z.enum(['open', 'in-progress', 'complete', 'failed']),
  modulesDone: z.number(),
  modules: z.number(),
  scorePercent: z.number().nullable(),
  missed: z.number(),
  attacks: z.number(),
  turnedAway: z.number(),
  legitimate: z.number(),
  certificate: z.string().nullable(),
  lastActivity: instant.nullable(),
})

export const EVERYONE = ['trainee', 'trainer', 'hr', 'administrator'] as const
const RECORD_KEEPERS = ['hr', 'administrator'] as const

/** `roles: null` means that nobody needs to be signed in. */
function channel<Q extends z.ZodType, A extends z.ZodType>(
  request: Q,
  response: A,
  roles: readonly (typeof EVERYONE)[number][] | null,
) {
  return { request, response, roles }
}

export const channels = {
  'app.state': channel(nothing, appState, null),
  'app.preferences': channel(
    z.object({ locale: locale.optional(), theme: z.enum(THEMES).optional() }),
    appState,
    null,
  ),
  'app.setUp': channel(
    z.object({ organisation: name, name, number: employeeNumber, locale }),
    appState,
    null,
  ),
  'session.signIn': channel(z.object({ number: employeeNumber }), appState, null),
  'session.join': channel(z.object({ name, number: employeeNumber }), appState, null),
  'session.signOut': channel(nothing, appState, EVERYONE),
  'learn.courses': channel(nothing, z.array(courseState), EVERYONE),
  'attempt.start': channel(z.object({ course: id, scenario: id, mode }), attempt, EVERYONE),
  'attempt.resume': channel(z.object({ attempt: uuid }), attempt, EVERYONE),
  'attempt.restart': channel(z.object({ attempt: uuid }), attempt, EVERYONE),
  /** `seq` is the number that this entry must get; a repeated one that is already there is answered, not doubled. */
  'attempt.commit': channel(
    z.object({
      attempt: uuid,
      seq: z.number().int().min(1),
      kind: z.enum(['decision', 'desk']),
      event: z.string().min(1).max(200),
    }),
    z.object({ entry: logEntry, ended: z.boolean() }),
    EVERYONE,
  ),
  /** The clock of a decision stops while paused. */
  'attempt.pause': channel(z.object({ attempt: uuid, paused: z.boolean() }), z.null(), EVERYONE),
  'records.attempts': channel(
    z.object({
      search: z.string().max(120),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ total: z.number(), rows: z.array(attemptRow) }),
    RECORD_KEEPERS,
  ),
  'records.completions': channel(
    z.object({ search: z.string().max(120) }),
    z.array(completionRow),
    RECORD_KEEPERS,
  ),
  'records.exportCsv': channel(nothing, z.object({ file: z.string(), rows: z.number() }), RECORD_KEEPERS),
  'certificate.savePdf': channel(
    z.object({ certificate: z.string().max(40), paper: z.enum(['A4', 'Letter']), locale }),
    z.object({ file: z.string() }),
    EVERYONE,
  ),
} as const

export type ChannelName = keyof typeof channels
export type Request<C extends ChannelName> = z.input<(typeof channels)[C]['request']>
export type Response<C extends ChannelName> = z.output<(typeof channels)[C]['response']>
export type InterfaceLocale = (typeof INTERFACE_LOCALES)[number]
export type Theme = (typeof THEMES)[number]
export type AppState = Response<'app.state'>
export type CourseState = Response<'learn.courses'>[number]
export type ModuleState = CourseState['modules'][number]
export type CertificateView = z.output<typeof certificate>
export type AttemptView = Response<'attempt.start'>
export type AttemptRow = z.output<typeof attemptRow>
export type CompletionRow = z.output<typeof completionRow>

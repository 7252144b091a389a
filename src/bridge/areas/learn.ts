import { z } from 'zod'
import { isWhole } from '../../domain/scenario/parse'
import type { Scenario } from '../../domain/scenario/schema'
import { CHANNELS, DISPOSITIONS } from '../../domain/scenario/vocabulary'
import { certificate } from './certificate'
import { channel, EVERYONE, id, instant, localized, mode, nothing, outcome, uuid } from './shared'

const moduleState = z.object({
  scenario: id,
  title: localized,
  summary: localized,
  channel: z.enum(CHANNELS),
  /** The average minutes of the course's contacts. Its own minutes would tell an attack from a genuine contact. */
  minutes: z.number(),
  state: z.enum(['open', 'in-progress', 'done']),
  /** The attempt to continue, or the one that counts. */
  attempt: uuid.nullable(),
  scorePercent: z.number().nullable(),
  passed: z.boolean().nullable(),
  outcome: outcome.nullable(),
  /** True if the attempt contains a critical act. */
  critical: z.boolean(),
  disposition: z.enum(DISPOSITIONS).nullable(),
})

/** The rule for passing a round, as far as trainees are told. */
const courseRule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fixed'),
    hitRate: z.number(),
    falseAlarmRate: z.number(),
    reportShare: z.number(),
  }),
  z.object({
    kind: z.literal('sequential'),
    /** The lowest and the highest number of contacts in a round. */
    least: z.number(),
    most: z.number(),
    reportShare: z.number(),
  }),
])

const courseResult = z.object({
  contacts: z.number(),
  attacks: z.number(),
  hits: z.number(),
  reported: z.number(),
  legitimate: z.number(),
  falseAlarms: z.number(),
  critical: z.array(z.string()),
  ratio: z.number().nullable(),
  complete: z.boolean(),
  passed: z.boolean(),
})

const courseState = z.object({
  id,
  title: localized,
  summary: localized,
  round: z.number(),
  modules: z.array(moduleState),
  result: courseResult,
  /** The time at which the next round may begin, if this one is over and the limit is reached. */
  nextRoundAt: instant.nullable(),
  /** Contacts for practice, beside the assessed ones. */
  practice: z.array(z.object({ scenario: id, title: localized, open: z.boolean() })),
  /** True if part of the course was done before the secret was replaced. Its results are not shown. */
  closed: z.boolean(),
  rule: courseRule,
  /** True if the course is passed and may be played again now, so that its certificate is renewed. */
  renewable: z.boolean(),
  /** False for a course that is practice and gives no certificate. */
  certified: z.boolean(),
  /** The end of the day by which the assigned course is due. */
  dueAt: instant.nullable(),
  certificate: certificate.nullable(),
  /** ISO date-times at which a refresher falls due; empty without a certificate. */
  refreshers: z.array(instant),
})

const logEntry = z.object({
  seq: z.number().int().min(1),
  kind: z.enum(['decision', 'desk']),
  event: z.string().max(200),
  at: instant,
  elapsedMs: z.number().int().min(0),
})

export const attempt = z.object({
  id: uuid,
  course: id,
  mode,
  /** Main has parsed the scenario itself and knows that it is valid, so it is sent without being copied. */
  scenario: z.custom<Scenario>(isWhole),
  log: z.array(logEntry),
  /** Draws the order of the replies; null for older attempts. */
  seed: z.number().nullable(),
  ended: z.boolean(),
  /** The version of the rules by which it was scored, and that of today; `null` while it runs. */
  scoring: z.object({ version: z.number(), today: z.number() }).nullable(),
  /** The trainee's first name, for texts that address them. */
  trainee: z.string(),
  organisation: z.string(),
})

const opened = attempt.extend({
  /**
   * The number of the contact in its course or, if contacts are drawn, in its round; null for practice, and if the
   * course no longer has the contact.
   */
  place: z
    .object({ number: z.number().int().min(1), of: z.number().int().min(1), drawn: z.boolean() })
    .nullable(),
})

export const learnChannels = {
  'learn.courses': channel(nothing, z.array(courseState), EVERYONE),
  /** Starts a contact. `scenario`: null for the next contact of the course. */
  'attempt.start': channel(z.object({ course: id, scenario: id.nullable(), mode }), opened, EVERYONE),
  'attempt.resume': channel(z.object({ attempt: uuid }), opened, EVERYONE),
  'attempt.restart': channel(z.object({ attempt: uuid }), opened, EVERYONE),
  /** Ends a started assessed contact as abandoned. */
  'attempt.leave': channel(z.object({ attempt: uuid }), z.null(), EVERYONE),
  /**
   * Commits an entry. `seq` is the number that it must get. A repeated call for an entry that is already there is
   * answered and stores nothing twice.
   */
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
  /** Pauses an attempt; the clock of its decision stops. */
  'attempt.pause': channel(z.object({ attempt: uuid, paused: z.boolean() }), z.null(), EVERYONE),
} as const

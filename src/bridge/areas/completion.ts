import { z } from 'zod'
import { STANDING_ORDERS, STANDING_STATUSES } from '../../domain/records/filter'
import { CHANNELS, COMPETENCIES, DISPOSITIONS, TRUTHS } from '../../domain/scenario/vocabulary'
import { recordFilter } from './filter'
import {
  channel,
  id,
  instant,
  instantOrDay,
  localized,
  mode,
  name,
  nothing,
  outcome,
  RECORD_KEEPERS,
  release,
  uuid,
} from './shared'

/** A place between two rows. The page sends it back unchanged. */
const key = z
  .array(z.union([z.string().max(250), z.number()]))
  .min(1)
  .max(4)
const page = {
  /** `null` for the first page. */
  from: z.object({ key, direction: z.enum(['after', 'before']) }).nullable(),
  limit: z.number().int().min(1).max(200),
}
const ends = { before: key.nullable(), after: key.nullable() }

const standingSort = z.strictObject({ by: z.enum(STANDING_ORDERS), descending: z.boolean() })

/** The rule by which a course is passed. */
export const courseRule = z.object({
  kind: z.enum(['fixed', 'sequential']),
  /** The version of the rule; the course has its own version. */
  version: z.number(),
  courseVersion: z.string(),
  /** The rule as certificates explain it, with its error rates. */
  words: localized,
})

/** The standing of one person in one course. Fields that HR may not see in pseudonymous mode are `null`. */
const standingView = z.object({
  person: uuid,
  name: z.string(),
  number: z.string(),
  team: z.string().nullable(),
  site: z.string().nullable(),
  /** The course's title is in `records.choices`. */
  course: id,
  status: z.enum(STANDING_STATUSES),
  dueAt: z.string().nullable(),
  passedAt: z.string().nullable(),
  lastActivity: z.string().nullable(),
  certificate: z.string().nullable(),
  validUntil: z.string().nullable(),
  revokedAt: z.string().nullable(),
  results: z
    .object({
      round: z.number(),
      /** The contacts of the round. A drawn round that is over has as many as it took, which tells how it went. */
      modules: z.number(),
      modulesDone: z.number(),
      score: z.number().nullable(),
      attacks: z.number(),
      missed: z.number(),
      legitimate: z.number(),
      turnedAway: z.number(),
      critical: z.number(),
      /** True if the latest round was played to its end and not passed. */
      failed: z.boolean(),
      weakest: z.enum(COMPETENCIES).nullable(),
    })
    .nullable(),
})

const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() })

const figures = z.object({
  /** A row is one person in one course. */
  rows: z.number(),
  matched: z.number(),
  people: z.number(),
  complete: z.number(),
  expired: z.number(),
  revoked: z.number(),
  late: z.number(),
  inProgress: z.number(),
  open: z.number(),
  /** In pseudonymous mode the released results of the group; `null` if there are none. */
  results: z
    .object({
      /** `null` in pseudonymous mode. */
      failed: z.number().nullable(),
      attacks: z.number(),
      missed: estimate.nullable(),
      legitimate: z.number(),
      turnedAway: estimate.nullable(),
    })
    .nullable(),
  release,
})

/** In pseudonymous mode, a row only says that somebody worked at a course on a day. */
const attemptView = z.object({
  id: uuid,
  person: uuid,
  name: z.string(),
  number: z.string(),
  team: z.string().nullable(),
  site: z.string().nullable(),
  course: id,
  courseTitle: localized,
  startedAt: instantOrDay,
  /**
   * `null` in pseudonymous mode. A person who has met all contacts without completing the course, or who has a second
   * assessed attempt, did not pass a round, and the contacts would tell that.
   */
  contact: z
    .object({
      scenario: id,
      title: localized,
      channel: z.enum(CHANNELS).nullable(),
      mode,
      endedAt: instant.nullable(),
      setAside: z.boolean(),
    })
    .nullable(),
  /** True if the attempt was changed outside the program. */
  altered: z.boolean(),
  /** `null` while the attempt runs, in pseudonymous mode, and if it was altered. */
  results: z
    .object({
      truth: z.enum(TRUTHS),
      scorePercent: z.number().nullable(),
      passed: z.boolean(),
      disposition: z.enum(DISPOSITIONS),
      outcome,
      critical: z.array(z.string()),
    })
    .nullable(),
})

const PERIODS = ['this-month', 'last-month', 'next-30-days', 'this-year'] as const

/** A view that can be saved. A named period moves on with the calendar. */
export const recordsView = z.strictObject({
  filter: recordFilter,
  period: z.enum(PERIODS).nullable(),
  sort: standingSort,
})

const savedView = z.object({
  id: uuid,
  name,
  /** `null` if the view was saved by another version and can't be read. */
  view: recordsView.nullable(),
})

export const completionChannels = {
  'records.standings': channel(
    z.object({ filter: recordFilter, sort: standingSort, ...page }),
    z.object({ rows: z.array(standingView), ...ends }),
    RECORD_KEEPERS,
  ),
  'records.figures': channel(z.object({ filter: recordFilter }), figures, RECORD_KEEPERS),
  'records.completed': channel(
    z.object({ filter: recordFilter }),
    z.array(z.object({ day: z.string(), count: z.number() })),
    RECORD_KEEPERS,
  ),
  'records.attempts': channel(
    z.object({ filter: recordFilter, descending: z.boolean(), ...page }),
    z.object({ rows: z.array(attemptView), ...ends }),
    RECORD_KEEPERS,
  ),
  /** Counts attempts. `more`: there are more than `count`. */
  'records.countAttempts': channel(
    z.object({ filter: recordFilter }),
    z.object({ count: z.number(), more: z.boolean() }),
    RECORD_KEEPERS,
  ),
  /** Returns the entries that the filters offer. `results`: true if HR may see the results of one person. */
  'records.choices': channel(
    nothing,
    z.object({
      teams: z.array(z.string()),
      sites: z.array(z.string()),
      courses: z.array(z.object({ id, title: localized })),
      results: z.boolean(),
      smallestGroup: z.number(),
    }),
    RECORD_KEEPERS,
  ),
  /** Returns the rules of the courses that can be played. */
  'records.rules': channel(
    nothing,
    z.array(z.object({ course: id, title: localized, rule: courseRule })),
    RECORD_KEEPERS,
  ),
  'views.list': channel(nothing, z.array(savedView), RECORD_KEEPERS),
  'views.save': channel(z.object({ name, view: recordsView }), z.array(savedView), RECORD_KEEPERS),
  'views.rename': channel(z.object({ id: uuid, name }), z.array(savedView), RECORD_KEEPERS),
  'views.delete': channel(z.object({ id: uuid }), z.array(savedView), RECORD_KEEPERS),
} as const

import { z } from 'zod'
import { localized } from '../scenario/schema'
import { CHANNELS, ID_PATTERN } from '../scenario/vocabulary'

/** The newest course format that this program reads and the one that it writes. */
export const COURSE_FORMAT = 2

const contacts = z
  .array(z.string().regex(ID_PATTERN))
  .min(1)
  .refine((ids) => new Set(ids).size === ids.length, { params: { rule: 'twice' } })
const share = z.number().min(0).max(1)

/** A deck of named contacts with bars over the whole of it. */
const fixedRule = z.strictObject({
  kind: z.literal('fixed'),
  /** Least share of attacks stopped, 0 to 1. */
  hitRate: share,
  /** Greatest share of genuine contacts turned away, 0 to 1. */
  falseAlarmRate: share,
  /** Least share of attacks that were reported, 0 to 1; 0 asks for none. */
  reportShare: share,
})

const error = z.number().gt(0).lt(0.5)

/** Contacts drawn from a pool, one after another, until it is certain enough; see `sequential.ts`. */
const sequentialRule = z
  .strictObject({
    kind: z.literal('sequential'),
    /** d′ of somebody who is to pass, with no leaning. */
    skilled: z.number().min(0).max(5),
    /** d′ of somebody who is not to pass. */
    unskilled: z.number().min(0).max(5),
    /** The chance that is allowed for somebody unskilled to pass. */
    alpha: error,
    /** The chance that is allowed for somebody skilled to fail. */
    beta: error,
    /** Contacts after which a round ends, decided or not. */
    most: z.number().int().min(6).max(200),
    /** So many attacks and as many genuine contacts come before anybody passes: room for every channel. */
    leastOfEach: z
      .number()
      .int()
      .min(Math.ceil(CHANNELS.length / 2) + 1)
      .max(100),
    reportShare: share,
  })
  .refine(({ skilled, unskilled }) => skilled > unskilled, { path: ['skilled'], params: { rule: 'skills' } })
  .refine(({ most, leastOfEach }) => most >= 2 * leastOfEach, { path: ['most'], params: { rule: 'room' } })

/** Scenarios with the rule that passes them. */
export const courseSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(COURSE_FORMAT),
  id: z.string().regex(ID_PATTERN),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localized,
  /** Full name on the certificate. */
  certificateTitle: localized,
  summary: localized,
  /** Scenario ids: by the fixed rule in the order in which they are played, by the sequential one the pool. */
  modules: contacts,
  /** Scenario ids for practice, apart from the assessed ones as far as there are others. */
  practice: contacts.optional(),
  rule: z.discriminatedUnion('kind', [fixedRule, sequentialRule]),
  /** How many rounds may be begun within so many days. */
  rounds: z.strictObject({
    most: z.number().int().min(1).max(100),
    days: z.number().int().min(1).max(3650),
  }),
  /** How long a certificate is valid; six months at most. */
  validMonths: z.number().int().min(1).max(6),
})

export type Course = z.infer<typeof courseSchema>
export type CourseRule = Course['rule']
export type FixedRule = z.infer<typeof fixedRule>

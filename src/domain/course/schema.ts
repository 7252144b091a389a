import { z } from 'zod'
import { localized } from '../scenario/schema'
import { CHANNELS, ID_PATTERN } from '../scenario/vocabulary'

/** The newest course format that this program reads, and the one that it writes. */
export const COURSE_FORMAT = 3

const contacts = z
  .array(z.string().regex(ID_PATTERN))
  .min(1)
  .refine((ids) => new Set(ids).size === ids.length, { params: { rule: 'twice' } })
  // The published schema says it too, so that an editor shows it.
  .meta({ uniqueItems: true })
const share = z.number().min(0).max(1)

/** A deck of named contacts, and bars that the outcomes of the whole deck must reach. */
const fixedRule = z.strictObject({
  kind: z.literal('fixed'),
  /** The least share of attacks stopped, 0 to 1. */
  hitRate: share,
  /** The greatest share of genuine contacts turned away, 0 to 1. */
  falseAlarmRate: share,
  /** The least share of attacks reported, 0 to 1; 0 demands none. */
  reportShare: share,
})

const error = z.number().gt(0).lt(0.5)

/** Contacts are drawn from a pool, one after another, until the result is certain enough; see `sequential.ts`. */
const sequentialRule = z
  .strictObject({
    kind: z.literal('sequential'),
    /** The d′ of a person who should pass, with no bias. */
    skilled: z.number().min(0).max(5),
    /** The d′ of a person who should not pass. */
    unskilled: z.number().min(0).max(5),
    /** The greatest probability with which an unskilled person may pass. */
    alpha: error,
    /** The greatest probability with which a skilled person may fail. */
    beta: error,
    /** A round ends after this number of contacts, decided or not. */
    most: z.number().int().min(6).max(200),
    /** A pass takes at least this number of attacks and as many genuine contacts. It leaves room for every channel. */
    leastOfEach: z
      .number()
      .int()
      .min(Math.ceil(CHANNELS.length / 2) + 1)
      .max(100),
    reportShare: share,
  })
  .refine(({ skilled, unskilled }) => skilled > unskilled, { path: ['skilled'], params: { rule: 'skills' } })
  .refine(({ most, leastOfEach }) => most >= 2 * leastOfEach, { path: ['most'], params: { rule: 'room' } })

/** Scenarios, and the rule by which they are passed. */
export const courseSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(COURSE_FORMAT),
  id: z.string().regex(ID_PATTERN),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localized,
  summary: localized,
  /** Scenario ids. Under the fixed rule they are played in this order; under the sequential rule they are the pool. */
  modules: contacts,
  /** Scenario ids for practice. They differ from the assessed ones as far as there are others. */
  practice: contacts.optional(),
  rule: z.discriminatedUnion('kind', [fixedRule, sequentialRule]),
  /** At most `most` rounds may be begun within `days` days. */
  rounds: z.strictObject({
    most: z.number().int().min(1).max(100),
    days: z.number().int().min(1).max(3650),
  }),
  /** What whoever passes gets; a course without it is practice. */
  certificate: z
    .strictObject({
      /** The full title of the course, as the certificate shows it. */
      title: localized,
      /** The validity in months; six at most. */
      validMonths: z.number().int().min(1).max(6),
    })
    .optional(),
})

export type Course = z.infer<typeof courseSchema>
/** A course whose passed rounds are certified. */
export type CertifiedCourse = Course & { readonly certificate: NonNullable<Course['certificate']> }

/** Tells whether a course gives a certificate to whoever passes it. */
export const isCertified = (course: Course): course is CertifiedCourse => course.certificate !== undefined

export type CourseRule = Course['rule']
export type FixedRule = z.infer<typeof fixedRule>

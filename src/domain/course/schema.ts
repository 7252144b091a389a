import { z } from 'zod'
import { LOCALE_PATTERN } from '../scenario/schema'
import { ID_PATTERN } from '../scenario/vocabulary'

const localized = z.record(z.string().regex(LOCALE_PATTERN), z.string().min(1))

/** A list of scenarios with the rule that passes it. */
export const courseSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  id: z.string().regex(ID_PATTERN),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localized,
  /** Full name on the certificate. */
  certificateTitle: localized,
  summary: localized,
  /** Scenario ids in the order in which they are played. */
  modules: z.array(z.string().regex(ID_PATTERN)).min(1),
  pass: z.strictObject({
    /** Least share of attacks stopped, 0 to 1. */
    hitRate: z.number().min(0).max(1),
    /** Greatest share of genuine contacts turned away, 0 to 1. */
    falseAlarmRate: z.number().min(0).max(1),
  }),
  /** How long a certificate is valid; six months at most. */
  validMonths: z.number().int().min(1).max(6),
})

export type Course = z.infer<typeof courseSchema>

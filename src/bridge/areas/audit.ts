import { z } from 'zod'
import { ACTS, AUDIT_FAULTS } from '../../domain/records'
import { channel, instant, localized, nothing, RECORD_KEEPERS } from './shared'

const named = z.object({
  kind: z.enum(['person', 'course', 'certificate', 'device']),
  id: z.string(),
  /** `null` if it was erased or is not known here. */
  name: z.string().or(localized).nullable(),
  /** A person's employee number. */
  number: z.string().nullable(),
})

const line = z.object({
  seq: z.number(),
  at: z.string(),
  act: z.string(),
  /** JSON with ids and counts. */
  detail: z.string(),
  /** The present names of the ids in the detail. */
  named: z.array(named),
  /** `null` for an act of the program itself, and for a person who was erased. */
  personName: z.string().nullable(),
  personNumber: z.string().nullable(),
  personId: z.string().nullable(),
})

export const auditChannels = {
  /** Returns entries, newest first, that are older than the entry `before`. */
  'audit.page': channel(
    z.object({
      act: z.enum(ACTS).nullable(),
      person: z.string().max(120),
      from: instant.nullable(),
      to: instant.nullable(),
      before: z.number().int().min(1).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    z.object({ lines: z.array(line), more: z.boolean() }),
    RECORD_KEEPERS,
  ),
  'audit.check': channel(
    nothing,
    z.object({
      whole: z.boolean(),
      entries: z.number(),
      fault: z
        .object({
          kind: z.enum(AUDIT_FAULTS),
          seq: z.number(),
        })
        .nullable(),
      signed: z.object({ seq: z.number(), at: z.string(), signer: z.string() }).nullable(),
    }),
    RECORD_KEEPERS,
  ),
  /** Checks every attempt with its log against its seal. */
  'audit.checkRecords': channel(
    nothing,
    z.object({ attempts: z.number(), altered: z.number() }),
    RECORD_KEEPERS,
  ),
  'audit.save': channel(nothing, z.object({ file: z.string(), entries: z.number() }), RECORD_KEEPERS),
} as const

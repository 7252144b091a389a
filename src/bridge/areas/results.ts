import { z } from 'zod'
import { COMPETENCIES } from '../../domain/scenario/vocabulary'
import { recordFilter } from './filter'
import { channel, localized, RECORD_KEEPERS } from './shared'

const detection = z.object({
  people: z.number(),
  attempts: z.number(),
  attacks: z.number(),
  hits: z.number(),
  legitimate: z.number(),
  falseAlarms: z.number(),
  critical: z.number(),
})

/** `counts` is `null` for a group that is too small to be shown. */
const row = z.object({ name: z.string(), counts: detection.nullable() })

const groupResults = z.object({
  /** `null` when the whole group is too small. */
  all: detection.nullable(),
  /** People that a group must have, in pseudonymous mode. */
  smallestGroup: z.number().nullable(),
  byCompetency: z.array(
    z.object({
      name: z.enum(COMPETENCIES),
      points: z.object({ people: z.number(), earned: z.number(), possible: z.number() }).nullable(),
    }),
  ),
  byChannel: z.array(row),
  byTactic: z.array(row),
  byScenario: z.array(row.extend({ title: localized })),
  byTeam: z.array(row),
})

export const resultsChannels = {
  'records.results': channel(z.object({ filter: recordFilter }), groupResults, RECORD_KEEPERS),
} as const

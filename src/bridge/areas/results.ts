import { z } from 'zod'
import { COMPETENCIES } from '../../domain/scenario/vocabulary'
import { recordFilter } from './filter'
import { channel, localized, RECORD_KEEPERS, release } from './shared'

const detection = z.object({
  people: z.number(),
  attempts: z.number(),
  attacks: z.number(),
  hits: z.number(),
  legitimate: z.number(),
  falseAlarms: z.number(),
  critical: z.number(),
})

const row = z.object({ name: z.string(), counts: detection })

const groupResults = z.object({
  /** `null` in pseudonymous mode if nothing of the group is released. */
  all: detection.nullable(),
  /** The extent of the released results in pseudonymous mode; `null` in named mode. */
  release,
  byCompetency: z.array(
    z.object({
      name: z.enum(COMPETENCIES),
      points: z.object({ people: z.number(), earned: z.number(), possible: z.number() }),
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

import { z } from 'zod'
import { DISPOSITIONS, TRUTHS } from '../../domain/scenario/vocabulary'
import { channel, id, instant, localized, mode, outcome, RECORD_KEEPERS, uuid } from './shared'

export const attemptRow = z.object({
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

export const completionRow = z.object({
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

export const recordChannels = {
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
} as const

import { z } from 'zod'
import { attempt } from './learn'
import { channel, EVERYONE, instant, RECORD_KEEPERS, uuid } from './shared'

/** A finished or running attempt of anybody, with the scenario as it was played. */
const attemptReplay = z.object({
  attempt,
  personName: z.string(),
  personNumber: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  scenarioVersion: z.string(),
})

export const personChannels = {
  /** Refused in pseudonymous mode: answers are shown of groups alone. */
  'person.replay': channel(z.object({ attempt: uuid }), attemptReplay, RECORD_KEEPERS),
  /** Everything that is kept about one person, as JSON in a file: their own, or, in named mode, anybody's for HR. */
  'person.saveFile': channel(z.object({ person: uuid }), z.object({ file: z.string() }), EVERYONE),
  'person.erase': channel(
    z.object({ person: uuid }),
    z.object({ attempts: z.number(), credentials: z.number(), delivered: z.number() }),
    RECORD_KEEPERS,
  ),
} as const

import { z } from 'zod'
import { STANDING_STATUSES } from '../../domain/records/filter'
import { DISPOSITIONS, TRUTHS } from '../../domain/scenario/vocabulary'
import { courseRule } from './completion'
import { attempt } from './learn'
import {
  channel,
  employeeNumber,
  EVERYONE,
  instant,
  instantOrDay,
  localized,
  mode,
  outcome,
  RECORD_KEEPERS,
  uuid,
} from './shared'

/** What the check of an attempt said. `unsealed`: from before attempts were signed. `open`: not finished. */
const integrity = z.enum(['whole', 'altered', 'unsealed', 'open'])

const personAttempt = z.object({
  id: uuid,
  course: z.string(),
  scenario: z.string(),
  scenarioTitle: localized,
  mode,
  truth: z.enum(TRUTHS).nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  setAside: z.boolean(),
  scorePercent: z.number().nullable(),
  passed: z.boolean().nullable(),
  disposition: z.enum(DISPOSITIONS).nullable(),
  outcome: outcome.nullable(),
  critical: z.array(z.string()),
  integrity,
})

/** A round of a course that somebody began. */
const personRound = z.object({
  round: z.number(),
  beganAt: instant,
  /** The end of its last contact; `null` while it goes on. */
  endedAt: instant.nullable(),
  outcome: z.enum(['passed', 'failed', 'going-on']),
  /** Those that count. */
  contacts: z.number(),
  attacks: z.number(),
  hits: z.number(),
  reported: z.number(),
  legitimate: z.number(),
  falseAlarms: z.number(),
  /** Kinds of critical acts. */
  critical: z.number(),
  setAside: z.number(),
  /** One of its attempts was changed outside the program. */
  altered: z.boolean(),
  /** Versions of the course under which it was played, without that of today. */
  otherVersions: z.array(z.string()),
})

const personStanding = z.object({
  course: z.string(),
  courseTitle: localized,
  /** In pseudonymous mode nobody has `failed`: they are in progress. */
  status: z.enum(STANDING_STATUSES),
  /** `null` in pseudonymous mode: a second round tells that the first was not passed, and so does falling back. */
  round: z.number().nullable(),
  modules: z.number(),
  modulesDone: z.number().nullable(),
  assignedAt: instant.nullable(),
  dueAt: instant.nullable(),
  passedAt: instantOrDay.nullable(),
  validUntil: instantOrDay.nullable(),
  certificate: z.string().nullable(),
  /** `null` in pseudonymous mode. */
  result: z
    .object({
      scorePercent: z.number().nullable(),
      attacks: z.number(),
      hits: z.number(),
      legitimate: z.number(),
      falseAlarms: z.number(),
      critical: z.number(),
    })
    .nullable(),
  /** `null` for a course that can't be played here. */
  rule: courseRule.nullable(),
  /** The oldest first; `null` in pseudonymous mode, and for a course that is not here. */
  rounds: z.array(personRound).nullable(),
  /** When the next round may begin, where the latest is over and the limit is reached; `null` otherwise. */
  nextRoundAt: instant.nullable(),
  /** How many rounds may be begun in how many days; `null` as the rounds are. */
  limit: z.object({ most: z.number(), days: z.number() }).nullable(),
  /** When they last asked for a round too early; `null` in pseudonymous mode. */
  refusedAt: instant.nullable(),
})

/** One person as the people who keep the records may see them. */
const personView = z.object({
  id: uuid,
  name: z.string(),
  number: z.string(),
  email: z.string().nullable(),
  role: z.enum(EVERYONE),
  team: z.string().nullable(),
  site: z.string().nullable(),
  manager: z.string().nullable(),
  leftAt: instant.nullable(),
  standings: z.array(personStanding),
  /** Whether whoever asks may open their certificates: in pseudonymous mode their own alone. */
  certificatesOpen: z.boolean(),
  /** Newest first, the last two hundred; `null` in pseudonymous mode. */
  attempts: z.array(personAttempt).nullable(),
  /** `null` in pseudonymous mode. */
  attemptsInAll: z.number().nullable(),
  /** Over all finished, assessed attempts; `null` in pseudonymous mode. */
  detection: z
    .object({ attacks: z.number(), hits: z.number(), legitimate: z.number(), falseAlarms: z.number() })
    .nullable(),
})

/** A finished or running attempt of anybody, with the scenario as it was played. */
const attemptReplay = z.object({
  attempt,
  personName: z.string(),
  personNumber: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  scenarioVersion: z.string(),
  integrity,
  /** What does not fit, of an attempt that was altered. */
  alteration: z.enum(['record', 'log', 'signature', 'scenario', 'score']).nullable(),
})

export const personChannels = {
  'person.view': channel(z.object({ person: uuid }), personView, RECORD_KEEPERS),
  /** Refused in pseudonymous mode: answers are shown of groups alone. */
  'person.replay': channel(z.object({ attempt: uuid }), attemptReplay, RECORD_KEEPERS),
  /** Everything that is kept about one person, as JSON in a file: their own, or, in named mode, anybody's for HR. */
  'person.saveFile': channel(z.object({ person: uuid }), z.object({ file: z.string() }), EVERYONE),
  /** `number`: the one that was shown and written; refused as `stale` when it is another by now. */
  'person.erase': channel(
    z.object({ person: uuid, number: employeeNumber }),
    z.object({ attempts: z.number(), credentials: z.number(), delivered: z.number() }),
    RECORD_KEEPERS,
  ),
} as const

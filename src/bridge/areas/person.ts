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

/** The result of checking an attempt. `unsealed`: it is older than the seals. `open`: it is not finished. */
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

/** A round of a course that somebody has begun. */
const personRound = z.object({
  round: z.number(),
  beganAt: instant,
  /** The end of the round's last contact; `null` while the round goes on. */
  endedAt: instant.nullable(),
  outcome: z.enum(['passed', 'failed', 'going-on']),
  /** The attempts that count. */
  contacts: z.number(),
  attacks: z.number(),
  hits: z.number(),
  reported: z.number(),
  legitimate: z.number(),
  falseAlarms: z.number(),
  /** The number of different critical acts. */
  critical: z.number(),
  setAside: z.number(),
  /** True if one of the round's attempts was changed outside the program. */
  altered: z.boolean(),
  /** Other versions of the course, besides that of today, under which the round was played. */
  otherVersions: z.array(z.string()),
})

const personStanding = z.object({
  course: z.string(),
  courseTitle: localized,
  /** In pseudonymous mode a failed round counts as in progress. */
  status: z.enum(STANDING_STATUSES),
  /** `null` in pseudonymous mode, because a second round tells that the first was not passed. */
  round: z.number().nullable(),
  /** `null` in pseudonymous mode, because a drawn round that is over has as many contacts as it took. */
  modules: z.number().nullable(),
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
  /** The oldest first; `null` in pseudonymous mode and for a course that is not here. */
  rounds: z.array(personRound).nullable(),
  /**
   * The time at which the next round may begin, if the latest is over and the limit is reached; otherwise `null`, as for
   * somebody who has left.
   */
  nextRoundAt: instant.nullable(),
  /** The number of rounds that may be begun in this number of days; `null` whenever `rounds` is, and if they left. */
  limit: z.object({ most: z.number(), days: z.number() }).nullable(),
  /** The last time that the person tried to begin a round too early; `null` in pseudonymous mode. */
  refusedAt: instant.nullable(),
})

/** A person's record, as far as the people who keep the records may see it. */
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
  /** True if the caller may open this person's certificates. In pseudonymous mode people may only open their own. */
  certificatesOpen: z.boolean(),
  /** The last two hundred attempts, newest first; `null` in pseudonymous mode. */
  attempts: z.array(personAttempt).nullable(),
  /** `null` in pseudonymous mode. */
  attemptsInAll: z.number().nullable(),
  /** Over all finished, assessed attempts; `null` in pseudonymous mode. */
  detection: z
    .object({ attacks: z.number(), hits: z.number(), legitimate: z.number(), falseAlarms: z.number() })
    .nullable(),
})

/** An attempt of anybody, finished or running, with the scenario as it was played. */
const attemptReplay = z.object({
  attempt,
  personName: z.string(),
  personNumber: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  scenarioVersion: z.string(),
  integrity,
  /** The part of an altered attempt that does not fit the rest. */
  alteration: z.enum(['record', 'log', 'signature', 'scenario', 'score']).nullable(),
})

export const personChannels = {
  'person.view': channel(z.object({ person: uuid }), personView, RECORD_KEEPERS),
  /** Refused in pseudonymous mode, which shows answers for groups only. */
  'person.replay': channel(z.object({ attempt: uuid }), attemptReplay, RECORD_KEEPERS),
  /**
   * Saves everything that is stored about a person as a JSON file. People may save their own; in named mode HR may save
   * anybody's.
   */
  'person.saveFile': channel(z.object({ person: uuid }), z.object({ file: z.string() }), EVERYONE),
  /**
   * Erases a person. `number` is the one that was shown and typed; refused as `stale` if the person has another by now.
   */
  'person.erase': channel(
    z.object({ person: uuid, number: employeeNumber }),
    z.object({ attempts: z.number(), credentials: z.number(), delivered: z.number() }),
    RECORD_KEEPERS,
  ),
} as const

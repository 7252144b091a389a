import { z } from 'zod'
import { channel, instant, instantOrDay, nothing } from './shared'

const ADMINISTRATOR = ['administrator'] as const

/** The reasons why nothing can be sent now. */
export const STORE_PROBLEMS = [
  'unreachable',
  'slow',
  'certificate',
  'redirect',
  'proxy',
  'credentials',
  'not-found',
  'busy',
  'server-fault',
  'not-understood',
  'not-held',
  'version',
  'secret-unreadable',
  'internal',
] as const

/** Faults in the form, which are found before anything is sent. */
export const STORE_FAULTS = [
  'not-an-address',
  'not-https',
  'with-credentials',
  'with-query',
  'secret-missing',
  'key-missing',
  'home-page',
] as const

const problem = z.object({
  code: z.enum(STORE_PROBLEMS),
  /** The message of the network or the store, for the people who run it. */
  detail: z.string(),
})
const count = z.number().int().min(0)

const state = z.object({
  connection: z
    .object({ address: z.string(), key: z.string(), homePage: z.string().nullable(), paused: z.boolean() })
    .nullable(),
  phase: z.enum(['idle', 'sending', 'waiting', 'stopped']),
  problem: problem.nullable(),
  nextTryAt: instant.nullable(),
  waiting: count,
  refused: count,
  waitingSince: instantOrDay.nullable(),
  lastDelivery: instantOrDay.nullable(),
  earlier: z.object({ done: count, total: count }).nullable(),
  /** The number of finished attempts here; only counted while no store is connected. */
  attemptsHere: count.nullable(),
})

/** The values for a connection. The secret is only sent to main; if it is left out, the stored one is used. */
const given = z.object({
  address: z.string().max(500),
  key: z.string().max(200),
  secret: z.string().max(500).optional(),
})

const refusal = z.object({ fault: z.enum(STORE_FAULTS).nullable(), problem: problem.nullable() })

const refused = z.object({
  id: z.number().int(),
  statementId: z.string(),
  createdAt: instantOrDay,
  /** `null` in pseudonymous mode, because a store may quote the statement that it refuses. */
  reason: z.string().nullable(),
  /** The last word of the verb; empty if the statement could not be written, `null` in pseudonymous mode. */
  verb: z.string().nullable(),
  /** The statement as JSON. It is empty in the same cases, because its time could tell whose result it is. */
  body: z.string(),
})

export const recordStoreChannels = {
  'recordStore.state': channel(nothing, state, ADMINISTRATOR),
  'recordStore.try': channel(given, refusal.extend({ mayRead: z.boolean() }), ADMINISTRATOR),
  'recordStore.connect': channel(
    given.extend({ homePage: z.string().max(500), earlier: z.boolean() }),
    refusal.extend({ state }),
    ADMINISTRATOR,
  ),
  'recordStore.sendEarlier': channel(nothing, state, ADMINISTRATOR),
  'recordStore.sendNow': channel(nothing, state, ADMINISTRATOR),
  'recordStore.pause': channel(z.object({ paused: z.boolean() }), state, ADMINISTRATOR),
  'recordStore.disconnect': channel(nothing, state, ADMINISTRATOR),
  'recordStore.refused': channel(
    z.object({ offset: count, limit: z.number().int().min(1).max(100) }),
    z.array(refused),
    ADMINISTRATOR,
  ),
  'recordStore.retry': channel(z.object({ id: z.number().int().nullable() }), state, ADMINISTRATOR),
  'recordStore.drop': channel(z.object({ id: z.number().int() }), state, ADMINISTRATOR),
  'recordStore.exportRefused': channel(nothing, z.object({ file: z.string(), count }), ADMINISTRATOR),
} as const

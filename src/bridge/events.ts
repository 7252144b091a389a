/**
 * What main tells the page without being asked: its content, and who may get it; the names are in `event-names.ts`.
 * An event says as little as it can. Most say only that something changed, and the page asks by a channel, which looks
 * at who asks.
 */
import { z } from 'zod'
import { job } from './areas/certificate'
import { AUTHORS } from '../domain/records/roles'
import { EVENT_NAMES } from './event-names'
import {
  EVERYONE,
  SESSION_BLOCKS,
  nothing,
  RECORD_KEEPERS,
  type SessionBlock,
  type Role,
} from './areas/shared'

/**
 * @param roles `null` means that nobody needs to be signed in
 * @param answersWhile in which states somebody who may do nothing else still gets it
 */
function event<P extends z.ZodType>(
  payload: P,
  roles: readonly Role[] | null,
  answersWhile: readonly SessionBlock[] = [],
) {
  return { payload, roles, answersWhile }
}

export const events = {
  /** The state of the application is another one than the page knows. */
  'app.changed': event(nothing, null, SESSION_BLOCKS),
  /** Certificates were signed that had waited for it. */
  'certificates.signed': event(nothing, EVERYONE),
  /** How long work on certificates stands. */
  'certificates.job': event(job, RECORD_KEEPERS),
  /** Something came from or went to other computers, or was looked for. */
  'exchange.changed': event(nothing, RECORD_KEEPERS),
  /** `total` is 0 until it is known. */
  'export.progress': event(z.object({ done: z.number(), total: z.number() }), RECORD_KEEPERS),
  /** The queue to the record store, or how its delivery stands. */
  'recordStore.changed': event(nothing, ['administrator']),
  /** Something in the Studio's folder is another one, or the checks have looked at more of it. */
  'studio.changed': event(nothing, AUTHORS),
  /** How much of a proof is done. */
  'studio.proving': event(z.object({ done: z.number(), total: z.number() }), AUTHORS),
} as const satisfies Readonly<Record<(typeof EVENT_NAMES)[number], ReturnType<typeof event>>>

export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<E extends EventName> = z.output<Events[E]['payload']>

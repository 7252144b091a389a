/**
 * The events that main sends to the page, with their contents and the people who may get them; the names are in
 * `event-names.ts`. An event says as little as possible. Most only say that something has changed; the page then asks
 * through a channel, which checks the caller.
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
 * Describes an event.
 * @param roles `null` means that nobody needs to be signed in
 * @param answersWhile the states in which a person who may do nothing else still gets it
 */
function event<P extends z.ZodType>(
  payload: P,
  roles: readonly Role[] | null,
  answersWhile: readonly SessionBlock[] = [],
) {
  return { payload, roles, answersWhile }
}

export const events = {
  /** The state of the application has changed. */
  'app.changed': event(nothing, null, SESSION_BLOCKS),
  /** Waiting certificates have been signed. */
  'certificates.signed': event(nothing, EVERYONE),
  /** The progress of work on certificates. */
  'certificates.job': event(job, RECORD_KEEPERS),
  /** Files were exchanged with other computers, or looked for. */
  'exchange.changed': event(nothing, RECORD_KEEPERS),
  /** `total` is 0 until it is known. */
  'export.progress': event(z.object({ done: z.number(), total: z.number() }), RECORD_KEEPERS),
  /** The queue to the record store, or the state of its delivery, has changed. */
  'recordStore.changed': event(nothing, ['administrator']),
  /** Something in the Studio's folder has changed, or results of further checks have arrived. */
  'studio.changed': event(nothing, AUTHORS),
  /** The progress of a proof. */
  'studio.proving': event(z.object({ done: z.number(), total: z.number() }), AUTHORS),
} as const satisfies Readonly<Record<(typeof EVENT_NAMES)[number], ReturnType<typeof event>>>

export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<E extends EventName> = z.output<Events[E]['payload']>

import type { EventName, EventPayload, Events } from '../../bridge/events'
import type { Caller } from './answer'

/** Names of events that only say that something has changed. */
export type ChangeName = {
  [E in EventName]: undefined extends EventPayload<E> ? E : never
}[EventName]

/** Changes within this time, in milliseconds, are sent as one event. */
const TOGETHER_MS = 100

interface Parts {
  /** Returns the person to whom an event would be sent. */
  readonly caller: () => Caller
  readonly send: (event: EventName, payload?: unknown) => void
  readonly report: (error: unknown) => void
  /** Loads the schemas of events with the first event, so that a start need not wait for them. */
  readonly readEvents?: () => Promise<Events>
}

/** Tells whether an event may be sent to the person who is signed in now. */
export function mayGet({ roles, answersWhile }: Events[EventName], caller: Caller): boolean {
  if (caller.blockedBy && !(answersWhile as readonly string[]).includes(caller.blockedBy)) return false
  return (
    roles === null ||
    (caller.person !== undefined && (roles as readonly string[]).includes(caller.person.role))
  )
}

/**
 * Sends events of main to the page. An event must fit its schema, and the person who is signed in must be allowed to
 * get it.
 */
export class PageEvents {
  readonly #parts: Parts
  readonly #waiting = new Map<ChangeName, NodeJS.Timeout>()
  #events: Promise<Events> | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Reports a change. Several at once are sent as one event. */
  changed(name: ChangeName): void {
    if (this.#waiting.has(name)) return
    const timer = setTimeout(() => {
      this.#waiting.delete(name)
      this.tell(name, undefined)
    }, TOGETHER_MS).unref()
    this.#waiting.set(name, timer)
  }

  tell<E extends EventName>(name: E, payload: EventPayload<E>): void {
    void this.#tell(name, payload).catch(this.#parts.report)
  }

  async #tell(name: EventName, payload: unknown): Promise<void> {
    const {
      caller,
      send,
      readEvents = async () => (await import('../../bridge/events')).events,
    } = this.#parts
    this.#events ??= readEvents()
    const event = (await this.#events)[name]
    if (mayGet(event, caller())) send(name, event.payload.parse(payload))
  }

  /** Sends no more events. */
  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
  }
}

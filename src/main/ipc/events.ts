import type { EventName, EventPayload, Events } from '../../bridge/events'
import type { Caller } from './answer'

/** Events that say only that something changed. */
export type ChangeName = {
  [E in EventName]: undefined extends EventPayload<E> ? E : never
}[EventName]

/** Milliseconds in which many changes are told as one. */
const TOGETHER_MS = 100

interface Parts {
  /** Who would get it. */
  readonly caller: () => Caller
  readonly send: (event: EventName, payload?: unknown) => void
  readonly report: (error: unknown) => void
  /** Read with the first event: the schemas of all areas have no part in a start. */
  readonly readEvents?: () => Promise<Events>
}

/** Whether an event may go to whoever sits at this computer now. */
export function mayGet({ roles, answersWhile }: Events[EventName], caller: Caller): boolean {
  if (caller.blockedBy && !(answersWhile as readonly string[]).includes(caller.blockedBy)) return false
  return (
    roles === null ||
    (caller.person !== undefined && (roles as readonly string[]).includes(caller.person.role))
  )
}

/** Tells the page what happens in main: what its schema allows, to those who may know it, as things stand then. */
export class PageEvents {
  readonly #parts: Parts
  readonly #waiting = new Map<ChangeName, NodeJS.Timeout>()
  #events: Promise<Events> | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Several changes at once are told as one. */
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

  /** Nothing more is told. */
  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
  }
}

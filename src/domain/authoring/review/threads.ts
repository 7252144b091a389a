/** Comments on a scenario, the answers to them, and whether they are closed. */
import type { Pin } from './pin'

export interface CommentAnswer {
  readonly id: string
  readonly by: string
  readonly at: string
  readonly text: string
}

/** A comment with its answers and its state. */
export interface Thread {
  readonly id: string
  readonly on: Pin
  readonly by: string
  readonly at: string
  readonly text: string
  /** True if it was written in a reviewer's pack. Its author then need not be a known person. */
  readonly reviewer: boolean
  readonly answers: readonly CommentAnswer[]
  /** The person who closed it and the time; `null` while it is open. */
  readonly closed: { readonly by: string; readonly at: string } | null
}

interface Said {
  /** A random id, so that two computers never give the same one. */
  readonly id: string
  readonly at: string
  readonly by: string
}

/** Something that a person did with a comment. Events are never changed and never deleted. */
export type CommentEvent =
  | (Said & { readonly kind: 'comment'; readonly on: Pin; readonly text: string; readonly reviewer: boolean })
  | (Said & {
      readonly kind: 'answer'
      readonly to: string
      readonly text: string
      readonly reviewer: boolean
    })
  | (Said & { readonly kind: 'close' | 'reopen'; readonly to: string })

const inOrder = (a: CommentEvent, b: CommentEvent): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * Builds the threads from the events of several people and computers.
 * @param events in any order; an event may occur more than once. The result depends on neither.
 * @returns comments, the earliest first. An answer to an unknown comment is left out. If a reviewer's comment comes
 *   twice, the words that were written last count.
 */
export function threadsOf(events: Iterable<CommentEvent>): Thread[] {
  const seen = new Set<string>()
  const comments = new Map<string, Extract<CommentEvent, { kind: 'comment' }>>()
  const answers = new Map<string, CommentAnswer[]>()
  const closed = new Map<string, Thread['closed']>()
  for (const event of [...events].sort(inOrder)) {
    const name = `${event.kind} ${event.id} ${event.at}`
    if (seen.has(name)) continue
    seen.add(name)
    if (event.kind === 'comment') {
      const first = comments.get(event.id)
      const revised = first !== undefined && first.reviewer && event.reviewer && first.by === event.by
      if (!first) comments.set(event.id, event)
      else if (revised) comments.set(event.id, { ...first, text: event.text, on: event.on })
    } else if (event.kind === 'answer') {
      const { id, by, at, text } = event
      const there = answers.get(event.to) ?? []
      if (!there.some((one) => one.id === id)) answers.set(event.to, [...there, { id, by, at, text }])
    } else closed.set(event.to, event.kind === 'close' ? { by: event.by, at: event.at } : null)
  }
  return [...comments.values()].map(({ id, on, by, at, text, reviewer }) => ({
    id,
    on,
    by,
    at,
    text,
    reviewer,
    answers: answers.get(id) ?? [],
    closed: closed.get(id) ?? null,
  }))
}

/** What is said of a scenario while it is written: comments, answers, and whether they are settled. */
import type { Pin } from './pin'

export interface CommentAnswer {
  readonly id: string
  readonly by: string
  readonly at: string
  readonly text: string
}

/** A comment with all that came of it. */
export interface Thread {
  readonly id: string
  readonly on: Pin
  readonly by: string
  readonly at: string
  readonly text: string
  /** Written in a reviewer's pack, by somebody who need not be known here. */
  readonly reviewer: boolean
  readonly answers: readonly CommentAnswer[]
  /** Who settled it, and when; `null` while it is open. */
  readonly closed: { readonly by: string; readonly at: string } | null
}

interface Said {
  /** Drawn at random, so that two computers never give the same one. */
  readonly id: string
  readonly at: string
  readonly by: string
}

/** What somebody did; never changed and never taken away. */
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
 * Puts together what several people did, wherever each wrote it down.
 * @param events in any order, any of them more than once: what comes of them is the same
 * @returns comments, the earliest first. An answer to a comment that is not there is left out. The words of a reviewer's
 *   comment that came twice are those that were written last.
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

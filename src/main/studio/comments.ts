import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { eventLine, readEvents } from '../../domain/authoring/review/events-file'
import { readReview, type ReviewFault } from '../../domain/authoring/review/review-file'
import type { Pin } from '../../domain/authoring/review/pin'
import { threadsOf, type CommentEvent, type Thread } from '../../domain/authoring/review/threads'
import { refusalOf } from '../files/errors'
import { Refused } from '../refused'
import type { Person } from '../store/records'
import { appendLines, bytesOf, makeFolder, markOf, namesIn, textOf } from './disk'
import { lineSum, type StudioPaths, type Which } from './paths'

export type CommentAct =
  | { readonly kind: 'comment'; readonly on: Pin; readonly text: string }
  | { readonly kind: 'answer'; readonly to: string; readonly text: string }
  | { readonly kind: 'close' | 'reopen'; readonly to: string }

export type Taken =
  | { readonly outcome: 'taken'; readonly reviewer: string; readonly added: number; readonly known: number }
  | { readonly outcome: 'refused'; readonly fault: ReviewFault; readonly what: string }

interface Parts {
  readonly paths: () => StudioPaths
  /** Names this start of the program. No other program writes to the file of this name. */
  readonly session: string
  readonly now: () => Date
  readonly changed: () => void
  /** Returns the ids that the scenario had before it was renamed. */
  readonly earlierIds: (which: Which) => Promise<readonly string[]>
}

/**
 * Keeps the comments that people write on a scenario's draft. They lie beside the draft and are never part of it. Each
 * start of the program appends to a file of its own, so two computers never write to the same file, and nothing is
 * appended to a line that a crash cut off.
 */
export class Comments {
  readonly #parts: Parts
  #queue: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async read(which: Which): Promise<{ readonly threads: Thread[]; readonly damaged: number }> {
    const { events, damaged } = await this.#events(which)
    return { threads: threadsOf(events), damaged }
  }

  async #events(which: Which): Promise<{ readonly events: CommentEvent[]; readonly damaged: number }> {
    const folder = this.#parts.paths().comments(which)
    const events: CommentEvent[] = []
    let damaged = 0
    try {
      for (const name of await namesIn(folder)) {
        if (!name.endsWith('.jsonl')) continue
        const bytes = await bytesOf(join(folder, name))
        const read = readEvents(bytes ? (textOf(bytes) ?? bytes.toString('latin1')) : '', lineSum)
        events.push(...read.events)
        damaged += read.damaged
      }
    } catch (error) {
      throw refusalOf(error, folder)
    }
    return { events, damaged }
  }

  /** @throws Refused `not-found` for a document without a draft, or a comment that does not exist */
  act(which: Which, act: CommentAct, person: Person): Promise<void> {
    return this.#inTurn(async () => {
      if (act.kind !== 'comment') {
        const { threads } = await this.read(which)
        if (!threads.some(({ id }) => id === act.to)) {
          throw new Refused('not-found', 'This comment is no longer here.')
        }
      }
      const said = { id: randomBytes(16).toString('hex'), at: this.#now(), by: person.name }
      const event: CommentEvent =
        act.kind === 'comment' || act.kind === 'answer'
          ? { ...said, ...act, reviewer: false }
          : { ...said, kind: act.kind, to: act.to }
      await this.#add(which, [event])
    })
  }

  /** Takes over a reviewer's file. Comments that are already there are not added again. */
  take(which: Which, bytes: Uint8Array): Promise<Taken> {
    return this.#inTurn(async () => {
      const read = readReview(bytes.length, textOf(bytes), [
        which.id,
        ...(await this.#parts.earlierIds(which)),
      ])
      if (!read.ok) return { outcome: 'refused', fault: read.fault, what: read.what }
      const { reviewer, comments, answers } = read.file
      const by = reviewer.trim()
      const { events } = await this.#events(which)
      const there = new Map(events.map((event) => [`${event.kind} ${event.id}`, event]))
      const said = [
        ...comments.map(({ id, at, on, text }) => ({ kind: 'comment' as const, id, at, by, on, text })),
        ...answers.map(({ id, at, to, text }) => ({ kind: 'answer' as const, id, at, by, to, text })),
      ]
      const added = said.filter((one) => {
        const known = there.get(`${one.kind} ${one.id}`)
        if (!known) return true
        // A comment that was changed is sent again, later, with the same id.
        return known.kind === 'comment' && known.by === by && known.reviewer && known.at < one.at
      })
      if (added.length > 0)
        await this.#add(
          which,
          added.map((one) => ({ ...one, reviewer: true })),
        )
      return { outcome: 'taken', reviewer: by, added: added.length, known: said.length - added.length }
    })
  }

  async #add(which: Which, events: readonly CommentEvent[]): Promise<void> {
    const folder = this.#parts.paths().comments(which)
    if (!(await markOf(this.#parts.paths().draft(which)))) {
      throw new Refused('not-found', 'This document is no longer here.')
    }
    const file = join(folder, `${this.#parts.session}.jsonl`)
    try {
      await makeFolder(folder)
      await appendLines(file, events.map((event) => eventLine(event, lineSum)).join(''))
    } catch (error) {
      throw refusalOf(error, file)
    }
    this.#parts.changed()
  }

  /** Runs acts one after another. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const own = this.#queue.catch(() => {}).then(work)
    this.#queue = own
    return own
  }

  #now(): string {
    return this.#parts.now().toISOString()
  }
}

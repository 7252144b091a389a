/**
 * The format of the file that records comments on a scenario. Each line holds one event after a checksum of it. Lines
 * are only ever appended.
 */
import { z } from 'zod'
import type { LineSum } from '../journal-file'
import { commentText, pinSchema } from './review-file'
import { LONGEST_NAME } from './review-format'
import type { CommentEvent } from './threads'

const said = {
  id: z.string().regex(/^[0-9a-f]{32}$/),
  at: z.iso.datetime(),
  by: z.string().max(LONGEST_NAME * 2),
}
const to = z.string().regex(/^[0-9a-f]{32}$/)
const eventSchema: z.ZodType<CommentEvent> = z.discriminatedUnion('kind', [
  z.object({ ...said, kind: z.literal('comment'), on: pinSchema, text: commentText, reviewer: z.boolean() }),
  z.object({ ...said, kind: z.literal('answer'), to, text: commentText, reviewer: z.boolean() }),
  z.object({ ...said, kind: z.enum(['close', 'reopen']), to }),
])

const LINE = /^([0-9a-f]{16}) (\{.*\})$/s

/** Returns the line of an event, with its line break. */
export function eventLine(event: CommentEvent, sum: LineSum): string {
  const json = JSON.stringify(event)
  return `${sum(json)} ${json}\n`
}

/**
 * Reads a file of events.
 * @param text the whole file; its last line may have been cut off
 * @returns the events in the order of the file, and the number of lines that can't be used. Never throws.
 */
export function readEvents(
  text: string,
  sum: LineSum,
): { readonly events: readonly CommentEvent[]; readonly damaged: number } {
  const events: CommentEvent[] = []
  let damaged = 0
  for (const line of text.split('\n')) {
    if (line === '') continue
    const event = eventOf(line, sum)
    if (event) events.push(event)
    else damaged += 1
  }
  return { events, damaged }
}

function eventOf(line: string, sum: LineSum): CommentEvent | undefined {
  const [, told, json] = LINE.exec(line) ?? []
  if (json === undefined || sum(json) !== told) return undefined
  try {
    return eventSchema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

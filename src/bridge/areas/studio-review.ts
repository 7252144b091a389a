import { z } from 'zod'
import { PLACE_KINDS } from '../../domain/authoring/review/pin'
import { commentText, pinSchema, REVIEW_FAULTS } from '../../domain/authoring/review/review-file'
import { AUTHORS } from '../../domain/records/roles'
import { INTERFACE_LOCALES } from '../locales'
import { channel, id, instant } from './shared'
import { issue } from './state'

/** Only scenarios are reviewed. */
const which = z.strictObject({ id })
const commentId = z.string().regex(/^[0-9a-f]{32}$/)

const pin = z.object({
  kind: z.enum(PLACE_KINDS),
  id: z.string(),
  language: z.string(),
  words: z.string(),
})

const thread = z.object({
  id: z.string(),
  on: pin,
  by: z.string(),
  at: instant,
  text: z.string(),
  /** True if it was written in a reviewer's pack. */
  reviewer: z.boolean(),
  answers: z.array(z.object({ id: z.string(), by: z.string(), at: instant, text: z.string() })),
  closed: z.object({ by: z.string(), at: instant }).nullable(),
})

const threads = z.object({
  threads: z.array(thread),
  /** The number of unreadable lines, which a computer that failed left behind. Their files are kept. */
  damaged: z.number(),
})

const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('comment'), on: pinSchema, text: commentText }),
  z.strictObject({ kind: z.literal('answer'), to: commentId, text: commentText }),
  z.strictObject({ kind: z.literal('close'), to: commentId }),
  z.strictObject({ kind: z.literal('reopen'), to: commentId }),
])

export const studioReviewChannels = {
  /** Asks where to save a page that plays the scenario, shows its script and takes comments. */
  'studio.savePack': channel(
    which.extend({ locale: z.enum(INTERFACE_LOCALES) }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), file: z.string(), size: z.number() }),
      /** The checks find errors, so the scenario can't be played. */
      z.object({ outcome: z.literal('refused'), issues: z.array(issue) }),
    ]),
    AUTHORS,
  ),
  'studio.comments': channel(which, threads, AUTHORS),
  /** Writes a comment or an answer, or settles or reopens a comment. It is on the disk when the answer comes. */
  'studio.comment': channel(which.extend({ act }), threads, AUTHORS),
  /** Asks for files of reviewers, and takes over their new comments. */
  'studio.importReviews': channel(
    which,
    threads.extend({
      files: z.array(
        z.discriminatedUnion('outcome', [
          z.object({
            outcome: z.literal('taken'),
            file: z.string(),
            reviewer: z.string(),
            added: z.number(),
            /** The number of comments that were already there. */
            known: z.number(),
          }),
          z.object({
            outcome: z.literal('refused'),
            file: z.string(),
            fault: z.enum(REVIEW_FAULTS),
            what: z.string(),
          }),
        ]),
      ),
    }),
    AUTHORS,
  ),
} as const

/** Reads the file that a reviewer sends back. */
import { z } from 'zod'
import { ID_PATTERN } from '../../scenario/vocabulary'
import { LONGEST_WORDS, PLACE_KINDS } from './pin'
import { FILE_FORMAT, FILE_VERSION, LONGEST_COMMENT, LONGEST_NAME, type ReviewFile } from './review-format'

/** A file with more comments was not written by a person. */
const MOST_COMMENTS = 2000
/** In bytes. Even a thousand comments take far less. */
export const LARGEST_REVIEW = 4 * 1024 * 1024

const drawnId = z.string().regex(/^[0-9a-f]{32}$/)
const instant = z.iso.datetime()
/** Words that a person wrote: no control characters except line breaks and tabs, and no lone surrogates. */
const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !/[^\P{Cc}\t\n\r]|\p{Surrogate}/u.test(text))
const written = (longest: number) => words(longest).refine((text) => /\S/.test(text))

/** Checks the place of a comment that comes from outside. */
export const pinSchema = z.strictObject({
  kind: z.enum(PLACE_KINDS),
  id: words(400),
  language: z.string().max(20),
  words: words(LONGEST_WORDS),
})
export const commentText = written(LONGEST_COMMENT)

const reviewSchema = z.strictObject({
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSION),
  scenario: z.strictObject({
    id: z.string().regex(ID_PATTERN),
    version: z.string().max(40),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  reviewer: written(LONGEST_NAME),
  savedAt: instant,
  comments: z
    .array(z.strictObject({ id: drawnId, on: pinSchema, text: commentText, at: instant }))
    .max(MOST_COMMENTS),
  answers: z
    .array(z.strictObject({ id: drawnId, to: drawnId, text: commentText, at: instant }))
    .max(MOST_COMMENTS),
}) satisfies z.ZodType<ReviewFile>

/** The reasons for which a file is refused. */
export const REVIEW_FAULTS = [
  'too-large',
  'not-json',
  'not-a-review',
  'newer',
  'broken',
  'other-scenario',
] as const
export type ReviewFault = (typeof REVIEW_FAULTS)[number]

export type ReadReview =
  | { readonly ok: true; readonly file: ReviewFile }
  | {
      readonly ok: false
      readonly fault: ReviewFault
      /** The path of the first value that does not fit, or the id of the other scenario; otherwise empty. */
      readonly what: string
    }

/**
 * Reads a reviewer's file.
 * @param bytes the size of the file
 * @param text its text; `undefined` if the bytes are not valid text
 * @param ids the ids of the scenario: its own, and those that it had before
 * @returns the comments, or the reason why the file is refused. Never throws.
 */
export function readReview(bytes: number, text: string | undefined, ids: readonly string[]): ReadReview {
  const refuse = (fault: ReviewFault, what = ''): ReadReview => ({ ok: false, fault, what })
  if (bytes > LARGEST_REVIEW) return refuse('too-large')
  let raw: unknown
  try {
    if (text === undefined) return refuse('not-json')
    raw = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch {
    return refuse('not-json')
  }
  const { format, version } = (raw ?? {}) as { format?: unknown; version?: unknown }
  if (format !== FILE_FORMAT) return refuse('not-a-review')
  if (typeof version === 'number' && version > FILE_VERSION) return refuse('newer')
  const read = reviewSchema.safeParse(raw)
  if (!read.success) return refuse('broken', read.error.issues[0]?.path.map(String).join('.') ?? '')
  const { id } = read.data.scenario
  return ids.includes(id) ? { ok: true, file: read.data } : refuse('other-scenario', id)
}

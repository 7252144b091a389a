import { z } from 'zod'
import type { LogEntry } from '../run'
import { DISPOSITIONS, CHANNELS, COMPETENCIES, ID_PATTERN, TRUTHS } from '../scenario/vocabulary'
import type { Score } from '../scoring'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const seed = z.number().int().min(0).max(0xffff_ffff)
const count = z.number().int().min(0)

const logEntrySchema = z.strictObject({
  seq: z.number().int().min(1),
  kind: z.enum(['decision', 'desk']),
  event: z.string().min(1).max(200),
  at: z.iso.datetime(),
  elapsedMs: count,
})

/** A score with its members in the order of the record. */
const scoreSchema = z.strictObject({
  disposition: z.enum(DISPOSITIONS),
  outcome: z.enum(['hit', 'miss', 'correct-service', 'false-alarm']),
  earned: z.number().int(),
  possible: count,
  passed: z.boolean(),
  critical: z.array(z.string().max(200)).max(200),
  /** The earned and possible points of each competency that was assessed. */
  competencies: z.partialRecord(z.enum(COMPETENCIES), z.tuple([z.number().int(), count])),
  scoringVersion: z.number().int().min(1),
})

/**
 * A finished attempt as a device signs it: the person, the contact, the whole log, and the score. The signature covers
 * its canonical JSON.
 */
export const attemptDocumentSchema = z.strictObject({
  type: z.literal('hold-the-line/attempt'),
  format: z.literal(1),
  /** The `did:key` of the device. */
  device: z.string().startsWith('did:key:z').max(120),
  id: z.uuid(),
  /** The person's id on that device. */
  person: z.uuid(),
  course: z.string().regex(ID_PATTERN),
  courseVersion: z.string().max(40),
  round: z.number().int().min(1).nullable(),
  mode: z.enum(['assessed', 'practice']),
  scenario: z.string().regex(ID_PATTERN),
  scenarioHash: sha256,
  truth: z.enum(TRUTHS),
  channel: z.enum(CHANNELS),
  locale: z.string().max(20),
  /** The seed of the attempt; attempts from before there were seeds lack it. */
  seed: seed.optional(),
  /** The seed of its round, if the round is drawn. */
  roundSeed: seed.optional(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  log: z.array(logEntrySchema).min(1).max(10_000),
  score: scoreSchema,
})

export type AttemptDocument = z.infer<typeof attemptDocumentSchema>

/**
 * Converts a score to the form that the document and the table have.
 * @param scoringVersion the version of scoring that computed it
 */
export function documentScore(score: Score, scoringVersion: number): AttemptDocument['score'] {
  const { disposition, outcome, earned, possible, passed, critical, byCompetency } = score
  return {
    disposition,
    outcome,
    earned,
    possible,
    passed,
    critical: [...critical],
    competencies: Object.fromEntries(byCompetency.map((c) => [c.competency, [c.earned, c.possible]])),
    scoringVersion,
  }
}

/** Returns the text of a log whose hash the row of its attempt holds: one JSON array a line, in order of `seq`. */
export function logText(log: readonly LogEntry[]): string {
  return log
    .map(({ seq, kind, event, at, elapsedMs }) => JSON.stringify([seq, kind, event, at, elapsedMs]))
    .join('\n')
}

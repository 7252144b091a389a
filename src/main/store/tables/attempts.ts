import type { RoundAttempt } from '../../../domain/course'
import type { Channel, Disposition, Truth } from '../../../domain/scenario/vocabulary'
import type { Outcome } from '../../../domain/scoring'
import type { Database } from '../libsql'

/** A row of `attempts`; docs/records.md explains each column. */
export interface AttemptRow {
  readonly id: string
  readonly person_id: string
  readonly course: string
  readonly round: number | null
  readonly mode: 'assessed' | 'practice'
  readonly scenario: string
  readonly scenario_hash: string
  readonly started_at: string
  readonly set_aside_at: string | null
  readonly ended_at: string | null
  readonly disposition: Disposition | null
  readonly outcome: Outcome | null
  readonly earned: number | null
  readonly possible: number | null
  readonly passed: number | null
  /** A JSON list of flags. */
  readonly critical: string | null
  readonly truth: Truth
  readonly channel: Channel
  readonly locale: string
  /** JSON with the points earned and possible by competency; `null` for attempts of the first version. */
  readonly competencies: string | null
  readonly scoring_version: number | null
  readonly device: string | null
  readonly signature: string | null
  readonly seal: string | null
  readonly imported_at: string | null
  readonly course_version: string | null
  readonly log_hash: string | null
  readonly signed_person: string | null
  readonly bundle: number | null
  /** Draws the order of the replies; `null` for older attempts. */
  readonly seed: number | null
  /** Draws the contacts of the round; `null` for practice, for the fixed rule and for older attempts. */
  readonly round_seed: number | null
}

export interface StoredAttempt {
  readonly id: string
  readonly personId: string
  readonly course: string
  readonly round: number | null
  readonly mode: 'assessed' | 'practice'
  readonly scenario: string
  readonly scenarioHash: string
  readonly truth: Truth
  readonly channel: Channel
  /** The interface's language when the attempt began. */
  readonly locale: string
  readonly seed: number | null
  readonly roundSeed: number | null
  readonly startedAt: string
  readonly endedAt: string | null
  readonly setAsideAt: string | null
}

/** The columns of an attempt as it is run. Each decision reads them, so that nothing else is read along. */
const STORED_ATTEMPT_COLUMNS = [
  'id',
  'person_id',
  'course',
  'round',
  'mode',
  'scenario',
  'scenario_hash',
  'truth',
  'channel',
  'locale',
  'seed',
  'round_seed',
  'started_at',
  'ended_at',
  'set_aside_at',
] as const satisfies readonly (keyof AttemptRow)[]
export type StoredAttemptRow = Pick<AttemptRow, (typeof STORED_ATTEMPT_COLUMNS)[number]>

/** The columns of `StoredAttemptRow` for a SELECT. */
export const storedAttemptColumns = STORED_ATTEMPT_COLUMNS.join(', ')

export const toStoredAttempt = (row: StoredAttemptRow): StoredAttempt => ({
  id: row.id,
  personId: row.person_id,
  course: row.course,
  round: row.round,
  mode: row.mode,
  scenario: row.scenario,
  scenarioHash: row.scenario_hash,
  truth: row.truth,
  channel: row.channel,
  locale: row.locale,
  seed: row.seed,
  roundSeed: row.round_seed,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  setAsideAt: row.set_aside_at,
})

/**
 * The columns by which an assessed attempt counts in its round. Queries take them from here: a column that a query left
 * out would be missing in its rows without any error.
 */
const ROUND_ATTEMPT_COLUMNS = [
  'id',
  'scenario',
  'round',
  'round_seed',
  'started_at',
  'set_aside_at',
  'ended_at',
  'disposition',
  'outcome',
  'critical',
  'earned',
  'possible',
] as const satisfies readonly (keyof AttemptRow)[]
export type RoundAttemptRow = Pick<AttemptRow, (typeof ROUND_ATTEMPT_COLUMNS)[number]>

/** The columns of `RoundAttemptRow` for a SELECT. */
export const roundAttemptColumns = ROUND_ATTEMPT_COLUMNS.join(', ')

/** Converts an assessed attempt for its round. */
export const toRoundAttempt = (row: RoundAttemptRow): RoundAttempt => ({
  id: row.id,
  scenario: row.scenario,
  round: row.round!,
  roundSeed: row.round_seed,
  startedAt: row.started_at,
  setAside: row.set_aside_at !== null,
  result:
    row.ended_at === null
      ? undefined
      : {
          outcome: row.outcome!,
          disposition: row.disposition!,
          critical: flagsOf(row.critical),
          earned: row.earned!,
          possible: row.possible!,
        },
})

/** @throws SyntaxError for invalid JSON */
export const flagsOf = (critical: string | null): string[] => JSON.parse(critical ?? '[]') as string[]

/**
 * Returns the score in whole percent, rounded as the domain’s `percent` does; NULL if no points were possible. An index
 * of the table is over this very expression.
 * @param alias of the table
 */
export const scorePercentSql = (alias: string): string =>
  `iif(${alias}.possible > 0, iif(${alias}.earned >= ${alias}.possible, 100, min(99, CAST(${alias}.earned * 1.0 / ${alias}.possible * 100 + 0.5 AS INTEGER))), NULL)`

/** Tells whether any attempt ended here, or came in from another computer, since a moment. */
export const anyAttemptSince = (db: Pick<Database, 'prepare'>, since: string): boolean =>
  db.prepare('SELECT 1 FROM attempts WHERE ended_at >= ? OR imported_at >= ? LIMIT 1').get(since, since) !==
  undefined

/** Tells whether somebody began an attempt before a moment. */
export const beganAttemptBefore = (db: Pick<Database, 'prepare'>, person: string, before: string): boolean =>
  db.prepare('SELECT 1 FROM attempts WHERE person_id = ? AND started_at < ? LIMIT 1').get(person, before) !==
  undefined

/** Returns an attempt with all columns that are needed to check it. */
export const attemptRow = (db: Pick<Database, 'prepare'>, id: string): AttemptRow | undefined =>
  db.prepare('SELECT * FROM attempts WHERE id = ?').get<AttemptRow>(id)

export const finishedAttempts = (db: Pick<Database, 'prepare'>): number =>
  db.prepare('SELECT count(*) AS n FROM attempts WHERE ended_at IS NOT NULL').get<{ n: number }>()!.n

/** Counts all attempts, finished or not. */
export const countAttempts = (db: Pick<Database, 'prepare'>): number =>
  db.prepare('SELECT count(*) AS n FROM attempts').get<{ n: number }>()!.n

/** Returns the ids of all attempts in their order, a part at a time. */
export function attemptIds(db: Pick<Database, 'prepare'>, after: string, limit: number): string[] {
  return db
    .prepare('SELECT id FROM attempts WHERE id > ? ORDER BY id LIMIT ?')
    .all<Pick<AttemptRow, 'id'>>(after, limit)
    .map(({ id }) => id)
}

export const countAttemptsOf = (db: Pick<Database, 'prepare'>, person: string): number =>
  db.prepare('SELECT count(*) AS n FROM attempts WHERE person_id = ?').get<{ n: number }>(person)!.n

export const newestAttemptsOf = (
  db: Pick<Database, 'prepare'>,
  person: string,
  limit: number,
): AttemptRow[] =>
  db
    .prepare('SELECT * FROM attempts WHERE person_id = ? ORDER BY started_at DESC, id LIMIT ?')
    .all<AttemptRow>(person, limit)

/** Counts how often somebody told attacks from genuine contacts, in the finished assessed attempts that count. */
export interface Detection {
  readonly attacks: number
  readonly hits: number
  readonly legitimate: number
  readonly falseAlarms: number
}

export const detectionOf = (db: Pick<Database, 'prepare'>, person: string): Detection =>
  db
    .prepare(
      `SELECT count(*) FILTER (WHERE truth = 'attack') AS attacks, count(*) FILTER (WHERE outcome = 'hit') AS hits,
         count(*) FILTER (WHERE truth = 'legitimate') AS legitimate,
         count(*) FILTER (WHERE outcome = 'false-alarm') AS falseAlarms
       FROM attempts WHERE person_id = ? AND mode = 'assessed' AND ended_at IS NOT NULL AND set_aside_at IS NULL`,
    )
    .get<Detection>(person)!

/** An assessed attempt with its course, as a round counts it. */
export type CourseAttemptRow = RoundAttemptRow & Pick<AttemptRow, 'course' | 'course_version'>

/** Returns a person’s assessed attempts of all courses, in their order. */
export const assessedAttemptsOf = (db: Pick<Database, 'prepare'>, person: string): CourseAttemptRow[] =>
  db
    .prepare(
      `SELECT ${roundAttemptColumns}, course, course_version
       FROM attempts WHERE person_id = ? AND mode = 'assessed' ORDER BY started_at, id`,
    )
    .all<CourseAttemptRow>(person)

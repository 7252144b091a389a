/**
 * Finds people who need help within the week, as SQL over standings; `attentionOf` of the domain decides the same for
 * one standing.
 */
import {
  ATTENTION_REASONS,
  groupOf,
  type AttentionReason,
  type RecordFilter,
} from '../../domain/records/index'
import { standingCondition } from './filter-sql'
import type { Database } from './libsql'
import { holdsCertificate, statusConditions } from './standing-status'

export interface AttentionQuestion {
  /** Only the part that names a group counts: team, site, course. */
  readonly filter: RecordFilter
  /** ISO date-times: now, and the end of the week. */
  readonly now: string
  readonly until: string
  /** False in pseudonymous mode, in which HR may not see that one person failed. */
  readonly named: boolean
}

export interface TeamAttention {
  /** `null` for people without a team. */
  readonly team: string | null
  readonly people: number
  readonly counts: Readonly<Record<AttentionReason, number>>
}

export interface AttentionRow {
  readonly person: string
  readonly name: string
  readonly number: string
  readonly email: string | null
  readonly course: string
  readonly reason: AttentionReason
  readonly dueAt: string | null
  readonly validUntil: string | null
}

/** Returns an expression for the reason why a row of `standings s` needs attention; NULL if it does not. */
export function attentionSql(now: string, until: string, named: boolean): string {
  const is = statusConditions(now, named)
  return `CASE WHEN ${is.late} THEN 'late' ${named ? `WHEN ${is.failed} THEN 'failed'` : ''}
    WHEN ${is.expired} THEN 'expired'
    WHEN ${is.complete} THEN iif(s.valid_until <= '${until}', 'expires', NULL)
    WHEN s.status <> 'complete' AND s.due_at <= '${until}' THEN 'due' END`
}

function source({ filter, now, until, named }: AttentionQuestion) {
  // The filter's period is dropped, because this page has a period of its own.
  const { where, params } = standingCondition({ ...groupOf(filter), from: null, to: null }, now, named)
  return {
    sql: `(SELECT s.person_id, s.course, s.due_at, s.valid_until, p.name, p.sort_name, p.number, p.email, p.team,
        ${attentionSql(now, until, named)} AS reason
      FROM standings s JOIN people p ON p.id = s.person_id WHERE p.left_at IS NULL AND ${where})`,
    params,
  }
}

const RANK = `CASE reason ${ATTENTION_REASONS.map((reason, rank) => `WHEN '${reason}' THEN ${rank}`).join(' ')} END`

/** Returns the teams in which somebody needs help, those with the most people first. */
export function attentionByTeam(db: Pick<Database, 'prepare'>, question: AttentionQuestion): TeamAttention[] {
  const { sql, params } = source(question)
  const counts = ATTENTION_REASONS.map((reason) => `sum(reason = '${reason}') AS "${reason}"`).join(', ')
  const rows = db
    .prepare(
      `SELECT min(team) AS team, count(DISTINCT person_id) AS people, ${counts} FROM ${sql}
       WHERE reason IS NOT NULL GROUP BY coalesce(team, '') COLLATE NOCASE
       ORDER BY team IS NULL, people DESC, team`,
    )
    .all<{ team: string | null; people: number } & Record<AttentionReason, number>>(...params)
  return rows.map(({ team, people, ...of }) => ({ team: team || null, people, counts: of }))
}

/** Returns the people of one team who need help, the most urgent first. */
export function attentionIn(
  db: Pick<Database, 'prepare'>,
  question: AttentionQuestion,
  team: string | null,
  limit: number,
): AttentionRow[] {
  const { sql, params } = source(question)
  return db
    .prepare(
      `SELECT person_id AS person, name, number, email, course, reason, due_at AS dueAt, valid_until AS validUntil
       FROM ${sql} WHERE reason IS NOT NULL AND coalesce(team, '') = ? COLLATE NOCASE
       ORDER BY ${RANK}, sort_name, person_id, course LIMIT ?`,
    )
    .all<AttentionRow>(...params, team ?? '', limit)
}

export interface DueDate {
  readonly course: string
  readonly dueAt: string
  readonly names: readonly string[]
  readonly people: number
}

/** An entry of a calendar lists at most this many names. */
const NAMES = 40

/**
 * Lists the due dates of courses that are not completed yet, past ones included: one entry for each course and date.
 */
export function dueDates(
  db: Pick<Database, 'prepare'>,
  question: AttentionQuestion,
  limit: number,
): DueDate[] {
  const { where, params } = standingCondition(
    { ...groupOf(question.filter), from: null, to: null },
    question.now,
    question.named,
  )
  const rows = db
    .prepare(
      `SELECT s.course, s.due_at AS dueAt, count(*) AS people, json_group_array(p.name ORDER BY p.sort_name) AS names
       FROM standings s JOIN people p ON p.id = s.person_id
       WHERE p.left_at IS NULL AND s.status <> 'complete' AND NOT ${holdsCertificate(question.now)}
         AND s.due_at IS NOT NULL AND ${where}
       GROUP BY s.course, s.due_at ORDER BY s.due_at, s.course LIMIT ?`,
    )
    .all<{ course: string; dueAt: string; people: number; names: string }>(...params, limit)
  return rows.map(({ names, ...row }) => ({ ...row, names: (JSON.parse(names) as string[]).slice(0, NAMES) }))
}

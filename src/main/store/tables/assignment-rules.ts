import type { Database } from '../libsql'

/** A row of `assignment_rules`. */
interface AssignmentRuleRow {
  readonly id: string
  readonly course: string
  readonly team: string | null
  readonly site: string | null
  readonly days: number | null
  readonly made_at: string
  readonly made_by: string
  readonly ended_at: string | null
}

/** Newcomers of a team, of a site, or everywhere get a course. */
export interface AssignmentRule {
  readonly id: string
  readonly course: string
  /** `null` where it does not matter. */
  readonly team: string | null
  readonly site: string | null
  /** Days that a newcomer has; `null` without a due date. */
  readonly days: number | null
  readonly madeAt: string
}

const toAssignmentRule = (row: AssignmentRuleRow): AssignmentRule => ({
  id: row.id,
  course: row.course,
  team: row.team,
  site: row.site,
  days: row.days,
  madeAt: row.made_at,
})

type Rules = Pick<Database, 'prepare'>

/** The rules that hold, in the order in which they were made. */
export const openRules = (db: Rules): AssignmentRule[] =>
  db
    .prepare('SELECT * FROM assignment_rules WHERE ended_at IS NULL ORDER BY made_at, id')
    .all<AssignmentRuleRow>()
    .map(toAssignmentRule)

/** Adds a rule in place of the one for the same people. Call it inside a transaction. */
export function addRule(db: Rules, rule: AssignmentRule, by: string): void {
  const { id, course, team, site, days, madeAt } = rule
  db.prepare(
    'UPDATE assignment_rules SET ended_at = ? WHERE ended_at IS NULL AND course = ? AND team IS ? AND site IS ?',
  ).run(madeAt, course, team, site)
  db.prepare(
    'INSERT INTO assignment_rules (id, course, team, site, days, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, course, team, site, days, madeAt, by)
}

/** @returns whether it held until then */
export const endRule = (db: Rules, id: string, at: string): boolean =>
  db.prepare('UPDATE assignment_rules SET ended_at = ? WHERE id = ? AND ended_at IS NULL').run(at, id)
    .changes > 0

/** The course of a rule, whether it still holds or not. */
export const courseOfRule = (db: Rules, id: string): string | undefined =>
  db.prepare('SELECT course FROM assignment_rules WHERE id = ?').get<Pick<AssignmentRuleRow, 'course'>>(id)
    ?.course

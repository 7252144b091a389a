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

/** A rule that gives a course to newcomers of a team, of a site, or everywhere. */
export interface AssignmentRule {
  readonly id: string
  readonly course: string
  /** `null` for any team. */
  readonly team: string | null
  readonly site: string | null
  /** The days that a newcomer has; `null` for no due date. */
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

/** Returns the rules in force, in the order in which they were made. */
export const openRules = (db: Rules): AssignmentRule[] =>
  db
    .prepare('SELECT * FROM assignment_rules WHERE ended_at IS NULL ORDER BY made_at, id')
    .all<AssignmentRuleRow>()
    .map(toAssignmentRule)

/** Adds a rule and ends the one for the same people. Call it inside a transaction. */
export function addRule(db: Rules, rule: AssignmentRule, by: string): void {
  const { id, course, team, site, days, madeAt } = rule
  db.prepare(
    'UPDATE assignment_rules SET ended_at = ? WHERE ended_at IS NULL AND course = ? AND team IS ? AND site IS ?',
  ).run(madeAt, course, team, site)
  db.prepare(
    'INSERT INTO assignment_rules (id, course, team, site, days, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, course, team, site, days, madeAt, by)
}

/** @returns true if the rule was in force until then */
export const endRule = (db: Rules, id: string, at: string): boolean =>
  db.prepare('UPDATE assignment_rules SET ended_at = ? WHERE id = ? AND ended_at IS NULL').run(at, id)
    .changes > 0

/** Returns the course of a rule, in force or not. */
export const courseOfRule = (db: Rules, id: string): string | undefined =>
  db.prepare('SELECT course FROM assignment_rules WHERE id = ?').get<Pick<AssignmentRuleRow, 'course'>>(id)
    ?.course

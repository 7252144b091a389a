/** Writes the assignments of courses to people in `standings`. */
import type { PeopleFilter } from '../../domain/records'
import type { Condition } from './filter-sql'
import type { Database } from './libsql'
import { peopleCondition } from './people-list'
import { statusConditions } from './standing-status'
import type { AssignmentRule } from './tables/assignment-rules'
import type { StandingRow } from './tables/standings'

/** The course columns of a new row in `standings`. A standing without attempts needs nothing else. */
export interface CourseFacts {
  readonly id: string
  readonly version: string
  readonly hash: string
  readonly modules: number
}

export type ChosenPeople =
  | { readonly kind: 'people'; readonly ids: readonly string[] }
  | { readonly kind: 'filter'; readonly filter: PeopleFilter }

/** The facts of an assignment: when it was made, who made it, and the date by which the course is due. */
export interface Giving {
  readonly at: string
  readonly by: string
  readonly due: string | null
}

type Store = Pick<Database, 'prepare'>

/** Builds a condition over `people p` that selects the chosen people who have not left. */
function condition(chosen: ChosenPeople): Condition {
  if (chosen.kind === 'filter') return peopleCondition({ ...chosen.filter, left: false })
  return {
    where: 'p.left_at IS NULL AND p.id IN (SELECT value FROM json_each(?))',
    params: [JSON.stringify(chosen.ids)],
  }
}

/** Returns the ids of the chosen people, in order. */
export function* chosenIds(db: Store, chosen: ChosenPeople): Generator<string> {
  const { where, params } = condition(chosen)
  const rows = db.prepare(`SELECT p.id FROM people p WHERE ${where} ORDER BY p.id`)
  for (const { id } of rows.iterate<{ id: string }>(...params)) yield id
}

export function countChosen(db: Store, chosen: ChosenPeople): number {
  const { where, params } = condition(chosen)
  return db.prepare(`SELECT count(*) AS n FROM people p WHERE ${where}`).get<{ n: number }>(...params)!.n
}

/** Counts the chosen people who have completed a course and hold a certificate that is in force. */
export function countComplete(db: Store, chosen: ChosenPeople, course: string, at: string): number {
  const { where, params } = condition(chosen)
  return db
    .prepare(
      `SELECT count(*) AS n FROM standings s JOIN people p ON p.id = s.person_id
       WHERE ${where} AND s.course = ? AND ${statusConditions(at, true).complete}`,
    )
    .get<{ n: number }>(...params, course)!.n
}

/** Most indexes of standings end in this order, so a long list is written into them from one end to the other. */
const IN_ORDER = 'ORDER BY p.sort_name, p.id'

/** @returns the number of standings that were written */
function give(
  db: Store,
  { id, version, hash, modules }: CourseFacts,
  { at, by, due }: Giving,
  { where, params }: { readonly where: string; readonly params: readonly (string | number | null)[] },
  unless: string,
): number {
  return db
    .prepare(
      `INSERT INTO standings (person_id, sort_name, number, team, site,
         course, course_version, course_hash, modules, assigned_at, assigned_by, due_at)
       SELECT p.id, p.sort_name, p.number, coalesce(p.team, ''), coalesce(p.site, ''), ?, ?, ?, ?, ?, ?, ?
       FROM people p WHERE ${where} ${IN_ORDER}
       ON CONFLICT (person_id, course) DO UPDATE
         SET assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by, due_at = excluded.due_at
         WHERE ${unless}`,
    )
    .run(id, version, hash, modules, at, by, due, ...params).changes
}

/**
 * Assigns a course. A person with a certificate in force keeps their old assignment; for all others the newest one
 * counts.
 */
export function giveCourse(db: Store, facts: CourseFacts, chosen: ChosenPeople, giving: Giving): void {
  give(
    db,
    facts,
    giving,
    condition(chosen),
    `standings.revoked_at IS NOT NULL OR standings.valid_until <= excluded.assigned_at
       OR (standings.status <> 'complete' AND standings.valid_until IS NULL)`,
  )
}

/**
 * Gives a course to those of the people to whom a rule applies. Courses that a person has been assigned already stay as
 * they are.
 * @returns the number of people who got it
 */
export const giveCourseToNewcomers = (
  db: Store,
  facts: CourseFacts,
  people: readonly string[],
  { team, site }: Pick<AssignmentRule, 'team' | 'site'>,
  giving: Giving,
): number =>
  give(
    db,
    facts,
    giving,
    {
      where: `p.left_at IS NULL AND p.role = 'trainee' AND p.id IN (SELECT value FROM json_each(?))
        AND (? IS NULL OR p.team = ?) AND (? IS NULL OR p.site = ?)`,
      params: [JSON.stringify(people), team, team, site, site],
    },
    `standings.assigned_at IS NULL AND standings.status <> 'complete'`,
  )

/**
 * Takes a course back. Attempts that were begun stay. Call it inside a transaction.
 * @returns the number of people who had it
 */
export function takeCourseBack(db: Store, chosen: ChosenPeople, course: string): number {
  const { where, params } = condition(chosen)
  const theirs = `course = ? AND assigned_at IS NOT NULL AND person_id IN (SELECT p.id FROM people p WHERE ${where})`
  const deleted = db
    .prepare(
      `DELETE FROM standings WHERE ${theirs} AND started_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.person_id = standings.person_id AND a.course = standings.course)`,
    )
    .run(course, ...params).changes
  const kept = db
    .prepare(`UPDATE standings SET assigned_at = NULL, assigned_by = NULL, due_at = NULL WHERE ${theirs}`)
    .run(course, ...params).changes
  return deleted + kept
}

/** A course that a person has to complete. */
export interface AssignedCourse {
  readonly course: string
  readonly dueAt: string | null
  readonly status: string
}

/** Returns a person's assigned courses, by due date. */
export const assignedCoursesOf = (db: Store, person: string): AssignedCourse[] =>
  db
    .prepare(
      `SELECT course, due_at, status FROM standings WHERE person_id = ? AND assigned_at IS NOT NULL
       ORDER BY due_at IS NULL, due_at, course`,
    )
    .all<Pick<StandingRow, 'course' | 'due_at' | 'status'>>(person)
    .map(({ course, due_at: dueAt, status }) => ({ course, dueAt, status }))

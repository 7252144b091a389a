import { createHash } from 'node:crypto'
import type { PeopleFilter } from '../../domain/records'
import { contentOf, type Library } from '../library/library'
import { Refused } from '../refused'
import { audit } from '../store/tables/audit'
import { atomically, type Database } from '../store/libsql'
import { statusConditions } from '../store/standing-status'
import { peopleCondition } from '../store/people-list'

/** What a new row of `standings` says of its course; without attempts that is all there is to compute. */
export interface CourseFacts {
  readonly id: string
  readonly version: string
  readonly hash: string
  readonly modules: number
}

export type AssignTo =
  | { readonly kind: 'people'; readonly ids: readonly string[] }
  | {
      readonly kind: 'filter'
      readonly filter: PeopleFilter
      /** What `who` named; where it is given, others than these are refused. */
      readonly seen?: string
    }

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

export interface Assigned {
  /** People who have the course and the date now. */
  readonly assigned: number
  /** People who have completed it and whose certificate is valid, so that nothing is asked of them. */
  readonly complete: number
}

const DAY_MS = 86_400_000

/** The last moment of a calendar day of this computer's time zone, as ISO date-time in UTC. */
export function endOfDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date, 23, 59, 59, 999).toISOString()
}

/** The end of the day that is so many days from now. */
function endOfDayIn(days: number, now: Date): string {
  const then = new Date(now.getTime() + days * DAY_MS)
  then.setHours(23, 59, 59, 999)
  return then.toISOString()
}

const INSERT = `
  INSERT INTO standings (person_id, sort_name, number, team, site,
    course, course_version, course_hash, modules, assigned_at, assigned_by, due_at)
  SELECT p.id, p.sort_name, p.number, coalesce(p.team, ''), coalesce(p.site, ''), ?, ?, ?, ?, ?, ?, ?
  FROM people p WHERE `

/** Most indexes of standings end in this order, and a long list is written into them from one end to the other. */
const IN_ORDER = ' ORDER BY p.sort_name, p.id '

/** Somebody whose certificate is in force keeps it in peace; for all others the newest assignment is the one that holds. */
const OR_CHANGE = `
  ON CONFLICT (person_id, course) DO UPDATE
    SET assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by, due_at = excluded.due_at
    WHERE standings.status <> 'complete' OR standings.revoked_at IS NOT NULL
      OR standings.valid_until <= excluded.assigned_at`

function whoOf(to: AssignTo): { where: string; params: (string | number)[] } {
  if (to.kind === 'people') {
    return {
      where: 'p.left_at IS NULL AND p.id IN (SELECT value FROM json_each(?))',
      params: [JSON.stringify(to.ids)],
    }
  }
  const { where, params } = peopleCondition({ ...to.filter, left: false })
  return { where, params: [...params] }
}

const factsOf = (library: Pick<Library, 'courses'>): CourseFacts[] =>
  library.courses.map((course) => ({
    id: course.id,
    version: course.version,
    hash: contentOf(course).hash,
    modules: course.modules.length,
  }))

/** Which rules hold. */
const openRules = (db: Database): AssignmentRule[] =>
  db
    .prepare(
      `SELECT id, course, team, site, days, made_at AS madeAt FROM assignment_rules WHERE ended_at IS NULL
       ORDER BY made_at, id`,
    )
    .all<AssignmentRule>()

/**
 * Gives people who came, or came to another team or site, the courses that newcomers get there. What somebody has been
 * assigned already stays as it is. Call it inside the transaction that wrote the people.
 * @returns how many assignments were made
 */
export function assignNewcomers(
  db: Database,
  courses: readonly CourseFacts[],
  people: readonly string[],
  now: Date,
): number {
  let made = 0
  if (people.length === 0) return made
  for (const { id, course, team, site, days } of openRules(db)) {
    const facts = courses.find((entry) => entry.id === course)
    if (!facts) continue
    made += db
      .prepare(
        `${INSERT} p.left_at IS NULL AND p.role = 'trainee' AND p.id IN (SELECT value FROM json_each(?))
           AND (? IS NULL OR p.team = ?) AND (? IS NULL OR p.site = ?) ${IN_ORDER}
         ON CONFLICT (person_id, course) DO UPDATE
           SET assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by, due_at = excluded.due_at
           WHERE standings.assigned_at IS NULL AND standings.status <> 'complete'`,
      )
      .run(
        course,
        facts.version,
        facts.hash,
        facts.modules,
        now.toISOString(),
        `rule:${id}`,
        days === null ? null : endOfDayIn(days, now),
        JSON.stringify(people),
        team,
        team,
        site,
        site,
      ).changes
  }
  return made
}

/** Which courses people are asked to complete, and until when. */
export class Assignments {
  constructor(
    private readonly db: Database,
    private readonly library: Pick<Library, 'courses'>,
    private readonly uuid: () => string,
  ) {}

  facts(): CourseFacts[] {
    return factsOf(this.library)
  }

  #facts(course: string): CourseFacts {
    const found = this.facts().find(({ id }) => id === course)
    if (!found) throw new Refused('not-found', `There is no course ‘${course}’.`)
    return found
  }

  /** Whom a filter means now, and a name for exactly these people. */
  who(filter: PeopleFilter): { readonly people: number; readonly seen: string } {
    const { where, params } = whoOf({ kind: 'filter', filter })
    const hash = createHash('sha256')
    let people = 0
    for (const row of this.db
      .prepare(`SELECT p.id FROM people p WHERE ${where} ORDER BY p.id`)
      .iterate(...params)) {
      hash.update(`${(row as { id: string }).id}\n`)
      people += 1
    }
    return { people, seen: hash.digest('hex') }
  }

  #mustBeThoseShown(to: AssignTo): void {
    if (to.kind === 'filter' && to.seen !== undefined && to.seen !== this.who(to.filter).seen) {
      throw new Refused('stale', 'Other people fit the filter now than when it was shown.')
    }
  }

  /**
   * @param day YYYY-MM-DD; `null` for no due date
   * @throws Refused `stale` when others fit the filter than those who were shown
   */
  assign(to: AssignTo, course: string, day: string | null, now: Date, by: string): Assigned {
    const { version, hash, modules } = this.#facts(course)
    const { where, params } = whoOf(to)
    const due = day === null ? null : endOfDay(day)
    const at = now.toISOString()
    return atomically(this.db, () => {
      this.#mustBeThoseShown(to)
      const { n } = this.db.prepare(`SELECT count(*) AS n FROM people p WHERE ${where}`).get<{
        n: number
      }>(...params)!
      this.db
        .prepare(`${INSERT} ${where} ${IN_ORDER} ${OR_CHANGE}`)
        .run(course, version, hash, modules, at, by, due, ...params)
      const { complete } = this.db
        .prepare(
          `SELECT count(*) AS complete FROM standings s JOIN people p ON p.id = s.person_id
           WHERE ${where} AND s.course = ? AND ${statusConditions(at, true).complete}`,
        )
        .get<{ complete: number }>(...params, course)!
      audit(this.db, at, by, 'course-assigned', {
        course,
        people: n - complete,
        due,
        ...(to.kind === 'people' && to.ids.length === 1 ? { person: to.ids[0] } : {}),
      })
      return { assigned: n - complete, complete }
    })
  }

  /**
   * Assigns a course to all whom a filter means, and to those who will come to its teams and sites.
   * @param days that a newcomer has; `null` without a due date
   */
  assignWithNewcomers(
    to: AssignTo & { readonly kind: 'filter' },
    course: string,
    day: string | null,
    days: number | null,
    now: Date,
    by: string,
  ): Assigned {
    return atomically(this.db, () => {
      const assigned = this.assign(to, course, day, now, by)
      const { teams, sites } = to.filter
      for (const team of teams.length > 0 ? teams : [null]) {
        for (const site of sites.length > 0 ? sites : [null]) {
          this.addRule({ course, team, site, days }, now, by)
        }
      }
      return assigned
    })
  }

  /** What was begun stays in the records; nobody waits for it any more. @returns how many people had it */
  withdraw(to: AssignTo, course: string, now: Date, by: string): number {
    const { where, params } = whoOf(to)
    const theirs = `course = ? AND assigned_at IS NOT NULL AND person_id IN (SELECT p.id FROM people p WHERE ${where})`
    return atomically(this.db, () => {
      this.#mustBeThoseShown(to)
      const deleted = this.db
        .prepare(
          `DELETE FROM standings WHERE ${theirs} AND started_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.person_id = standings.person_id AND a.course = standings.course)`,
        )
        .run(course, ...params).changes
      const kept = this.db
        .prepare(`UPDATE standings SET assigned_at = NULL, assigned_by = NULL, due_at = NULL WHERE ${theirs}`)
        .run(course, ...params).changes
      audit(this.db, now.toISOString(), by, 'course-withdrawn', { course, people: deleted + kept })
      return deleted + kept
    })
  }

  /** Newcomers of a team, of a site, or everywhere get the course too; a rule for the same people is replaced. */
  addRule(rule: Omit<AssignmentRule, 'id' | 'madeAt'>, now: Date, by: string): void {
    const { course, team, site, days } = rule
    this.#facts(course)
    const at = now.toISOString()
    atomically(this.db, () => {
      this.db
        .prepare(
          'UPDATE assignment_rules SET ended_at = ? WHERE ended_at IS NULL AND course = ? AND team IS ? AND site IS ?',
        )
        .run(at, course, team, site)
      this.db
        .prepare(
          'INSERT INTO assignment_rules (id, course, team, site, days, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(this.uuid(), course, team, site, days, at, by)
    })
  }

  rules(): AssignmentRule[] {
    return openRules(this.db)
  }

  endRule(id: string, now: Date, by: string): void {
    const at = now.toISOString()
    atomically(this.db, () => {
      const { changes } = this.db
        .prepare('UPDATE assignment_rules SET ended_at = ? WHERE id = ? AND ended_at IS NULL')
        .run(at, id)
      if (changes === 0) throw new Refused('not-found', 'This has been ended already.')
      audit(this.db, at, by, 'assignment-rule-ended', { rule: id })
    })
  }

  /** One person's courses that were assigned, by due date. */
  of(person: string): { course: string; dueAt: string | null; status: string }[] {
    return this.db
      .prepare(
        `SELECT course, due_at AS dueAt, status FROM standings WHERE person_id = ? AND assigned_at IS NOT NULL
         ORDER BY due_at IS NULL, due_at, course`,
      )
      .all<{ course: string; dueAt: string | null; status: string }>(person)
  }

  newcomers(people: readonly string[], now: Date): number {
    return assignNewcomers(this.db, this.facts(), people, now)
  }
}

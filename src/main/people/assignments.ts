import { createHash } from 'node:crypto'
import { mostContacts } from '../../domain/course'
import type { PeopleFilter } from '../../domain/records'
import { contentOf, type Library } from '../library/library'
import { daysLater } from '../local-day'
import { Refused } from '../refused'
import { audit } from '../store/tables/audit'
import { atomically, type Database } from '../store/libsql'
import {
  assignedCoursesOf,
  chosenIds,
  countChosen,
  countComplete,
  giveCourse,
  giveCourseToNewcomers,
  takeCourseBack,
  type AssignedCourse,
  type CourseFacts,
} from '../store/assigning'
import { addRule, endRule, openRules, type AssignmentRule } from '../store/tables/assignment-rules'

export type AssignTo =
  | { readonly kind: 'people'; readonly ids: readonly string[] }
  | {
      readonly kind: 'filter'
      readonly filter: PeopleFilter
      /** The hash of the people who were shown. If it is given and other people match now, the request is refused. */
      readonly seen?: string
    }

export interface Assigned {
  /** The number of people who have the course with this date now. */
  readonly assigned: number
  /** The number of people who hold a valid certificate of the course and therefore need not take it again. */
  readonly complete: number
}

/** Returns the last moment of a calendar day in this computer's time zone, as an ISO date-time in UTC. */
export function endOfDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date, 23, 59, 59, 999).toISOString()
}

/** Returns the end of the day that lies this many days ahead. */
function endOfDayIn(days: number, now: Date): string {
  const then = daysLater(days, now)
  then.setHours(23, 59, 59, 999)
  return then.toISOString()
}

const factsOf = (library: Pick<Library, 'courses'>): CourseFacts[] =>
  library.courses.map((course) => ({
    id: course.id,
    version: course.version,
    hash: contentOf(course).hash,
    modules: mostContacts(course),
  }))

/**
 * Gives newcomers, and people who came back or changed their team or site, the courses that the rules give there.
 * Courses that a person has been assigned already stay as they are. Never call it for people who only changed
 * otherwise, since they would get back what was withdrawn from them. Call it inside the transaction that wrote the people.
 * @returns the number of assignments
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
    const due = days === null ? null : endOfDayIn(days, now)
    made += giveCourseToNewcomers(
      db,
      facts,
      people,
      { team, site },
      { at: now.toISOString(), by: `rule:${id}`, due },
    )
  }
  return made
}

/** Assigns courses to people, with the date by which each is due. */
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

  /** Counts the people who match a filter now, and gives a hash that identifies exactly these. */
  who(filter: PeopleFilter): { readonly people: number; readonly seen: string } {
    const hash = createHash('sha256')
    let people = 0
    for (const id of chosenIds(this.db, { kind: 'filter', filter })) {
      hash.update(`${id}\n`)
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
   * @throws Refused `stale` when other people match the filter than were shown
   */
  assign(to: AssignTo, course: string, day: string | null, now: Date, by: string): Assigned {
    const facts = this.#facts(course)
    const due = day === null ? null : endOfDay(day)
    const at = now.toISOString()
    return atomically(this.db, () => {
      this.#mustBeThoseShown(to)
      const people = countChosen(this.db, to)
      giveCourse(this.db, facts, to, { at, by, due })
      const complete = countComplete(this.db, to, course, at)
      audit(this.db, at, by, 'course-assigned', {
        course,
        people: people - complete,
        due,
        ...(to.kind === 'people' && to.ids.length === 1 ? { person: to.ids[0] } : {}),
      })
      return { assigned: people - complete, complete }
    })
  }

  /**
   * Assigns a course to everybody who matches a filter, and to newcomers of its teams and sites.
   * @param days the days that a newcomer has; `null` for no due date
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

  /**
   * Takes a course back from people. Attempts that they began stay in the records.
   * @returns the number of people who had the course
   */
  withdraw(to: AssignTo, course: string, now: Date, by: string): number {
    return atomically(this.db, () => {
      this.#mustBeThoseShown(to)
      const people = takeCourseBack(this.db, to, course)
      audit(this.db, now.toISOString(), by, 'course-withdrawn', { course, people })
      return people
    })
  }

  /**
   * Makes a rule that gives a course to newcomers of a team, of a site, or everywhere. It replaces a rule for the same
   * people.
   */
  addRule(rule: Omit<AssignmentRule, 'id' | 'madeAt'>, now: Date, by: string): void {
    this.#facts(rule.course)
    const made = { ...rule, id: this.uuid(), madeAt: now.toISOString() }
    atomically(this.db, () => addRule(this.db, made, by))
  }

  rules(): AssignmentRule[] {
    return openRules(this.db)
  }

  endRule(id: string, now: Date, by: string): void {
    const at = now.toISOString()
    atomically(this.db, () => {
      if (!endRule(this.db, id, at)) throw new Refused('not-found', 'This has been ended already.')
      audit(this.db, at, by, 'assignment-rule-ended', { rule: id })
    })
  }

  /** Returns a person's assigned courses, by due date. */
  of(person: string): AssignedCourse[] {
    return assignedCoursesOf(this.db, person)
  }

  newcomers(people: readonly string[], now: Date): number {
    return assignNewcomers(this.db, this.facts(), people, now)
  }
}

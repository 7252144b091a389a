import { isCertified, type Course } from '../../domain/course'
import { standingOf, type CompetencyPoints, type Standing, type StandingAttempt } from '../../domain/records'
import { contentOf, type Library } from '../library/library'
import { keepingStatements, type Database } from '../store/libsql'
import { toRoundAttempt } from '../store/tables/attempts'
import {
  attemptsOfStanding,
  certificateOfStanding,
  competencyColumns,
  peopleWithStaleStanding,
  writeStanding,
  type CountedRow,
  type StandingValue,
} from '../store/tables/standings'
import type { BegunRound } from '../store/tables/credentials'

/** Returns a round with the time at which it was begun. `attempts` are in the order in which they were begun. */
function begunRound(number: number, attempts: readonly CountedRow[]): BegunRound | null {
  const first = attempts.find(({ mode, round }) => mode === 'assessed' && round === number)
  return first ? { number, begunAt: first.started_at } : null
}

/** Returns the columns that are computed from the attempts, each with its value. */
function computed(standing: Standing, course: Course, hash: string): readonly StandingValue[] {
  return [
    ['course_version', course.version],
    ['course_hash', hash],
    ['status', standing.status],
    ['round', standing.round],
    ['modules', standing.modules],
    ['modules_done', standing.modulesDone],
    ['earned', standing.earned],
    ['possible', standing.possible],
    ['score', standing.score],
    ['attacks', standing.attacks],
    ['hits', standing.hits],
    ['legitimate', standing.legitimate],
    ['false_alarms', standing.falseAlarms],
    ['critical', standing.critical],
    ['passed_at', standing.passedAt],
    ...standing.competencies.flatMap(({ competency, earned, possible }): StandingValue[] => {
      const columns = competencyColumns(competency)
      return [
        [columns.earned, earned],
        [columns.possible, possible],
      ]
    }),
  ]
}

const toAttempt = (row: CountedRow): StandingAttempt => ({
  ...toRoundAttempt(row),
  endedAt: row.ended_at,
  // Attempts of the first version have no points by competency.
  competencies: JSON.parse(row.competencies ?? '{}') as CompetencyPoints,
})

/** Keeps one row for each person and course up to date with their attempts and certificates. */
export class Standings {
  #stopped = false
  readonly #statements: Pick<Database, 'prepare'>
  /** The courses of this run of the program, each with the hash of its content. */
  readonly #courses = new Map<string, { readonly course: Course; readonly hash: string }>()

  constructor(
    private readonly db: Database,
    library: Pick<Library, 'courses'>,
  ) {
    this.#statements = keepingStatements(db)
    this.takeCourses(library)
  }

  /** Takes the courses of the library. Call it again when the library has changed. */
  takeCourses({ courses }: Pick<Library, 'courses'>): void {
    this.#courses.clear()
    for (const course of courses) this.#courses.set(course.id, { course, hash: contentOf(course).hash })
  }

  /**
   * Computes a standing again. Call it inside the transaction that starts, ends, sets aside, imports or deletes an
   * attempt, or that issues or revokes a certificate. A course whose file is gone keeps its last numbers.
   */
  refresh(personId: string, courseId: string): void {
    const known = this.#courses.get(courseId)
    const attempts = attemptsOfStanding(this.#statements, personId, courseId)
    const standing =
      known &&
      standingOf(
        known.course,
        attempts.filter((row) => row.mode === 'assessed').map((row) => toAttempt(row)),
      )
    const completed = standing?.status === 'complete' ? begunRound(standing.round, attempts) : null
    // The pass of a course that gives no certificate lasts, also where the course gave one before.
    const credential =
      known && !isCertified(known.course)
        ? undefined
        : certificateOfStanding(this.#statements, personId, courseId, completed)
    const moments = attempts.flatMap((row) => [row.started_at, row.ended_at ?? ''])
    const columns: readonly StandingValue[] = [
      ...(known && standing ? computed(standing, known.course, known.hash) : []),
      ['set_aside', attempts.filter((row) => row.mode === 'assessed' && row.set_aside_at !== null).length],
      ['last_activity', moments.reduce((last, at) => (at > last ? at : last), '') || null],
      ['credential_id', credential?.id ?? null],
      ['valid_until', credential?.validUntil ?? null],
      ['revoked_at', credential?.revokedAt ?? null],
    ]
    writeStanding(this.#statements, personId, courseId, [
      ['started_at', attempts[0]?.started_at ?? null],
      ...columns,
    ])
  }

  /**
   * Computes some of the standings that were computed for another version of their course, or never.
   * @returns how many; 0 when all are up to date
   */
  refreshStale(atMost: number): number {
    let done = 0
    for (const [id, { hash }] of this.#courses) {
      const stale = peopleWithStaleStanding(this.#statements, id, hash, atMost - done)
      if (stale.length === 0) continue
      this.db.transaction(() => {
        for (const person of stale) this.refresh(person, id)
      })()
      done += stale.length
      if (done >= atMost) break
    }
    return done
  }

  /** Computes all outdated standings in pieces, so that other work need not wait for long. */
  async catchUp(): Promise<void> {
    while (!this.#stopped && this.refreshStale(200) > 0) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  /** Stops `catchUp`. The next start does the rest. */
  stop(): void {
    this.#stopped = true
  }
}

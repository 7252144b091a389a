import type { PersonRound, PersonView } from '../../bridge/channels'
import { roundForNewAttempt, roundState, roundStates, type Course } from '../../domain/course'
import { statusAt } from '../../domain/records'
import { percent } from '../../domain/scoring'
import { Refused } from '../refused'
import type { System } from '../system'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import {
  assessedAttemptsOf,
  countAttemptsOf,
  detectionOf,
  newestAttemptsOf,
  toRoundAttempt,
  type CourseAttemptRow,
} from '../store/tables/attempts'
import { renewalOf } from '../learn/renewal'
import { courseRule } from './course-rule'
import { certifiedRoundsOf } from '../store/tables/credentials'
import { personWithManager } from '../store/tables/people'
import { standingsOf, type StandingRow } from '../store/tables/standings'
import type { Database } from '../store/libsql'
import { alteredAmong, type Seals } from '../evidence/seal'
import { opensCertificatesOf, mayShowPersonalResults, seenTime } from '../people/privacy'
import { checkAttempt, scenarioReader } from '../evidence/signed-attempt'

export interface PersonViewNeeds {
  readonly db: Database
  readonly library: Pick<Library, 'course' | 'scenario'>
  readonly system: Pick<System, 'now'>
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly seals: () => Seals
}

const ATTEMPTS_SHOWN = 200

/**
 * Returns everything that may be shown about a person: name and role, standings, attempts.
 * @param caller the person who asks
 * @throws Refused `not-found`
 */
export function personView(
  services: PersonViewNeeds,
  id: string,
  caller: { readonly id: string },
): PersonView {
  const { db } = services
  const row = personWithManager(db, id)
  if (!row) throw new Refused('not-found', 'There is no such person.')
  const named = mayShowPersonalResults(services)
  return {
    id,
    name: row.name,
    number: row.number,
    email: row.email,
    role: row.role,
    team: row.team,
    site: row.site,
    manager: row.manager,
    leftAt: row.left_at,
    standings: standingViews(services, id, row.left_at !== null),
    certificatesOpen: opensCertificatesOf(services, id, caller),
    attempts: named ? attemptsOf(services, id) : null,
    attemptsInAll: named ? countAttemptsOf(db, id) : null,
    detection: named ? detectionOf(db, id) : null,
  }
}

function standingViews(services: PersonViewNeeds, id: string, left: boolean): PersonView['standings'] {
  const { db, library, system } = services
  const named = mayShowPersonalResults(services)
  const now = system.now().toISOString()
  const attempts = assessedAttemptsOf(db, id)
  const altered = alteredAmong(
    db,
    services.seals(),
    attempts.map(({ id }) => id),
  )
  const certified = certifiedRoundsOf(db, id)
  const roundsIn = (row: StandingRow) => {
    const course = library.course(row.course)
    if (!named || !course) return NO_ROUNDS
    const own = certified.filter(({ course: of }) => of === course.id)
    return roundsOf(
      course,
      attempts.filter(({ course: of }) => of === course.id),
      new Set(own.map(({ round }) => round)),
      altered,
      row.round_refused_at,
      now,
      renewalOf(course, {
        passedAt: row.passed_at,
        validUntil: row.valid_until,
        revokedAt: row.revoked_at,
      }),
    )
  }
  return standingsOf(db, id).map((row) => {
    const course = row.course
    const stored = row.status
    const dueAt = row.due_at
    const validUntil = row.valid_until
    const revokedAt = row.revoked_at
    const status = !named && stored === 'failed' ? 'in-progress' : stored
    return {
      course,
      courseTitle: library.course(course)?.title ?? { en: course },
      status: statusAt({ status, dueAt, validUntil, revokedAt }, now, left),
      round: named ? row.round : null,
      modules: named ? row.modules : null,
      modulesDone: named ? row.modules_done : null,
      assignedAt: row.assigned_at,
      dueAt,
      passedAt: seenTime(services, row.passed_at),
      validUntil: seenTime(services, validUntil),
      certificate: row.credential_id,
      result: named
        ? {
            scorePercent: row.score,
            attacks: row.attacks,
            hits: row.hits,
            legitimate: row.legitimate,
            falseAlarms: row.false_alarms,
            critical: row.critical,
          }
        : null,
      rule: courseRule(services, course) ?? null,
      ...roundsIn(row),
      // Whoever has left can't begin another round.
      ...(left ? { nextRoundAt: null, limit: null } : {}),
    }
  })
}

/** Used for a course whose rounds are not shown: in pseudonymous mode, or when its file is gone. */
const NO_ROUNDS = { rounds: null, nextRoundAt: null, limit: null, refusedAt: null } as const

/** Returns the rounds of a person in a course, and the time at which they may begin another. */
function roundsOf(
  course: Course,
  rows: readonly CourseAttemptRow[],
  certified: ReadonlySet<number>,
  altered: ReadonlySet<string>,
  refusedAt: string | null,
  now: string,
  renews: string | null,
): Pick<PersonView['standings'][number], keyof typeof NO_ROUNDS> {
  const attempts = rows.map((row) =>
    toRoundAttempt({ ...row, critical: JSON.stringify(criticalOf(row.critical)) }),
  )
  const endOf = new Map(rows.map((row) => [row.id, row.ended_at]))
  const next = roundForNewAttempt(course, attempts, roundState(course, attempts), now, renews)
  const rounds = roundStates(course, attempts).map(({ round, modules, result }): PersonRound => {
    const own = rows.filter((row) => row.round === round)
    // A round with a certificate was passed by the rule of its time, whatever the rule says today.
    const passed = result.passed || certified.has(round)
    const over = result.complete || passed
    const ends = modules.flatMap(({ attempt }) => (attempt && endOf.get(attempt.id)) ?? [])
    const versions = own.flatMap(({ course_version: version }) => version ?? [])
    return {
      round,
      beganAt: own.reduce((first, { started_at: at }) => (at < first ? at : first), own[0]!.started_at),
      endedAt: over ? ends.reduce((last, at) => (at > last ? at : last), ends[0] ?? '') || null : null,
      outcome: passed ? 'passed' : over ? 'failed' : 'going-on',
      contacts: result.contacts,
      attacks: result.attacks,
      hits: result.hits,
      reported: result.reported,
      legitimate: result.legitimate,
      falseAlarms: result.falseAlarms,
      critical: result.critical.length,
      setAside: own.filter((row) => row.set_aside_at !== null).length,
      altered: own.some(({ id }) => altered.has(id)),
      otherVersions: [...new Set(versions)].filter((version) => version !== course.version).sort(),
    }
  })
  return { rounds, nextRoundAt: next.kind === 'waits' ? next.opens : null, limit: course.rounds, refusedAt }
}

type ViewedAttempt = NonNullable<PersonView['attempts']>[number]

function attemptsOf({ db, library, seals }: PersonViewNeeds, id: string): ViewedAttempt[] {
  const compiled = scenarioReader(db)
  return newestAttemptsOf(db, id, ATTEMPTS_SHOWN).map((row): ViewedAttempt => {
    const scenario = row.scenario
    const found = library.scenario(scenario)
    const ended = row.ended_at !== null
    const earned = row.earned
    const possible = row.possible
    return {
      id: row.id,
      course: row.course,
      scenario,
      scenarioTitle: 'kind' in found ? { en: scenario } : found.scenario.title,
      mode: row.mode,
      truth: row.truth,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      setAside: row.set_aside_at !== null,
      scorePercent: earned !== null && possible ? percent(earned / possible) : null,
      passed: ended ? row.passed === 1 : null,
      disposition: row.disposition,
      outcome: row.outcome,
      critical: criticalOf(row.critical),
      integrity: ended ? (checkAttempt(db, seals(), row.id, compiled)?.integrity ?? 'altered') : 'open',
    }
  })
}

/**
 * Returns the critical acts; none if somebody has written invalid JSON into the database. The check of the attempt then
 * says that it was altered.
 */
function criticalOf(text: string | null): string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.map(String) : []
  } catch {
    return []
  }
}

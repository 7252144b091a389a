import type { PersonView } from '../../bridge/channels'
import { statusAt } from '../../domain/records'
import { percent } from '../../domain/scoring'
import { Refused } from '../refused'
import type { System } from '../system'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import type { AttemptRow } from '../store/tables/attempts'
import type { PersonRow } from '../store/tables/people'
import type { StandingRow } from '../store/tables/standings'
import type { Database } from '../store/libsql'
import type { Seals } from '../evidence/seal'
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
 * One person: who they are, where they stand, what they did.
 * @param caller who asks
 * @throws Refused `not-found`
 */
export function personView(
  services: PersonViewNeeds,
  id: string,
  caller: { readonly id: string },
): PersonView {
  const { db } = services
  const row = db
    .prepare(
      'SELECT p.*, m.name AS manager FROM people p LEFT JOIN people m ON m.id = p.manager_id WHERE p.id = ?',
    )
    .get<PersonRow & { readonly manager: string | null }>(id)
  if (!row) throw new Refused('not-found', 'There is no such person.')
  const named = mayShowPersonalResults(services)
  const { n } = db.prepare('SELECT count(*) AS n FROM attempts WHERE person_id = ?').get<{ n: number }>(id)!
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
    standings: standingsOf(services, id),
    certificatesOpen: opensCertificatesOf(services, id, caller),
    attempts: named ? attemptsOf(services, id) : null,
    attemptsInAll: named ? n : null,
    detection: named ? detectionOf(services, id) : null,
  }
}

function standingsOf(services: PersonViewNeeds, id: string): PersonView['standings'] {
  const { db, library, system } = services
  const named = mayShowPersonalResults(services)
  const now = system.now().toISOString()
  const rows = db.prepare('SELECT * FROM standings WHERE person_id = ? ORDER BY course').all<StandingRow>(id)
  return rows.map((row) => {
    const course = row.course
    const stored = row.status
    const dueAt = row.due_at
    const validUntil = row.valid_until
    const revokedAt = row.revoked_at
    const status = !named && stored === 'failed' ? 'in-progress' : stored
    return {
      course,
      courseTitle: library.course(course)?.title ?? { en: course },
      status: statusAt({ status, dueAt, validUntil, revokedAt }, now),
      round: named ? row.round : null,
      modules: row.modules,
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
    }
  })
}

type ViewedAttempt = NonNullable<PersonView['attempts']>[number]

function attemptsOf({ db, library, seals }: PersonViewNeeds, id: string): ViewedAttempt[] {
  const rows = db
    .prepare(
      `SELECT * FROM attempts WHERE person_id = ? ORDER BY started_at DESC, id LIMIT ${ATTEMPTS_SHOWN}`,
    )
    .all<AttemptRow>(id)
  const compiled = scenarioReader(db)
  return rows.map((row): ViewedAttempt => {
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

/** What somebody wrote into the database may be no JSON; the check of the attempt says that it was altered. */
function criticalOf(text: string | null): string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.map(String) : []
  } catch {
    return []
  }
}

function detectionOf({ db }: PersonViewNeeds, id: string): PersonView['detection'] {
  return db
    .prepare(
      `SELECT count(*) FILTER (WHERE truth = 'attack') AS attacks, count(*) FILTER (WHERE outcome = 'hit') AS hits,
         count(*) FILTER (WHERE truth = 'legitimate') AS legitimate,
         count(*) FILTER (WHERE outcome = 'false-alarm') AS falseAlarms
       FROM attempts WHERE person_id = ? AND mode = 'assessed' AND ended_at IS NOT NULL AND set_aside_at IS NULL`,
    )
    .get<NonNullable<PersonView['detection']>>(id)!
}

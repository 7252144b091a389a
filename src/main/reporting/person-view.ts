import type { PersonView } from '../../bridge/channels'
import { statusAt, type Standing } from '../../domain/records'
import { percent } from '../../domain/scoring'
import { Refused } from '../refused'
import type { Surroundings } from '../surroundings'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import type { Database } from '../store/libsql'
import type { Seals } from '../evidence/seal'
import { opensCertificatesOf, scoresByPerson, seenTime } from '../people/privacy'
import { checkAttempt, scenarioReader } from '../evidence/signed-attempt'

type Row = Record<string, unknown>
export interface PersonViewNeeds {
  readonly db: Database
  readonly library: Pick<Library, 'course' | 'scenario'>
  readonly around: Pick<Surroundings, 'now'>
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
    .get(id) as Row | undefined
  if (!row) throw new Refused('not-found', 'There is no such person.')
  const named = scoresByPerson(services)
  const { n } = db.prepare('SELECT count(*) AS n FROM attempts WHERE person_id = ?').get(id) as { n: number }
  return {
    id,
    name: row['name'] as string,
    number: row['number'] as string,
    email: row['email'] as string | null,
    role: row['role'] as PersonView['role'],
    team: row['team'] as string | null,
    site: row['site'] as string | null,
    manager: row['manager'] as string | null,
    leftAt: row['left_at'] as string | null,
    standings: standingsOf(services, id),
    certificatesOpen: opensCertificatesOf(services, id, caller),
    attempts: named ? attemptsOf(services, id) : null,
    attemptsInAll: named ? n : null,
    detection: named ? detectionOf(services, id) : null,
  }
}

function standingsOf(services: PersonViewNeeds, id: string): PersonView['standings'] {
  const { db, library, around } = services
  const named = scoresByPerson(services)
  const now = around.now().toISOString()
  const rows = db.prepare('SELECT * FROM standings WHERE person_id = ? ORDER BY course').all(id) as Row[]
  return rows.map((row) => {
    const course = row['course'] as string
    const stored = row['status'] as Standing['status']
    const dueAt = row['due_at'] as string | null
    const validUntil = row['valid_until'] as string | null
    const revokedAt = row['revoked_at'] as string | null
    const status = !named && stored === 'failed' ? 'in-progress' : stored
    return {
      course,
      courseTitle: library.course(course)?.title ?? { en: course },
      status: statusAt({ status, dueAt, validUntil, revokedAt }, now),
      round: named ? (row['round'] as number) : null,
      modules: row['modules'] as number,
      modulesDone: named ? (row['modules_done'] as number) : null,
      assignedAt: row['assigned_at'] as string | null,
      dueAt,
      passedAt: seenTime(services, row['passed_at'] as string | null),
      validUntil: seenTime(services, validUntil),
      certificate: row['credential_id'] as string | null,
      result: named
        ? {
            scorePercent: row['score'] as number | null,
            attacks: row['attacks'] as number,
            hits: row['hits'] as number,
            legitimate: row['legitimate'] as number,
            falseAlarms: row['false_alarms'] as number,
            critical: row['critical'] as number,
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
    .all(id) as Row[]
  const compiled = scenarioReader(db)
  return rows.map((row): ViewedAttempt => {
    const scenario = row['scenario'] as string
    const found = library.scenario(scenario)
    const ended = row['ended_at'] !== null
    const earned = row['earned'] as number | null
    const possible = row['possible'] as number | null
    return {
      id: row['id'] as string,
      course: row['course'] as string,
      scenario,
      scenarioTitle: 'kind' in found ? { en: scenario } : found.scenario.title,
      mode: row['mode'] as ViewedAttempt['mode'],
      truth: row['truth'] as ViewedAttempt['truth'],
      startedAt: row['started_at'] as string,
      endedAt: row['ended_at'] as string | null,
      setAside: row['set_aside_at'] !== null,
      scorePercent: earned !== null && possible ? percent(earned / possible) : null,
      passed: ended ? row['passed'] === 1 : null,
      disposition: row['disposition'] as ViewedAttempt['disposition'],
      outcome: row['outcome'] as ViewedAttempt['outcome'],
      critical: criticalOf(row['critical']),
      integrity: ended
        ? (checkAttempt(db, seals(), row['id'] as string, compiled)?.integrity ?? 'altered')
        : 'open',
    }
  })
}

/** What somebody wrote into the database may be no JSON; the check of the attempt says that it was altered. */
function criticalOf(text: unknown): string[] {
  try {
    const list: unknown = JSON.parse(String(text ?? '[]'))
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
    .get(id) as PersonView['detection']
}

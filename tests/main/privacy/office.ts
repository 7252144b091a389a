/** An installation in pseudonymous mode whose people come, move, play and leave, with the results that HR sees. */
import { randomUUID } from 'node:crypto'
import { EVERYTHING, type RecordFilter } from '../../../src/domain/records'
import type { Request } from '../../../src/bridge/channels'
import type { AuditNeeds } from '../../../src/main/ipc/audit'
import { completionHandlers, type CompletionNeeds } from '../../../src/main/ipc/completion'
import { Library } from '../../../src/main/library/library'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { PeopleStore } from '../../../src/main/store/people-list'
import { openDatabase } from '../../../src/main/store/database'
import { PersonRecords } from '../../../src/main/store/person-records'
import { ReleaseKeeper } from '../../../src/main/reporting/release-keeper'
import { makeReleases } from '../../../src/main/store/result-releases'
import { Seals } from '../../../src/main/evidence/seal'
import type { Task } from '../../../src/main/store/task'
import { TASKS, type TaskName } from '../../../src/main/worker/tasks'
import { KEY, NOW, testSystem, temporaryFolder } from '../helpers'

export const SCENARIOS = ['bribe', 'boss', 'caller'] as const
const TRUTH = { bribe: 'attack', boss: 'attack', caller: 'legitimate' } as const
const DAY_MS = 86_400_000

export interface Played {
  readonly id: string
  readonly person: string
  readonly scenario: (typeof SCENARIOS)[number]
  readonly missed: boolean
}

export type Filter = Request<'records.results'>['filter']
export const filterOf = (over: Partial<RecordFilter> = {}) => ({ ...EVERYTHING, ...over }) as Filter

const library = new Library('scenarios')

export function office() {
  const system = testSystem()
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  const organisation = new OrganisationStore(db)
  const at = () => system.now().toISOString()
  for (const id of SCENARIOS) {
    const content = JSON.stringify({ tactics: id === 'bribe' ? ['bribery', 'urgency'] : ['urgency'] })
    db.prepare('INSERT INTO scenarios (hash, id, version, content) VALUES (?, ?, ?, ?)').run(
      `hash of ${id}`,
      id,
      '1',
      content,
    )
  }
  organisation.change({ privacy: 'pseudonymous', smallestGroup: 10 }, at(), null)
  const releases = new ReleaseKeeper({
    db,
    organisation,
    system,
    make: (now, smallest) => {
      for (const step of makeReleases(db, now, smallest)) void step
      return Promise.resolve({ ok: true, value: null })
    },
  })
  const run = async (name: TaskName, request: unknown) => {
    const task = TASKS[name] as Task<unknown, unknown>
    const value = await task(request, { db, progress: () => {}, breathe: () => Promise.resolve() })
    return { ok: true, value }
  }
  const services = {
    db,
    library,
    system,
    organisation,
    releases,
    seals: () => new Seals(KEY, '9999-01-01T00:00:00.000Z'),
    people: new PeopleStore(db),
    worker: { run },
  } as unknown as CompletionNeeds & AuditNeeds
  const caller = { person: { id: randomUUID(), name: 'Ines', number: 'HR-1', role: 'hr' as const } }
  const handlers = completionHandlers(services)
  const people: string[] = []
  const played: Played[] = []

  return {
    db,
    system,
    organisation,
    services,
    handlers,
    caller,
    people,
    played,
    nextDay: () => system.pass(DAY_MS),
    join(site: string, team: string | null): string {
      const id = randomUUID()
      db.prepare(
        `INSERT INTO people (id, name, number, role, created_at, site, team) VALUES (?, ?, ?, 'trainee', ?, ?, ?)`,
      ).run(id, `Person ${people.length}`, `N-${people.length}`, at(), site, team)
      people.push(id)
      return id
    },
    move(person: string, site: string, team: string | null): void {
      db.prepare('UPDATE people SET site = ?, team = ? WHERE id = ?').run(site, team, person)
    },
    leave(person: string): void {
      db.prepare('UPDATE people SET left_at = ? WHERE id = ?').run(at(), person)
    },
    erase(person: string): void {
      new PersonRecords(db, KEY).erase(person, caller.person.id, at())
    },
    /** Adds a finished, assessed attempt now. */
    play(person: string, scenario: Played['scenario'], missed: boolean, round = 1): string {
      if (!db.prepare('SELECT 1 FROM people WHERE id = ?').get(person)) return ''
      const id = randomUUID()
      const truth = TRUTH[scenario]
      const outcome =
        truth === 'attack' ? (missed ? 'miss' : 'hit') : missed ? 'false-alarm' : 'correct-service'
      system.pass(61_000)
      const started = at()
      system.pass(300_000)
      db.prepare(
        `INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, started_at, ended_at,
           disposition, outcome, earned, possible, passed, critical, truth, channel, locale, competencies, scoring_version)
         VALUES (?, ?, 'onboarding', ?, 'assessed', ?, ?, ?, ?, 'reported', ?, ?, 4, ?, ?, ?, 'chat', 'en', ?, 1)`,
      ).run(
        id,
        person,
        round,
        scenario,
        `hash of ${scenario}`,
        started,
        at(),
        outcome,
        missed ? 1 : 4,
        missed ? 0 : 1,
        missed ? '["leaked"]' : '[]',
        truth,
        JSON.stringify({ verification: [missed ? 1 : 4, 4] }),
      )
      db.prepare(
        `INSERT INTO standings (person_id, course, modules, status, started_at, last_activity, round)
         VALUES (?, 'onboarding', 3, 'in-progress', ?, ?, ?)
         ON CONFLICT (person_id, course) DO UPDATE SET last_activity = excluded.last_activity, round = excluded.round`,
      ).run(person, started, at(), round)
      played.push({ id, person, scenario, missed })
      return id
    },
    results: (filter: Partial<RecordFilter> = {}) =>
      handlers['records.results']({ filter: filterOf(filter) }, caller),
    figures: (filter: Partial<RecordFilter> = {}) =>
      handlers['records.figures']({ filter: filterOf(filter) }, caller),
    close: () => db.close(),
  }
}

export type Office = ReturnType<typeof office>

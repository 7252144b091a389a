import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Course } from '../../../src/domain/course'
import { standingOf, type StandingAttempt } from '../../../src/domain/records'
import { Attempts } from '../../../src/main/learn/attempts'
import { Library } from '../../../src/main/library/library'
import { openDatabase } from '../../../src/main/store/database'
import type { Database } from '../../../src/main/store/libsql'
import { Standings } from '../../../src/main/learn/standings'
import { COMPETENCY_COLUMNS } from '../../../src/main/store/tables/standings'
import { LocalRecords, type StoredAttempt } from '../../../src/main/store/records'
import { fillRecords } from '../../bench/fill'
import { course, history } from '../../domain/records/histories'
import { bestRun } from '../../e2e/paths'
import { KEY, NOW, testSystem, temporaryFolder } from '../helpers'

const now = NOW.toISOString()

function records() {
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  db.exec(`INSERT INTO people (id, name, number, role, created_at) VALUES ('p', 'Priya Raman', 'IND-1', 'trainee', '${now}');
    INSERT INTO scenarios VALUES ('h', 's', '1.0.0', '{}');`)
  return db
}

function write(db: Database, attempts: readonly StandingAttempt[]): void {
  const insert = db.prepare(
    `INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, started_at, set_aside_at, ended_at,
       outcome, critical, earned, possible, competencies)
     VALUES (?, 'p', 'short', ?, 'assessed', ?, 'h', ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const a of attempts) {
    insert.run(
      a.id,
      a.round,
      a.scenario,
      a.startedAt,
      a.setAside ? a.startedAt : null,
      a.endedAt,
      a.result?.outcome ?? null,
      a.result ? JSON.stringify(a.result.critical) : null,
      a.result?.earned ?? null,
      a.result?.possible ?? null,
      a.result ? JSON.stringify(a.competencies) : null,
    )
  }
}

/** Returns the stored row in the form of the domain. */
function stored(db: Database) {
  const row = db.prepare(`SELECT * FROM standings WHERE person_id = 'p'`).get() as Record<string, unknown>
  return {
    status: row['status'],
    round: row['round'],
    modules: row['modules'],
    modulesDone: row['modules_done'],
    earned: row['earned'],
    possible: row['possible'],
    score: row['score'],
    attacks: row['attacks'],
    hits: row['hits'],
    legitimate: row['legitimate'],
    falseAlarms: row['false_alarms'],
    critical: row['critical'],
    passedAt: row['passed_at'],
    competencies: COMPETENCY_COLUMNS.map(({ competency, earned, possible }) => ({
      competency,
      earned: row[earned],
      possible: row[possible],
    })),
  }
}

const libraryOf = (...courses: Course[]) => ({ courses })

describe('Standings', () => {
  it('stores what the attempts say, for any history', () => {
    const db = records()
    const standings = new Standings(db, libraryOf(course))
    fc.assert(
      fc.property(history(), (attempts) => {
        db.exec('DELETE FROM attempts')
        write(db, attempts)
        standings.refresh('p', 'short')
        expect(stored(db)).toEqual(standingOf(course, attempts))
      }),
    )
    db.close()
  })

  it('follows an attempt in the same breath: begun, begun again, ended', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    const library = new Library('scenarios')
    const store = new LocalRecords(db)
    const standings = new Standings(db, library)
    const keep = ({ personId, course: id }: StoredAttempt) => standings.refresh(personId, id)
    const attempts = new Attempts(
      store,
      library,
      testSystem(),
      () => 'Meridian',
      () => 'en',
      [({ attempt }) => keep(attempt)],
      keep,
    )
    const person = { id: 'p', name: 'Priya Raman', number: 'IND-1', role: 'trainee' } as const
    store.addPerson(person, now, 'Meridian')
    const [first] = library.course('first-week')!.modules
    const row = () =>
      db.prepare('SELECT status, modules_done, started_at IS NOT NULL AS begun FROM standings').get()
    const begun = attempts.start(person, 'first-week', first!, 'assessed')
    expect(row()).toMatchObject({ status: 'in-progress', modules_done: 0, begun: 1 })
    // The contact is another one by now, so the attempt can't continue.
    db.exec(`INSERT INTO scenarios (hash, id, version, content) VALUES ('other', '${first!}', '0.0.1', '{}')`)
    db.prepare("UPDATE attempts SET scenario_hash = 'other' WHERE id = ?").run(begun.id)
    const { id } = attempts.restart(person, begun.id)
    expect(db.prepare('SELECT set_aside FROM standings').get()).toMatchObject({ set_aside: 1 })
    expect(row()).toMatchObject({ status: 'in-progress', modules_done: 0 })
    const found = library.scenario(first!)
    if ('kind' in found) throw new Error(found.issues[0]?.code)
    for (const [i, event] of bestRun(found.compiled).entries()) {
      attempts.commit(person, id, i + 1, 'decision', event)
    }
    expect(row()).toMatchObject({ status: 'in-progress', modules_done: 1 })
    db.close()
  })

  it('keeps what was assigned, and takes in the certificate that is in force', () => {
    const db = records()
    const standings = new Standings(db, libraryOf(course))
    db.exec(
      `INSERT INTO standings (person_id, course, assigned_at, due_at) VALUES ('p', 'short', '${now}', '${now}')`,
    )
    const credential = (id: string, round: number) =>
      db.exec(`INSERT INTO credentials (id, person_id, course, course_version, round, payload, issued_at, valid_until)
        VALUES ('${id}', 'p', 'short', '1.0.0', ${round}, '{}', '2026-0${round}-01T00:00:00.000Z', '2026-0${round + 6}-01T00:00:00.000Z')`)
    const row = () =>
      db.prepare('SELECT credential_id, valid_until, revoked_at, due_at, assigned_at FROM standings').get()
    credential('A', 1)
    credential('B', 2)
    standings.refresh('p', 'short')
    expect(row()).toMatchObject({ credential_id: 'B', valid_until: '2026-08-01T00:00:00.000Z', due_at: now })
    db.exec(`UPDATE credentials SET revoked_at = '${now}' WHERE id = 'B'`)
    standings.refresh('p', 'short')
    // No round is complete here, so the certificate that is still in force is shown.
    expect(row()).toMatchObject({ credential_id: 'A', assigned_at: now, revoked_at: null })
    db.close()
  })

  it('computes anew, in pieces, when the file of a course was changed, and no more afterwards', () => {
    const db = records()
    const standings = new Standings(db, libraryOf(course))
    standings.refresh('p', 'short')
    expect(standings.refreshStale(10)).toBe(0)
    const longer = { ...course, version: '1.3.0', modules: [...course.modules, 'four'] }
    const later = new Standings(db, libraryOf(longer))
    expect(later.refreshStale(10)).toBe(1)
    expect(later.refreshStale(10)).toBe(0)
    expect(db.prepare('SELECT modules, course_version FROM standings').get()).toMatchObject({
      modules: 4,
      course_version: '1.3.0',
    })
    db.close()
  })

  it('leaves the numbers of a course whose file is gone', () => {
    const db = records()
    new Standings(db, libraryOf(course)).refresh('p', 'short')
    const without = new Standings(db, libraryOf())
    expect(without.refreshStale(10)).toBe(0)
    without.refresh('p', 'short')
    expect(db.prepare('SELECT modules, course_version FROM standings').get()).toMatchObject({
      modules: 3,
      course_version: '1.2.0',
    })
    db.close()
  })

  it('finds nothing to mend in the records that the measurements are made with', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    const library = new Library('scenarios')
    fillRecords(db, library, { people: 120, courses: 2, attempts: 100 }, NOW)
    const all = () =>
      db.prepare('SELECT * FROM standings ORDER BY person_id, course').all() as Record<string, unknown>[]
    const before = all().map((row) => ({ ...row, started_at: null, last_activity: null }))
    db.exec(`UPDATE standings SET course_hash = NULL`)
    expect(new Standings(db, library).refreshStale(1000)).toBe(240)
    expect(all().map((row) => ({ ...row, started_at: null, last_activity: null }))).toEqual(before)
    db.close()
  })
})

describe('standings in the database', () => {
  it('follow the person’s name, number, team and site, and sort names without regard to accents', () => {
    const db = records()
    db.exec(`INSERT INTO standings (person_id, course) VALUES ('p', 'short')`)
    const row = () => db.prepare('SELECT sort_name, number, team, site FROM standings').get()
    expect(row()).toMatchObject({ sort_name: 'priya raman', number: 'IND-1', team: '', site: '' })
    db.exec(
      `UPDATE people SET name = 'Élodie ŒUVRE-Ångström', team = 'Cards 2', number = 'X-9' WHERE id = 'p'`,
    )
    expect(row()).toMatchObject({ sort_name: 'elodie œuvre-angstrom', number: 'X-9', team: 'Cards 2' })
    db.exec(`UPDATE people SET team = NULL, site = 'Pune' WHERE id = 'p'`)
    expect(row()).toMatchObject({ team: '', site: 'Pune' })
    db.close()
  })
})

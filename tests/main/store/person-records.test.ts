import { describe, expect, it } from 'vitest'
import { checkAuditLog, signAuditLog } from '../../../src/main/audit/audit-log'
import { signingKeyFrom } from '../../../src/main/keys/signing-key'
import { ClockWatch } from '../../../src/main/store/clock'
import { openDatabase } from '../../../src/main/store/database'
import type { Database } from '../../../src/main/store/libsql'
import { PersonRecords } from '../../../src/main/store/person-records'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, NOW, temporaryFolder } from '../helpers'

const AT = NOW.toISOString()
const LONG_AGO = '2024-01-10T09:00:00.000Z'

/** Adds a person with a row in every table that can have one. */
function fill(db: Database, id: string, name: string, number: string, at = AT) {
  new LocalRecords(db).addPerson({ id, name, number, role: 'trainee' }, at)
  db.exec(`
    INSERT OR IGNORE INTO scenarios VALUES ('h', 'small', '1.0.0', '{"truth":"attack"}');
    INSERT INTO secrets (person_id, kind, hash, set_at) VALUES ('${id}', 'pin', 'x', '${at}');
    INSERT INTO sessions (id, person_id, started_at) VALUES ('s-${id}', '${id}', '${at}');
    INSERT INTO standings (person_id, course) VALUES ('${id}', 'short');
    INSERT INTO attempts (id, person_id, course, mode, scenario, scenario_hash, started_at, ended_at, truth)
      VALUES ('a-${id}', '${id}', 'short', 'assessed', 'small', 'h', '${at}', '${at}', 'attack');
    INSERT INTO decisions VALUES ('a-${id}', 1, 'decision', 'report', '${at}', 900);
    INSERT INTO credentials (id, person_id, course, course_version, round, payload, issued_at, valid_until)
      VALUES ('HTL-${id}', '${id}', 'short', '1.0.0', 1, '{"personName":"${name}"}', '${at}', '${at}');
    INSERT INTO saved_views VALUES ('v-${id}', '${id}', 'Mine', 'completion', '{}', '${at}');
    INSERT INTO outbox (person_id, attempt_id, statement_id, body, created_at, delivered_at)
      VALUES ('${id}', 'a-${id}', 'st-${id}', '{"name":"${name}"}', '${at}', '${at}');`)
}

function records() {
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  return { db, people: new PersonRecords(db, KEY) }
}

const key = signingKeyFrom(new Uint8Array(32).fill(7), true)

async function auditFault(db: Database) {
  signAuditLog(db, key, AT)
  return (await checkAuditLog(db, [key.did])).fault
}

/** Returns every text in the database, except for the audit log. */
function everything(db: Database): string {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'audit'",
    )
    .all() as { name: string }[]
  return JSON.stringify(tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all()))
}

describe('erasing a person', () => {
  it('leaves nothing of them in any table, and everything of the others', () => {
    const { db, people } = records()
    fill(db, 'p1', 'Priya Raman', 'IND-2041')
    fill(db, 'p2', 'Mateo Ortiz', 'BOG-1203')
    db.exec("UPDATE people SET manager_id = 'p1' WHERE id = 'p2'")
    expect(people.erase('p1', 'p2', AT)).toEqual({ attempts: 1, credentials: 1, delivered: 1 })
    const left = everything(db)
    for (const trace of ['p1"', 'Priya', 'IND-2041', 'a-p1']) expect(left).not.toContain(trace)
    for (const kept of ['Mateo Ortiz', 'a-p2', 'HTL-p2', 'v-p2', 'st-p2']) expect(left).toContain(kept)
    db.close()
  })

  it('keeps the audit log whole, and says in it that it was done', async () => {
    const { db, people } = records()
    fill(db, 'p1', 'Priya Raman', 'IND-2041')
    people.erase('p1', 'hr', AT)
    expect(await auditFault(db)).toBeNull()
    const last = db.prepare('SELECT act, detail FROM audit ORDER BY seq DESC LIMIT 1').get()
    expect(last).toMatchObject({ act: 'person-erased' })
    expect(JSON.stringify(db.prepare('SELECT * FROM audit').all())).not.toContain('Priya')
    db.close()
  })

  it('knows later what was erased, without knowing the number', () => {
    const { db, people } = records()
    fill(db, 'p1', 'Priya Raman', 'IND-2041')
    people.erase('p1', 'hr', AT)
    expect(people.wasErased('ind-2041', '2026-03-01T00:00:00.000Z')).toBe(true)
    expect(people.wasErased('IND-2041', '2026-04-01T00:00:00.000Z')).toBe(false)
    expect(people.wasErased('IND-2042', '2026-03-01T00:00:00.000Z')).toBe(false)
    db.close()
  })

  it('does nothing for somebody who is not there', () => {
    const { db, people } = records()
    expect(people.erase('nobody', 'hr', AT)).toBeUndefined()
    expect(db.prepare('SELECT count(*) AS n FROM audit').get()).toMatchObject({ n: 0 })
    db.close()
  })
})

describe('the file about a person', () => {
  it('holds what every table knows of them and nothing of the others', () => {
    const { db, people } = records()
    fill(db, 'p1', 'Priya Raman', 'IND-2041')
    fill(db, 'p2', 'Mateo Ortiz', 'BOG-1203')
    const file = JSON.stringify(people.file('p1'))
    for (const known of ['Priya Raman', 'IND-2041', 'a-p1', 'report', 'HTL-p1', 'Mine', 'person-added'])
      expect(file).toContain(known)
    expect(file).not.toMatch(/Mateo|p2/)
    expect(file).not.toContain('"hash":"x"')
    expect(people.file('nobody')).toBeUndefined()
    db.close()
  })
})

describe('retention', () => {
  it('lets go of what is too old and keeps what a certificate in force rests on', async () => {
    const { db, people } = records()
    fill(db, 'old', 'Old Attempt', 'E-1', LONG_AGO)
    fill(db, 'backed', 'Still Certified', 'E-2', LONG_AGO)
    fill(db, 'new', 'New Attempt', 'E-3')
    db.exec("UPDATE credentials SET valid_until = '2026-06-01T00:00:00.000Z' WHERE person_id <> 'old'")
    expect(people.applyRetention(12, NOW)).toEqual({ attempts: 1, credentials: 1, people: 0 })
    expect(everything(db)).not.toContain('a-old')
    const standings = db.prepare('SELECT person_id, course_hash FROM standings ORDER BY person_id').all()
    expect(standings.map((row) => (row as { person_id: string }).person_id)).toEqual(['backed', 'new'])
    expect(everything(db)).toContain('a-backed')
    expect(everything(db)).toContain('Old Attempt')
    expect(people.applyRetention(12, NOW)).toEqual({ attempts: 0, credentials: 0, people: 0 })
    expect(await auditFault(db)).toBeNull()
    db.close()
  })

  it('marks a standing that was assigned to be computed anew', () => {
    const { db, people } = records()
    fill(db, 'old', 'Old Attempt', 'E-1', LONG_AGO)
    db.exec(`UPDATE standings SET assigned_at = '${LONG_AGO}', course_hash = 'known'`)
    new ClockWatch(db).confirm(NOW, 'was-unused', 'hr')
    people.applyRetention(12, NOW)
    expect(db.prepare('SELECT assigned_at, course_hash FROM standings').get()).toMatchObject({
      assigned_at: LONG_AGO,
      course_hash: null,
    })
    db.close()
  })

  it('lets go of people who left long ago', () => {
    const { db, people } = records()
    fill(db, 'gone', 'Gone Away', 'E-1', LONG_AGO)
    fill(db, 'here', 'Still Here', 'E-2')
    db.exec(`UPDATE people SET left_at = '${LONG_AGO}' WHERE id = 'gone'`)
    expect(people.applyRetention(12, NOW)?.people).toBe(1)
    expect(everything(db)).not.toContain('Gone Away')
    expect(everything(db)).toContain('Still Here')
    db.close()
  })

  /** Adds attempts at the course, each with its round and the time of its end; without an end it runs. */
  function play(
    db: Database,
    attempts: Record<
      string,
      { round: number | null; began?: string; ended?: string; setAside?: string; course?: string }
    >,
  ) {
    const insert = db.prepare(`INSERT INTO attempts
      (id, person_id, course, round, mode, scenario, scenario_hash, started_at, ended_at, set_aside_at, truth)
      VALUES (?, 'p1', ?, ?, ?, 'small', 'h', ?, ?, ?, 'attack')`)
    for (const [id, { round, began, ended, setAside, course }] of Object.entries(attempts)) {
      const mode = round === null ? 'practice' : 'assessed'
      const from = began ?? ended ?? LONG_AGO
      insert.run(id, course ?? 'short', round, mode, from, ended ?? null, setAside ?? null)
    }
  }

  function played(attempts: Parameters<typeof play>[1]) {
    const { db, people } = records()
    fill(db, 'p1', 'Priya Raman', 'IND-2041', LONG_AGO)
    db.exec('DELETE FROM outbox; DELETE FROM decisions; DELETE FROM attempts; DELETE FROM credentials')
    db.exec(`UPDATE standings SET assigned_at = '${LONG_AGO}', course_hash = 'known'`)
    play(db, attempts)
    new ClockWatch(db).confirm(NOW, 'was-unused', 'hr')
    const left = () =>
      db
        .prepare('SELECT id FROM attempts ORDER BY id')
        .all<{ id: string }>()
        .map(({ id }) => id)
    return { db, people, left }
  }

  const RECENT = '2026-01-10T09:00:00.000Z'

  it('keeps a round whole until the newest of its attempts is old', () => {
    const { db, people, left } = played({
      a: { round: 1, ended: LONG_AGO },
      b: { round: 1, ended: RECENT },
      c: { round: 1, setAside: LONG_AGO },
    })
    expect(people.applyRetention(12, NOW)).toEqual({ attempts: 0, credentials: 0, people: 0 })
    expect(left()).toEqual(['a', 'b', 'c'])
    expect(db.prepare('SELECT course_hash FROM standings').get()).toMatchObject({ course_hash: 'known' })
    db.exec(`UPDATE attempts SET ended_at = '${LONG_AGO}' WHERE id = 'b'`)
    expect(people.applyRetention(12, NOW)?.attempts).toBe(3)
    expect(left()).toEqual([])
    db.close()
  })

  it('lets an old round go beside a recent one, of this course or another', () => {
    const { db, people, left } = played({
      a: { round: 1, ended: LONG_AGO },
      b: { round: 2, ended: RECENT },
      c: { round: 1, ended: RECENT, course: 'other' },
    })
    people.applyRetention(12, NOW)
    expect(left()).toEqual(['b', 'c'])
    db.close()
  })

  it('lets no round go before an earlier one, which would then count again', () => {
    const { db, people, left } = played({ a: { round: 1, ended: RECENT }, b: { round: 2, ended: LONG_AGO } })
    people.applyRetention(12, NOW)
    expect(left()).toEqual(['a', 'b'])
    db.close()
  })

  it('keeps a round that goes on: an attempt in it was begun or continued lately', () => {
    const { db, people, left } = played({
      a: { round: 1, ended: LONG_AGO },
      b: { round: 1, began: RECENT },
      c: { round: 1, ended: LONG_AGO, course: 'other' },
      d: { round: 1, began: LONG_AGO, course: 'other' },
    })
    db.exec(`INSERT INTO decisions VALUES ('d', 1, 'decision', 'wait', '${LONG_AGO}', 900)`)
    db.exec(`INSERT INTO decisions VALUES ('d', 2, 'decision', 'report', '${RECENT}', 900)`)
    people.applyRetention(12, NOW)
    expect(left()).toEqual(['a', 'b', 'c', 'd'])
    db.exec('DELETE FROM decisions WHERE seq = 2')
    people.applyRetention(12, NOW)
    expect(left()).toEqual(['a', 'b'])
    db.close()
  })

  it('decides practice one by one, whatever is kept of rounds', () => {
    const { db, people, left } = played({
      a: { round: 1, ended: RECENT },
      b: { round: null, ended: LONG_AGO },
      c: { round: null, ended: RECENT },
      d: { round: 2, ended: LONG_AGO, course: 'other' },
      e: { round: null, ended: RECENT, course: 'other' },
    })
    people.applyRetention(12, NOW)
    expect(left()).toEqual(['a', 'c', 'e'])
    db.close()
  })
})

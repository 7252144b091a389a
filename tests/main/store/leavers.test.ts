/** Checks that whoever has left without completing a course counts nowhere as somebody who still has to. */
import { expect, it } from 'vitest'
import { EVERYTHING, type RecordFilter } from '../../../src/domain/records'
import { countReportRows, reportDetection, reportRows } from '../../../src/main/store/completion-report'
import { openDatabase } from '../../../src/main/store/database'
import type { CertificateStatus } from '../../../src/domain/credentials'
import { openSource } from '../../../src/main/store/export-source'
import { attemptCondition, certificateCondition } from '../../../src/main/store/filter-sql'
import { completedDays, figuresOf, standingPage } from '../../../src/main/store/standing-pages'
import { CredentialStore } from '../../../src/main/store/tables/credentials'
import { KEY, NOW, temporaryFolder } from '../helpers'

const now = NOW.toISOString()

/** Makes three people who are late, and three who passed; of each kind one has left. */
function records() {
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  const person = db.prepare(
    `INSERT INTO people (id, name, number, role, created_at, left_at) VALUES (?, ?, ?, 'trainee', '${now}', ?)`,
  )
  const standing = db.prepare(
    `INSERT INTO standings (person_id, course, status, due_at, passed_at, attacks, hits) VALUES (?, 'one', ?, ?, ?, 4, 3)`,
  )
  db.exec(`INSERT INTO scenarios VALUES ('h', 's', '1.0.0', '{}')`)
  const attempt = db.prepare(
    `INSERT INTO attempts (id, person_id, course, mode, scenario, scenario_hash, started_at)
     VALUES (?, ?, 'one', 'practice', 's', 'h', '2026-01-10T07:00:00.000Z')`,
  )
  for (const [id, done, gone] of [
    ['ann', false, false],
    ['bea', false, false],
    ['cem', false, true],
    ['dee', true, false],
    ['eve', true, false],
    ['fay', true, true],
  ] as const) {
    person.run(id, id, id, gone ? '2026-02-01T00:00:00.000Z' : null)
    standing.run(
      id,
      done ? 'complete' : 'in-progress',
      '2026-01-31T00:00:00.000Z',
      done ? '2026-01-20T00:00:00.000Z' : null,
    )
    attempt.run(`a-${id}`, id)
  }
  return db
}

/** Returns who is in the list, the report, the export and the figures. */
function seen(db: ReturnType<typeof records>, filter: Partial<RecordFilter>, named: boolean) {
  const asked = { filter: { ...EVERYTHING, ...filter }, now, named, scoresByPerson: named, sealedSince: now }
  const page = standingPage(db, {
    ...asked,
    sort: { by: 'name', descending: false },
    from: null,
    limit: 50,
  })
  const source = openSource(db, { ...asked, subject: 'completion' })
  const exported = [...source.pieces(db)].flatMap(({ from, condition, order }) =>
    db
      .prepare(`SELECT p.id FROM ${from} WHERE ${condition.where} ORDER BY ${order}`)
      .all<{ id: string }>(...condition.params)
      .map(({ id }) => id),
  )
  return {
    listed: page.rows.map(({ person_id: id }) => id),
    reported: reportRows(db, asked).map(({ person }) => person),
    exported,
    counted: countReportRows(db, asked),
    matched: figuresOf(db, asked.filter, now, named).matched,
  }
}

it.each([true, false])('is in no list, figure, report or export of completion (named: %s)', (named) => {
  const db = records()
  const all = ['ann', 'bea', 'dee', 'eve', 'fay']
  const same = (ids: readonly string[]) => ({
    listed: ids,
    reported: ids,
    exported: ids,
    counted: ids.length,
    matched: ids.length,
  })
  expect(seen(db, {}, named)).toEqual(same(all))
  expect(seen(db, { statuses: ['late'] }, named)).toEqual(same(['ann', 'bea']))
  expect(seen(db, { statuses: ['complete'] }, named)).toEqual(same(['dee', 'eve', 'fay']))
  expect(figuresOf(db, EVERYTHING, now, named)).toMatchObject({
    rows: 5,
    people: 5,
    complete: 3,
    late: 2,
    attacks: 20,
  })
  expect(completedDays(db, EVERYTHING, now)).toEqual([{ day: '2026-01-20', count: 3 }])
  expect(reportDetection(db, { filter: EVERYTHING, now, scoresByPerson: named }).attacks).toBe(20)
  db.exec("UPDATE people SET left_at = NULL WHERE id = 'cem'")
  expect(seen(db, { statuses: ['late'] }, named)).toEqual(same(['ann', 'bea', 'cem']))
  db.close()
})

/** Gives some of the people certificates: fay’s and eve’s have ended, and cem renews one that is in force. */
function certified(db: ReturnType<typeof records>, change = '') {
  db.exec(`
    UPDATE standings SET valid_until = '2026-02-10T00:00:00.000Z' WHERE person_id IN ('eve', 'fay');
    UPDATE standings SET valid_until = '2026-03-10T00:00:00.000Z' WHERE person_id = 'cem';
    ${change}`)
  const certificate = db.prepare(
    `INSERT INTO credentials (id, person_id, course, course_version, round, payload, document, issued_at, valid_until)
     VALUES (?, ?, 'one', '1.0.0', 1, '{}', '{}', '2025-09-01', ?)`,
  )
  for (const [id, until] of [
    ['bea', '2026-03-10T00:00:00.000Z'],
    ['cem', '2026-03-10T00:00:00.000Z'],
    ['eve', '2026-02-10T00:00:00.000Z'],
    ['fay', '2026-02-10T00:00:00.000Z'],
  ] as const)
    certificate.run(`c-${id}`, id, until)
  return db
}

it.each([
  ['has expired', '', 'expired'],
  [
    'was revoked',
    `UPDATE standings SET revoked_at = '2026-01-30T00:00:00.000Z' WHERE person_id IN ('eve', 'fay');`,
    'revoked',
  ],
] as const)(
  'is no open task once a certificate %s, and counts while it is in force',
  (_what, change, status) => {
    const db = certified(records(), change)
    for (const named of [true, false]) {
      expect(seen(db, {}, named).listed).toEqual(['ann', 'bea', 'cem', 'dee', 'eve'])
      for (const [filter, wanted] of [
        [{ statuses: [status] }, ['eve']],
        [{ statuses: ['complete'] }, ['cem', 'dee']],
      ] as const) {
        const { listed, reported, exported, counted, matched } = seen(db, filter, named)
        expect([listed, reported, exported]).toEqual([wanted, wanted, wanted])
        expect([counted, matched]).toEqual([wanted.length, wanted.length])
      }
      expect(figuresOf(db, EVERYTHING, now, named)).toMatchObject({
        rows: 5,
        complete: 2,
        expired: 0,
        revoked: 0,
        [status]: 1,
      })
    }
    db.close()
  },
)

it('keeps its certificates in the list, of which none is said to expire soon', () => {
  const db = certified(records())
  const store = new CredentialStore(db)
  const soon = '2026-04-01T00:00:00.000Z'
  const listed = (status: CertificateStatus | null, filter: Partial<RecordFilter> = {}) => {
    const query = { filter: { ...EVERYTHING, ...filter }, status, now, soon }
    const page = db
      .prepare('SELECT id FROM credentials')
      .all<{ id: string }>()
      .map(({ id }) => id)
    expect(store.count(query)).toBe(store.page(query, 0, 50).length)
    expect(page).toHaveLength(4)
    return store
      .page(query, 0, 50)
      .map(({ personId, holderLeft }) => (holderLeft ? `${personId}, left` : personId))
  }
  expect(listed(null)).toEqual(['bea', 'cem, left', 'eve', 'fay, left'])
  expect(listed('expires-soon')).toEqual(['bea'])
  expect(listed('valid')).toEqual(['cem, left'])
  expect(listed('expired')).toEqual(['eve', 'fay, left'])
  // The filter of people says the same on this page as on the others.
  expect(listed(null, { statuses: ['expired'] })).toEqual(['eve'])
  expect(listed(null, { statuses: ['late'] })).toEqual(['bea'])
  db.exec("UPDATE standings SET valid_until = NULL WHERE person_id = 'cem'")
  expect(listed(null, { statuses: ['late'] })).toEqual(['bea'])
  db.close()
})

it('keeps its attempts, which are found by no status of somebody who still has to', () => {
  const db = records()
  const attempts = (filter: Partial<RecordFilter>) => {
    const { where, params } = attemptCondition({ ...EVERYTHING, ...filter }, now)
    return db
      .prepare(`SELECT a.id FROM attempts a JOIN people p ON p.id = a.person_id WHERE ${where} ORDER BY a.id`)
      .all<{ id: string }>(...params)
      .map(({ id }) => id)
  }
  expect(attempts({})).toHaveLength(6)
  expect(attempts({ statuses: ['late'] })).toEqual(['a-ann', 'a-bea'])
  expect(attempts({ statuses: ['late', 'complete'] })).toEqual(['a-ann', 'a-bea', 'a-dee', 'a-eve', 'a-fay'])
  const certificate = db.prepare(
    `INSERT INTO credentials (id, person_id, course, course_version, round, payload, issued_at, valid_until)
     VALUES (?, ?, 'one', '1.0.0', 1, '{}', '2025-01-01', '2025-06-01')`,
  )
  for (const id of ['ann', 'cem', 'fay']) certificate.run(`c-${id}`, id)
  const certificates = (filter: Partial<RecordFilter>) => {
    const { where, params } = certificateCondition({ ...EVERYTHING, ...filter }, now)!
    return db
      .prepare(
        `SELECT c.id FROM credentials c JOIN people p ON p.id = c.person_id WHERE ${where} ORDER BY c.id`,
      )
      .all<{ id: string }>(...params)
      .map(({ id }) => id)
  }
  expect(certificates({})).toEqual(['c-ann', 'c-cem', 'c-fay'])
  expect(certificates({ statuses: ['late'] })).toEqual(['c-ann'])
  db.close()
})

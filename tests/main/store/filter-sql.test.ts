import { describe, expect, it } from 'vitest'
import { EVERYTHING, type RecordFilter } from '../../../src/domain/records'
import { percent } from '../../../src/domain/scoring'
import { openDatabase } from '../../../src/main/store/database'
import { attemptCondition, standingCondition } from '../../../src/main/store/filter-sql'
import { KEY, NOW, temporaryFolder } from '../helpers'

const now = NOW.toISOString()

/** Makes five people in one course, one of them in two. */
function records() {
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  db.exec(`
    INSERT INTO people (id, name, number, role, created_at, team, site) VALUES
      ('ana', 'Ána Duarte', 'BOG-1', 'trainee', '${now}', 'Cards 1', 'Bogotá'),
      ('bo', 'Bo "Q" Li', 'MNL-2', 'trainee', '${now}', 'Cards 1', 'Manila'),
      ('cy', 'Cy Óg', 'MNL-3', 'trainee', '${now}', 'Accounts', 'Manila'),
      ('di', 'Di 100%', 'IND_4', 'trainee', '${now}', NULL, NULL),
      ('ed', 'Ed Ray', 'IND-5', 'trainee', '${now}', 'Accounts', 'Indore');
    INSERT INTO standings (person_id, course, status, due_at, passed_at, last_activity, valid_until, score,
      verification_earned, verification_possible) VALUES
      ('ana', 'one', 'complete', NULL, '2026-01-10T08:00:00.000Z', '2026-01-10T08:00:00.000Z', '2026-07-10T00:00:00.000Z', 92, 9, 10),
      ('bo', 'one', 'in-progress', '2026-02-28T22:59:59.000Z', NULL, '2026-02-01T08:00:00.000Z', NULL, 50, 1, 2),
      ('cy', 'one', 'failed', '2026-02-01T22:59:59.000Z', NULL, '2026-01-31T08:00:00.000Z', NULL, 40, 0, 4),
      ('di', 'one', 'open', '2026-04-01T22:59:59.000Z', NULL, NULL, NULL, NULL, 0, 0),
      ('ed', 'one', 'complete', NULL, '2025-06-01T08:00:00.000Z', '2025-06-01T08:00:00.000Z', '2025-12-01T00:00:00.000Z', 80, 8, 10),
      ('ed', 'two', 'failed', NULL, NULL, '2026-02-20T08:00:00.000Z', NULL, 30, 3, 10);
    INSERT INTO scenarios VALUES ('h', 's', '1.0.0', '{}');
    INSERT INTO attempts (id, person_id, course, mode, scenario, scenario_hash, started_at, ended_at, earned, possible, competencies)
      VALUES ('a1', 'ana', 'one', 'assessed', 's', 'h', '2026-01-10T07:00:00.000Z', '${now}', 57, 200, '{"verification":[57,200]}'),
             ('a2', 'cy', 'one', 'practice', 's', 'h', '2026-01-20T07:00:00.000Z', NULL, NULL, NULL, NULL);`)
  const ask = (sql: string, where: string, params: readonly unknown[]) =>
    (db.prepare(`${sql} WHERE ${where} ORDER BY 1`).all(...params) as { id: string }[]).map(({ id }) => id)
  return {
    db,
    standings(filter: Partial<RecordFilter>) {
      const { where, params } = standingCondition({ ...EVERYTHING, ...filter }, now)
      const sql = `SELECT s.person_id || ' ' || s.course AS id FROM standings s`
      return ask(sql, where, params).map((id) => id.replace(/ one$/, ''))
    },
    attempts(filter: Partial<RecordFilter>) {
      const { where, params } = attemptCondition({ ...EVERYTHING, ...filter }, now)
      return ask('SELECT a.id AS id FROM attempts a JOIN people p ON p.id = a.person_id', where, params)
    },
  }
}

describe('standingCondition', () => {
  it('finds parts of names, numbers and teams, whatever the accents, capitals and signs', () => {
    const { standings, db } = records()
    expect(standings({})).toHaveLength(6)
    expect(standings({ search: 'ana du' })).toEqual(['ana'])
    expect(standings({ search: 'mnl-' })).toEqual(['bo', 'cy'])
    expect(standings({ search: 'accounts' })).toEqual(['cy', 'ed', 'ed two'])
    expect(standings({ search: 'Bo "Q"' })).toEqual(['bo'])
    expect(standings({ search: 'OR *' })).toEqual([])
    expect(standings({ search: '%' })).toEqual(['di'])
    expect(standings({ search: '_4' })).toEqual(['di'])
    db.close()
  })

  it.each(['Lé', 'lé', 'LE', 'le\u0301', 'éa', 'E', 'léa', 'LEA', 'Le\u0301a'])(
    'finds the same by few letters as by many: %s',
    (search) => {
      const { standings, db } = records()
      for (const [name, found] of [
        ['LÉA', true],
        ['Lea', true],
        ['léa', true],
        ['Lia', false],
      ] as const) {
        db.prepare("UPDATE people SET name = ?, team = 'X', number = '7' WHERE id = 'ana'").run(name)
        expect([name, standings({ search }).includes('ana')]).toEqual([name, found])
      }
      db.prepare("UPDATE people SET name = 'X', team = 'LÉA' WHERE id = 'ana'").run()
      expect(standings({ search })).toContain('ana')
      db.close()
    },
  )

  it('takes few letters of other scripts in either case, and signs of a pattern for themselves', () => {
    const { standings, db } = records()
    db.prepare("UPDATE people SET name = 'Жанна Nguyễn [a]*?-^' WHERE id = 'ana'").run()
    for (const search of ['жА', 'uYe', 'ye', 'ễN', '[a', ']*', '*?', '?-', '-^', '^'])
      expect([search, ...standings({ search })]).toEqual([search, 'ana'])
    for (const search of ['жб', 'a?', '[^', '*a', '?*'])
      expect([search, ...standings({ search })]).toEqual([search])
    db.close()
  })

  it('follows a person who is renamed, moved or erased', () => {
    const { standings, db } = records()
    db.exec(`UPDATE people SET name = 'Zoë Duarte', team = 'Fraud' WHERE id = 'ana'`)
    expect(standings({ search: 'zoe' })).toEqual(['ana'])
    expect(standings({ search: 'ána' })).toEqual([])
    expect(standings({ search: 'fraud' })).toEqual(['ana'])
    db.exec(`DELETE FROM standings WHERE person_id = 'bo'; DELETE FROM people WHERE id = 'bo'`)
    expect(db.prepare('SELECT count(*) AS n FROM people_text').get()).toMatchObject({ n: 4 })
    db.close()
  })

  it('tells who is late, who failed and whose certificate has run out', () => {
    const { standings, db } = records()
    expect(standings({ statuses: ['late'] })).toEqual(['bo', 'cy'])
    expect(standings({ statuses: ['failed'] })).toEqual(['cy', 'ed two'])
    expect(standings({ statuses: ['complete'] })).toEqual(['ana'])
    expect(standings({ statuses: ['expired', 'open'] })).toEqual(['di', 'ed'])
    expect(standings({ statuses: ['in-progress'] })).toEqual([])
    db.close()
  })

  it('joins every part with and, the values of one part with or', () => {
    const { standings, db } = records()
    expect(standings({ sites: ['Manila', 'indore'], courses: ['one'] })).toEqual(['bo', 'cy', 'ed'])
    expect(standings({ teams: ['cards 1'], scoreFrom: 50, scoreTo: 91 })).toEqual(['bo'])
    expect(standings({ competency: { name: 'verification', below: 50 } })).toEqual(['cy', 'ed two'])
    const february = { from: '2026-02-01T00:00:00.000Z', to: '2026-03-01T00:00:00.000Z' }
    expect(standings(february)).toEqual(['bo', 'cy', 'ed two'])
    expect(standings({ from: '2026-03-01T00:00:00.000Z' })).toEqual(['di'])
    db.close()
  })
})

describe('attemptCondition', () => {
  it('filters attempts by person, standing, start, score and competency', () => {
    const { attempts, db } = records()
    expect(attempts({})).toEqual(['a1', 'a2'])
    expect(attempts({ sites: ['manila'] })).toEqual(['a2'])
    expect(attempts({ statuses: ['complete'] })).toEqual(['a1'])
    expect(attempts({ to: '2026-01-20T07:00:00.000Z' })).toEqual(['a1'])
    // Screens show this score, which is 28.499… in floating point.
    const shown = percent(57 / 200)!
    expect(attempts({ scoreFrom: shown, scoreTo: shown })).toEqual(['a1'])
    expect(attempts({ scoreFrom: shown + 1 })).toEqual([])
    expect(attempts({ competency: { name: 'verification', below: 29 } })).toEqual(['a1'])
    expect(attempts({ competency: { name: 'reporting', below: 100 } })).toEqual([])
    db.close()
  })
})

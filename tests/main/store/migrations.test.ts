import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/main/store/database'
import { openEncrypted } from '../../../src/main/store/libsql'
import { MIGRATIONS } from '../../../src/main/store/migrations/index'
import { KEY, NOW, temporaryFolder } from '../helpers'

/** A database as the version with that many migrations left it. */
function databaseOf(version: number, fill: string) {
  const folder = temporaryFolder()
  const db = openEncrypted(join(folder, 'records.db'), KEY)
  for (const sql of MIGRATIONS.slice(0, version)) db.exec(sql)
  db.pragma(`user_version = ${version}`)
  db.exec(fill)
  db.close()
  return folder
}

describe('migrations', () => {
  it('keep what the first version recorded, and fill in what it did not know', () => {
    const at = '2026-01-05T09:00:00.000Z'
    const folder = databaseOf(
      1,
      `INSERT INTO people VALUES ('p', 'Priya Raman', 'IND-1', 'trainee', '${at}');
       INSERT INTO scenarios VALUES ('h', 'small', '1.0.0', '{"truth":"attack"}');
       INSERT INTO enrolments VALUES ('p', 'short', '${at}');
       INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, started_at, ended_at,
         disposition, outcome, earned, possible, passed, critical)
         VALUES ('a', 'p', 'short', 1, 'assessed', 'small', 'h', '${at}', '${at}', 'refused', 'hit', 3, 3, 1, '[]');
       INSERT INTO credentials VALUES ('HTL-1', 'p', 'short', '1.0.0', 1, '{}', '${at}', '${at}');`,
    )
    const { db } = openDatabase(folder, KEY, NOW)
    expect(db.prepare('SELECT truth, locale, scoring_version FROM attempts').get()).toMatchObject({
      truth: 'attack',
      locale: 'en',
      scoring_version: 1,
    })
    expect(db.prepare('SELECT person_id, started_at FROM standings').get()).toMatchObject({
      person_id: 'p',
      started_at: at,
    })
    expect(db.prepare('SELECT id, document FROM credentials').get()).toMatchObject({
      id: 'HTL-1',
      document: null,
    })
    db.close()
  })

  it('leave the copies in standings in step with people who change in all at once', () => {
    const at = '2026-01-05T09:00:00.000Z'
    const folder = databaseOf(
      9,
      `INSERT INTO people (id, name, number, role, created_at, team) VALUES ('p', 'Zoé', 'A-1', 'trainee', '${at}', 'Cards');
       INSERT INTO standings (person_id, course) VALUES ('p', 'short');`,
    )
    const { db } = openDatabase(folder, KEY, NOW)
    const copies = () => db.prepare('SELECT sort_name, number, team, site FROM standings').get()
    expect(copies()).toMatchObject({ sort_name: 'zoe', number: 'A-1', team: 'Cards', site: '' })
    db.exec(
      "UPDATE people SET name = 'Élodie', number = 'a-1', team = 'cards', site = 'Indore' WHERE id = 'p'",
    )
    expect(copies()).toMatchObject({ sort_name: 'elodie', number: 'a-1', team: 'cards', site: 'Indore' })
    const found = db
      .prepare("SELECT name, number, team FROM people_text WHERE people_text MATCH 'elod'")
      .get()
    expect(found).toMatchObject({ name: 'Élodie', number: 'a-1', team: 'cards' })
    db.close()
  })
})

import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/main/store/database'
import { openEncrypted } from '../../../src/main/store/libsql'
import { MIGRATIONS } from '../../../src/main/store/migrations/index'
import { KEY, NOW, temporaryFolder } from '../helpers'

/** Makes a database as the version with this many migrations left it. */
function databaseOf(version: number, fill: string) {
  const folder = temporaryFolder()
  const db = openEncrypted(join(folder, 'records.db'), KEY)
  for (const sql of MIGRATIONS.slice(0, version)) db.exec(sql)
  db.pragma(`user_version = ${version}`)
  db.exec(fill)
  db.close()
  return folder
}

/** The SHA-256 of each released migration. A new one adds its line at the end. */
const RELEASED = [
  'da63c4e26e6c643b7777a2a9dc9ad3392516daa98f43a4ff1778c7278ad98b23',
  '04e6468a98e200b660ffb4f4fd8833b8b1655a24439f0dcc889ed0ed509616cf',
  '1c5773aa0eb20248c8ef6ab62071cd220f30671c7c4a0633b1538e185451dfd6',
  '0ebd4b6aaa4f4ccefd9c0793b3cb3f23e6ab8953d7fac329c6b86fa5aae54b70',
  '7d6c707b4a3a3607ccadf2d2832b546c45d35a7b842b6072fa578cfcdad5dee2',
  '33c1a930e049ffbbf57c50fcad64da9da97b781fd71e3f95a1f877f063896a20',
  '1f6c4938c03e01a2aa95e9a576cf5c27399ed9c439d870af4f02ec5463238783',
  '4aa8b966eb12d9ea6843e7b038720d2382a2c2ec2877605246fe7c9ec0a0d1b2',
  '49d1b1139a00bf65ad5752c54f2cb77a3912846aff35e59c46b6cd6691682c13',
  '12b7926fb547e001d934bbb90079918a783d7bad4213c72c4bb74b4340d9bf7d',
  '2084746a5c1c186b197183084fb00f1db4ee939a45c4cd94383aa391c5891a29',
  '77342553f7530a2c958cf18df462260ee1bea0845341646f762ce2c37caeb71a',
  '97ac2b80470454d353e9419204d37be995820bdf48d0a1857e7f11ffd0bd1ed7',
  '74195f8759bc93d2d3b756bab78d5f768f2b1fa31a55aea81030c24c8e4d7514',
  '16c5a73c0388bc2813511336cc14d8c3c9258554931ac60ef53b3fd9a0755f6a',
  '0cd765234617e8b11740322ffb76d0f799f1bef46b6ddd803f3234ef369f86fd',
  '9ff6a4c7488c1b898074eaa356a807d65111f0fa3286490ee14f7e67a502b2d0',
  '0bd1b966a3b7b453e4c691a60e3aa07085539d5281f96d75a63d1efddabf7c08',
  'e240993ba11467a22f5a77ce437fbd3354d9b8f97c95f5f53c8e759411a36142',
  'f41ff9ceb49f6ac6febe8c548e7f56f716a9710096c5dfdc85a24bc082a38223',
  'fb4e7bb4aa71719a22085c9ff8382984706229a063dab477b8eab28f506a32fd',
  '8de7538b5bc9fd2d8cb86cee64ebdb37862a74c3fe2497f4986a2c48d66297aa',
]

describe('the list of migrations', () => {
  it('has each as it was released, so that every database becomes the same one', () => {
    const hashes = MIGRATIONS.map((sql) => createHash('sha256').update(sql).digest('hex'))
    expect(hashes.slice(0, RELEASED.length)).toEqual(RELEASED)
    expect(hashes).toHaveLength(RELEASED.length)
  })

  it('has a file for each, numbered without a gap', () => {
    const files = readdirSync(join(__dirname, '../../../src/main/store/migrations'))
      .filter((name) => name !== 'index.ts')
      .sort()
    expect(files.map((name) => Number(name.slice(0, 3)))).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })
})

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

  it('leave 100 percent to those who have all points', () => {
    const at = '2026-01-05T09:00:00.000Z'
    const people = ['all', 'most', 'some']
      .map((id) => `('${id}', 'Zoé', '${id}', 'trainee', '${at}')`)
      .join(', ')
    const folder = databaseOf(
      21,
      `INSERT INTO people (id, name, number, role, created_at) VALUES ${people};
       INSERT INTO standings (person_id, course, score, verification_earned, verification_possible, integrity_earned,
         integrity_possible) VALUES ('all', 'short', 100, 200, 200, 50, 50), ('most', 'short', 100, 200, 200, 49, 50),
         ('some', 'short', 80, 160, 200, 40, 50);`,
    )
    const { db } = openDatabase(folder, KEY, NOW)
    const scores = db.prepare('SELECT person_id AS id, score FROM standings ORDER BY person_id').all()
    expect(scores).toMatchObject([
      { id: 'all', score: 100 },
      { id: 'most', score: 99 },
      { id: 'some', score: 80 },
    ])
    db.close()
  })
})

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AuditCheck } from '../../../src/domain/records'
import { Outgoing } from '../../../src/main/exchange/outgoing'
import { audit } from '../../../src/main/store/tables/audit'
import { sha256 } from '../../../src/main/sha256'
import { backUpDaily } from '../../../src/main/store/backups'
import { copyInto, databasePath, openDatabase } from '../../../src/main/store/database'
import { filesClosed, openEncrypted, type Database } from '../../../src/main/store/libsql'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { Restore } from '../../../src/main/store/restore'
import type { Keychain } from '../../../src/main/keys/secret-file'
import { BUNDLE_NUMBER_FROM, readSetting } from '../../../src/main/store/tables/settings'
import { LocalRecords } from '../../../src/main/store/records'
import { Refused } from '../../../src/main/refused'
import { KEY, keychain, NOW, temporaryFolder } from '../helpers'

const AT = NOW.toISOString()

/** Makes an installation with one backup, and entries that came after it. */
async function installation(wrapper: Keychain = keychain) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'records.key'), `plain:${KEY}`)
  writeFileSync(join(folder, 'seal.key'), 'the seals')
  const { db } = openDatabase(folder, KEY, NOW)
  const store = new LocalRecords(db)
  store.addPerson({ id: 'p', name: 'Priya', number: '1', role: 'administrator' }, AT, 'Meridian')
  db.prepare("INSERT INTO sessions (id, person_id, started_at) VALUES ('s', 'p', ?)").run(AT)
  db.prepare('INSERT INTO own_bundles (number, made_at, attempts) VALUES (0, ?, 0), (4, ?, 1)').run(AT, AT)
  await backUpDaily(folder, NOW, { copy: (target) => copyInto(db, target), clockIsOdd: false })
  store.addPerson({ id: 'q', name: 'Zoé', number: '2', role: 'trainee' }, AT)
  db.prepare('INSERT INTO own_bundles (number, made_at, attempts) VALUES (9, ?, 1)').run(AT)
  audit(db, AT, null, 'sign-in', {})
  const last = (db.prepare('SELECT max(seq) AS n FROM audit').get() as { n: number }).n
  db.close()
  await filesClosed()
  const restore = new Restore({
    folder,
    keychain: wrapper,
    now: () => NOW,
    reopen: (work) => Promise.resolve().then(work),
  })
  return { folder, restore, last }
}

/** Reads everything that a refused restore must leave unchanged. */
const everything = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => (name === 'backups' ? name : [name, sha256(readFileSync(join(folder, name)))]))

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'restored',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  )

function faultOf(db: Database) {
  const check = new AuditCheck({ sha256, verifies: () => true })
  const rows = db.prepare('SELECT * FROM audit ORDER BY seq').all() as Record<string, unknown>[]
  for (const row of rows) {
    check.add({ ...row, personId: row['person_id'] } as never)
  }
  return check.finish(undefined, false).fault
}

describe('Restore', () => {
  it('brings back what the backup holds, and keeps what was there', async () => {
    const { folder, restore } = await installation()
    const [backup] = restore.list().backups
    expect(backup).toMatchObject({ file: 'records-000001-2026-03-02.db', day: '2026-03-02', kind: 'daily' })
    const restored = await restore.run(backup!.file, 'p')
    const { db } = openDatabase(folder, KEY, NOW)
    expect(db.prepare('SELECT name FROM people').all()).toEqual([{ name: 'Priya' }])
    expect(db.prepare('SELECT count(*) AS n FROM sessions WHERE ended_at IS NULL').get()).toMatchObject({
      n: 0,
    })
    db.close()
    const kept = openEncrypted(join(folder, restored.kept!), KEY)
    expect(kept.prepare('SELECT count(*) AS n FROM people').get()).toMatchObject({ n: 2 })
    kept.close()
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('numbers nothing twice: the log and the bundles go on after what was given before', async () => {
    const { folder, restore, last } = await installation()
    await restore.run(restore.list().backups[0]!.file, 'p')
    const { db } = openDatabase(folder, KEY, NOW)
    const entry = db.prepare("SELECT * FROM audit WHERE act = 'records-restored'").get() as Record<
      string,
      unknown
    >
    expect(entry).toMatchObject({ seq: last + 1, person_id: 'p' })
    expect(JSON.parse(entry['detail'] as string)).toMatchObject({ lost: { attempts: 0, certificates: 0 } })
    audit(db, AT, 'p', 'sign-in', {})
    // Nothing signs this log; everything else is in order.
    expect(faultOf(db)).toMatchObject({ kind: 'unsigned' })
    new LocalRecords(db).addPerson({ id: 'r', name: 'Ana', number: '3', role: 'trainee' }, AT)
    db.exec(`INSERT INTO scenarios VALUES ('h', 'small', '1.0.0', '{}');
      INSERT INTO attempts (id, person_id, course, mode, scenario, scenario_hash, started_at, ended_at, truth, signature)
      VALUES ('a', 'r', 'short', 'assessed', 'small', 'h', '${AT}', '${AT}', 'attack', 'x')`)
    const outgoing = new Outgoing(db, () => {
      throw new Error('nothing is written here')
    })
    outgoing.gather(AT)
    expect(outgoing.latest()).toMatchObject({ number: 10 })
    db.close()
  })

  it('goes back to no mode in which HR sees results that were closed to HR since the backup', async () => {
    const { folder, restore } = await installation()
    const before = openDatabase(folder, KEY, NOW).db
    new OrganisationStore(before).change({ privacy: 'pseudonymous', smallestGroup: 25 }, AT, 'p')
    before.close()
    await filesClosed()
    await restore.run(restore.list().backups[0]!.file, 'p')
    const { db } = openDatabase(folder, KEY, NOW)
    const organisation = new OrganisationStore(db)
    expect(organisation.settings()).toMatchObject({
      privacy: 'pseudonymous',
      pin: 'required',
      smallestGroup: 25,
    })
    const entry = db.prepare("SELECT detail FROM audit WHERE act = 'records-restored'").get<{
      detail: string
    }>()!
    expect(JSON.parse(entry.detail)).toMatchObject({ privacy: 'pseudonymous' })
    // Other computers send again what they recorded in that mode, and it stays closed.
    db.exec(`INSERT INTO scenarios VALUES ('h', 'small', '1.0.0', '{}');
      INSERT INTO attempts (id, person_id, course, mode, scenario, scenario_hash, started_at, ended_at, truth, imported_at)
      VALUES ('a', 'p', 'short', 'assessed', 'small', 'h', '${AT}', '${AT}', 'attack', '${AT}')`)
    expect(() => organisation.change({ privacy: 'named' }, AT, 'p')).toThrow(/closed/)
    db.close()
  })

  it('leaves room for numbers that nobody knows, where the records are gone', async () => {
    const { folder, restore } = await installation()
    rmSync(databasePath(folder))
    const restored = await restore.run(restore.list().backups[0]!.file, null)
    expect(restored.kept).toBeNull()
    const { db } = openDatabase(folder, KEY, NOW)
    const { seq } = db.prepare("SELECT seq FROM audit WHERE act = 'records-restored'").get() as {
      seq: number
    }
    expect(seq).toBeGreaterThan(1_000_000)
    expect(faultOf(db)).toMatchObject({ kind: 'unsigned' })
    db.close()
  })

  it.each([
    ['an earlier one', (_folder: string) => {}, 10],
    ['one after the records were gone', (folder: string) => rmSync(databasePath(folder)), 1005],
  ])('keeps the numbers that %s skipped, where none was used before the next', async (_name, lose, from) => {
    const { folder, restore } = await installation()
    const { file } = restore.list().backups[0]!
    lose(folder)
    await restore.run(file, null)
    await restore.run(file, null)
    const { db } = openDatabase(folder, KEY, NOW)
    expect(readSetting(db, BUNDLE_NUMBER_FROM)).toBe(String(from))
    db.close()
  })

  it('skips the numbers that are skipped in the backup, where the records are gone again', async () => {
    const { folder, restore } = await installation()
    rmSync(databasePath(folder))
    await restore.run(restore.list().backups[0]!.file, null)
    const { db } = openDatabase(folder, KEY, NOW)
    const tomorrow = new Date(NOW.getTime() + 86_400_000)
    await backUpDaily(folder, tomorrow, { copy: (target) => copyInto(db, target), clockIsOdd: false })
    db.close()
    await filesClosed()
    rmSync(databasePath(folder))
    await restore.run(restore.list().backups[0]!.file, null)
    const again = openDatabase(folder, KEY, NOW).db
    expect(readSetting(again, BUNDLE_NUMBER_FROM)).toBe('2005')
    again.close()
  })

  it('takes an entry that is missing elsewhere for a fault still', async () => {
    const { folder, restore } = await installation()
    await restore.run(restore.list().backups[0]!.file, 'p')
    const { db } = openDatabase(folder, KEY, NOW)
    const rows = db.prepare('SELECT * FROM audit ORDER BY seq').all() as Record<string, unknown>[]
    const check = new AuditCheck({ sha256, verifies: () => true })
    const cut = rows.filter((_, i) => i !== rows.length - 2)
    for (const row of cut) check.add({ ...row, personId: row['person_id'] } as never)
    expect(check.finish(undefined, false).fault).toMatchObject({ kind: 'missing' })
    db.close()
  })

  it('brings the keys back with the records, from a folder that somebody chose', async () => {
    const { folder, restore } = await installation()
    const elsewhere = join(temporaryFolder(), 'backups of the old computer')
    mkdirSync(elsewhere)
    const place = join(folder, 'backups')
    for (const name of readdirSync(place).filter((file) => file.endsWith('.db'))) {
      copyFileSync(join(place, name), join(elsewhere, name))
      const keys = name.replace('.db', '.keys')
      mkdirSync(join(elsewhere, keys))
      for (const key of readdirSync(join(place, keys)))
        copyFileSync(join(place, keys, key), join(elsewhere, keys, key))
    }
    writeFileSync(join(folder, 'records.key'), `plain:${'cd'.repeat(32)}`)
    writeFileSync(join(folder, 'seal.key'), 'of another installation')
    restore.look(elsewhere)
    expect(restore.list()).toMatchObject({ folder: 'backups of the old computer' })
    await restore.run(restore.list().backups[0]!.file, null)
    expect(readFileSync(join(folder, 'records.key'), 'utf8')).toBe(`plain:${KEY}`)
    expect(readFileSync(join(folder, 'seal.key'), 'utf8')).toBe('the seals')
    expect(readdirSync(folder).filter((name) => name.includes('.key.before-restore-'))).toHaveLength(2)
    openDatabase(folder, KEY, NOW).db.close()
  })

  it.each([
    ['a damaged one', (path: string) => writeFileSync(path, 'x'.repeat(9000)), 'backup-unreadable'],
    ['an empty one', (path: string) => writeFileSync(path, ''), 'backup-unreadable'],
    [
      'one of a newer version',
      (path: string) => {
        const db = openEncrypted(path, KEY)
        db.pragma('user_version = 999')
        db.close()
      },
      'backup-newer',
    ],
    ['one that is gone', (path: string) => rmSync(path), 'not-found'],
  ])('refuses %s and changes nothing', async (_name, spoil, code) => {
    const { folder, restore } = await installation()
    const { file } = restore.list().backups[0]!
    spoil(join(folder, 'backups', file))
    const before = everything(folder)
    expect(await codeOf(restore.run(file, 'p'))).toBe(code)
    expect(everything(folder)).toEqual(before)
  })

  it('says when the key belongs to another account', async () => {
    const closed: Keychain = {
      ...keychain,
      decryptString: () => {
        throw new Error('another account')
      },
    }
    const { folder, restore } = await installation(closed)
    for (const place of [folder, join(folder, 'backups', 'records-000001-2026-03-02.keys')]) {
      writeFileSync(join(place, 'records.key'), 'wrapped:eA==')
    }
    expect(await codeOf(restore.run(restore.list().backups[0]!.file, null))).toBe('backup-locked')
  })

  it('takes no path for the name of a backup', async () => {
    const { restore } = await installation()
    expect(await codeOf(restore.run('../records.db', 'p'))).toBe('not-found')
  })
})

import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { backUpDaily, listBackups, backupsFolder } from '../../../src/main/store/backups'
import { copyInto, databasePath, openDatabase, setAside } from '../../../src/main/store/database'
import { filesClosed, openEncrypted } from '../../../src/main/store/libsql'
import { MIGRATIONS } from '../../../src/main/store/migrations/index'
import { Restore } from '../../../src/main/store/restore'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, keychain, NOW, temporaryFolder } from '../helpers'

/** Checks that a file is open as SQLite opens it. Windows can't rename or remove such a file. */
const openHere = (path: string) =>
  readdirSync('/proc/self/fd').some((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path
    } catch {
      return false
    }
  })

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const refuseOpen = (path: unknown) => {
    const held = fs.readdirSync('/proc/self/fd').some((fd) => {
      try {
        return fs.readlinkSync(`/proc/self/fd/${fd}`) === path
      } catch {
        return false
      }
    })
    if (held)
      throw Object.assign(new Error(`EBUSY: resource busy or locked, '${String(path)}'`), { code: 'EBUSY' })
  }
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      refuseOpen(from)
      refuseOpen(to)
      fs.renameSync(from, to)
    },
    rmSync: (path: string, options: object) => {
      refuseOpen(path)
      fs.rmSync(path, options)
    },
  }
})

function installation() {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'records.key'), `plain:${KEY}`)
  const { db } = openDatabase(folder, KEY, NOW)
  const store = new LocalRecords(db)
  store.addPerson(
    { id: 'p', name: 'Priya', number: '1', role: 'administrator' },
    NOW.toISOString(),
    'Meridian',
  )
  return { folder, db, store }
}

describe.skipIf(!existsSync('/proc/self/fd'))('where no open file is renamed or removed', () => {
  it('lets go of the files of a closed database, whoever still has a statement', async () => {
    const { folder, db } = installation()
    const kept = db.prepare('SELECT name FROM people')
    expect(kept.all()).toHaveLength(1)
    db.close()
    expect(openHere(databasePath(folder))).toBe(true)
    await filesClosed()
    expect(openHere(databasePath(folder))).toBe(false)
    expect(() => kept.all()).toThrow()
  })

  it('lets go of them after thousands of statements, of which most were collected', async () => {
    const { folder, db } = installation()
    const kept = Array.from({ length: 300 }, () => db.prepare('SELECT name FROM people'))
    for (let turn = 0; turn < 20; turn += 1) {
      for (let n = 0; n < 100; n += 1) db.prepare('SELECT number FROM people').all()
      // Collects statements, while the connection is open.
      await filesClosed()
    }
    db.close()
    await filesClosed()
    expect(openHere(databasePath(folder))).toBe(false)
    for (const statement of kept) expect(() => statement.all()).toThrow()
  })

  it('makes the daily backup', async () => {
    const { folder, db } = installation()
    const copy = (target: string) => copyInto(db, target)
    expect(await backUpDaily(folder, NOW, { copy, clockIsOdd: false })).toBe(true)
    const [backup] = listBackups(backupsFolder(folder))
    const copied = openEncrypted(join(backupsFolder(folder), backup!.file), KEY)
    expect(copied.prepare('SELECT name FROM people').all()).toEqual([{ name: 'Priya' }])
    copied.close()
    db.close()
  })

  it('holds nothing open after copies were made', async () => {
    const { folder, db } = installation()
    for (let n = 0; n < 5; n += 1) copyInto(db, join(folder, `copy-${n}.db`))
    db.close()
    await filesClosed()
    expect(openHere(databasePath(folder))).toBe(false)
  })

  it('makes the copy before a migration', () => {
    const folder = temporaryFolder()
    mkdirSync(folder, { recursive: true })
    const older = openEncrypted(databasePath(folder), KEY)
    for (const sql of MIGRATIONS.slice(0, -1)) older.exec(sql)
    older.pragma(`user_version = ${MIGRATIONS.length - 1}`)
    older.close()
    openDatabase(folder, KEY, NOW).db.close()
    // Its keys lie beside it.
    const [copy, keys, ...others] = readdirSync(backupsFolder(folder)).toSorted()
    expect([keys, others]).toEqual([copy!.replace(/\.db$/, '.keys'), []])
  })

  it('restores a backup in place of records that were at work until then', async () => {
    const { folder, db, store } = installation()
    await backUpDaily(folder, NOW, { copy: (target) => copyInto(db, target), clockIsOdd: false })
    store.addPerson({ id: 'q', name: 'Zoé', number: '2', role: 'trainee' }, NOW.toISOString())
    const inUse = db.prepare('SELECT name FROM people ORDER BY name')
    expect(inUse.all()).toHaveLength(2)
    const restore = new Restore({
      folder,
      keychain,
      now: () => NOW,
      reopen: async (work) => {
        db.close()
        await filesClosed()
        return work()
      },
    })
    const restored = await restore.run(restore.list().backups[0]!.file, 'p')
    const again = openDatabase(folder, KEY, NOW)
    expect(again.db.prepare('SELECT name FROM people').all()).toEqual([{ name: 'Priya' }])
    again.db.close()
    expect(restored.kept).not.toBeNull()
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('puts aside what could not be opened', async () => {
    const folder = temporaryFolder()
    const damaged = 'these are no records'.repeat(500)
    writeFileSync(databasePath(folder), damaged)
    expect(() => openDatabase(folder, KEY, NOW)).toThrow()
    await filesClosed()
    const name = setAside(folder, NOW)
    expect(readFileSync(join(folder, name!), 'utf8')).toBe(damaged)
  })
})

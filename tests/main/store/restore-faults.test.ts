/**
 * Lets the disk fail at every moment of a restore. Afterwards the earlier records can be opened, with all their keys.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { backUpDaily } from '../../../src/main/store/backups'
import { copyInto, openDatabase } from '../../../src/main/store/database'
import { filesClosed } from '../../../src/main/store/libsql'
import { Restore } from '../../../src/main/store/restore'
import { LocalRecords } from '../../../src/main/store/records'
import { Refused } from '../../../src/main/refused'
import { KEY, keychain, NOW, temporaryFolder } from '../helpers'

const disk = vi.hoisted(() => ({ calls: 0, failsAt: 0, code: 'ENOSPC', unreadable: '' }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const failing =
    <A extends unknown[], R>(real: (...args: A) => R) =>
    (...args: A): R => {
      disk.calls += 1
      if (disk.calls === disk.failsAt) throw Object.assign(new Error(disk.code), { code: disk.code })
      return real(...args)
    }
  return {
    ...fs,
    copyFileSync: failing(fs.copyFileSync),
    renameSync: failing(fs.renameSync),
    fsyncSync: failing(fs.fsyncSync),
    readdirSync: (path: string, ...more: []) => {
      if (path === disk.unreadable) throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
      return fs.readdirSync(path, ...more)
    },
  }
})
beforeEach(() => Object.assign(disk, { calls: 0, failsAt: 0, code: 'ENOSPC', unreadable: '' }))

const LATER_KEY = 'cd'.repeat(32)

/**
 * Makes an installation with a backup and a person who came later.
 * @param key the key of the present records
 */
async function installation(key: string) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'records.key'), `plain:${KEY}`)
  writeFileSync(join(folder, 'seal.key'), 'the seals of the backup')
  const first = openDatabase(folder, KEY, NOW)
  const add = (store: LocalRecords, id: string) =>
    store.addPerson({ id, name: id, number: id, role: 'administrator' }, NOW.toISOString(), 'Meridian')
  add(new LocalRecords(first.db), 'Priya')
  await backUpDaily(folder, NOW, { copy: (target) => copyInto(first.db, target), clockIsOdd: false })
  first.db.close()
  await filesClosed()
  if (key !== KEY) {
    // A newer installation is in the same folder, with keys of its own.
    for (const name of ['records.db', 'records.db-wal', 'records.db-shm']) {
      rmSync(join(folder, name), { force: true })
    }
    writeFileSync(join(folder, 'records.key'), `plain:${key}`)
    writeFileSync(join(folder, 'seal.key'), 'the seals of now')
  }
  const now = openDatabase(folder, key, NOW)
  add(new LocalRecords(now.db), 'Zoé')
  now.db.close()
  await filesClosed()
  const restore = new Restore({
    folder,
    keychain,
    now: () => NOW,
    reopen: (work) => work(),
  })
  return { folder, restore, seal: readFileSync(join(folder, 'seal.key'), 'utf8') }
}

async function namesIn(folder: string): Promise<string[]> {
  const key = readFileSync(join(folder, 'records.key'), 'utf8').replace('plain:', '')
  const { db } = openDatabase(folder, key, NOW)
  const rows = db.prepare('SELECT name FROM people ORDER BY name').all() as { name: string }[]
  db.close()
  await filesClosed()
  return rows.map(({ name }) => name)
}

describe.each([
  ['with the key that is here', KEY, ['Priya', 'Zoé']],
  ['with keys of its own', LATER_KEY, ['Zoé']],
])('a restore of a backup %s', (_name, key, before) => {
  it('leaves everything as it was when the disk fails at any moment', async () => {
    const faults = [
      ['ENOSPC', 'disk-full'],
      ['EACCES', 'not-writable'],
      ['EIO', 'write-failed'],
    ] as const
    let failures = 0
    for (let failsAt = 1; ; failsAt += 1) {
      const [code, told] = faults[failsAt % faults.length]!
      Object.assign(disk, { failsAt: 0, code })
      const { folder, restore, seal } = await installation(key)
      Object.assign(disk, { calls: 0, failsAt })
      const answer = await restore.run(restore.list().backups[0]!.file, null).then(
        () => 'restored',
        (error: unknown) => (error instanceof Refused ? error.code : String(error)),
      )
      const reached = disk.calls >= failsAt
      disk.failsAt = 0
      if (!reached) {
        expect(answer).toBe('restored')
        expect(await namesIn(folder)).toEqual(['Priya'])
        expect(readFileSync(join(folder, 'seal.key'), 'utf8')).toBe('the seals of the backup')
        break
      }
      failures += 1
      expect([failsAt, answer]).toEqual([failsAt, told])
      expect([failsAt, await namesIn(folder)]).toEqual([failsAt, before])
      expect([failsAt, readFileSync(join(folder, 'seal.key'), 'utf8')]).toEqual([failsAt, seal])
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
    }
    expect(failures).toBeGreaterThan(3)
  })
})

describe('a folder of backups that can’t be read', () => {
  it('is said to be one, not an empty one', async () => {
    const { folder, restore } = await installation(KEY)
    disk.unreadable = join(folder, 'backups')
    expect(() => restore.list()).toThrow(Refused)
    expect(
      await restore.run('records-000001-2026-03-02.db', null).catch((error: Refused) => error.code),
    ).toBe('not-found')
  })
})

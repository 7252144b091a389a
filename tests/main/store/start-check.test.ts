import { mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { copyInto } from '../../../src/main/store/database'
import { openEncrypted } from '../../../src/main/store/libsql'
import { asStartProblem, RecordsUnusable } from '../../../src/main/store/start-check'
import { temporaryFolder, NOW } from '../helpers'
import { stretched } from '../../time'

let data = ''
let locked = false
vi.mock('electron', () => ({
  app: { getPath: () => data, getVersion: () => '1.2.3', getLocale: () => 'en-GB' },
  safeStorage: {
    isEncryptionAvailable: () => true,
    encryptString: (text: string) => Buffer.from(text).reverse(),
    decryptString: (bytes: Buffer) => {
      if (locked) throw new Error('another keychain')
      return Buffer.from(bytes).reverse().toString()
    },
  },
}))
const { openRecords } = await import('../../../src/main/compose/open-records')

/** Makes the program's data folder, with records of several pages. */
function installation() {
  const { db, folder, key } = openRecords(NOW)
  const add = db.prepare(
    "INSERT INTO people (id, name, number, role, created_at) VALUES (?, ?, ?, 'trainee', '2026-03-02T09:00:00.000Z')",
  )
  db.transaction(() => {
    for (let i = 0; i < 2000; i++) add.run(String(i), `Priya ${i}`, `IND-${i}`)
  })()
  const path = join(folder, 'records.db')
  copyInto(db, join(folder, 'whole'))
  db.close()
  // A connection is closed when the last of its statements is collected; here there has been none.
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  renameSync(join(folder, 'whole'), path)
  return { folder, path, key: key.key }
}

/** Returns the result of a start. */
function start(): string {
  try {
    openRecords(NOW).db.close()
    return 'open'
  } catch (error) {
    const problem = asStartProblem(error)
    if (problem instanceof RecordsUnusable) return problem.problem
    throw error
  }
}

beforeEach(() => {
  data = temporaryFolder()
  locked = false
})

describe('a start', () => {
  it('begins on an empty computer, and goes on', () => {
    expect([start(), start()]).toEqual(['open', 'open'])
  })

  it('takes records that are gone for no first start', () => {
    const { path } = installation()
    rmSync(path)
    expect([start(), start()]).toEqual(['missing', 'missing'])
  })

  it('knows them by a backup alone, or by any other key', () => {
    const folder = join(data, 'records')
    mkdirSync(join(folder, 'backups'), { recursive: true })
    writeFileSync(join(folder, 'backups', 'records-000001-2026-03-01.db'), 'x')
    expect(start()).toBe('missing')
    rmSync(join(folder, 'backups'), { recursive: true })
    writeFileSync(join(folder, 'issuer.key'), 'x')
    expect(start()).toBe('missing')
  })

  it('tells an empty file, one that ends early, one that is none, and one of another key', () => {
    const { path, folder } = installation()
    const whole = readFileSync(path)
    truncateSync(path, whole.length - 8192)
    expect(start()).toBe('damaged')
    truncateSync(path, 3000)
    expect(start()).toBe('damaged')
    truncateSync(path, 0)
    expect(start()).toBe('empty')
    writeFileSync(path, 'no records'.repeat(1000))
    expect(start()).toBe('damaged')
    writeFileSync(path, whole)
    writeFileSync(join(folder, 'records.key'), `plain:${'cd'.repeat(32)}`)
    expect(start()).toBe('damaged')
  })

  it('tells a database without tables beside the keys of an installation', () => {
    const { path, folder, key } = installation()
    writeFileSync(join(folder, 'seal.key'), 'x')
    rmSync(path)
    const empty = openEncrypted(path, key)
    empty.exec('CREATE TABLE x (y); DROP TABLE x')
    empty.close()
    expect(start()).toBe('empty')
  })

  it('makes no new key beside records that are there, and leaves one that it can’t unlock', () => {
    const { folder } = installation()
    const key = readFileSync(join(folder, 'records.key'))
    locked = true
    expect(start()).toBe('key-unreadable')
    locked = false
    expect(start()).toBe('open')
    rmSync(join(folder, 'records.key'))
    expect([start(), start()]).toEqual(['key-missing', 'key-missing'])
    writeFileSync(join(folder, 'records.key'), key)
    expect(start()).toBe('open')
  })

  it('says that a newer version wrote them', () => {
    const { path, key } = installation()
    const newer = openEncrypted(path, key)
    newer.pragma('user_version = 999')
    newer.close()
    expect(start()).toBe('newer')
  })

  it('does not wait for another program that holds them', () => {
    const { path, key } = installation()
    const other = openEncrypted(path, key)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    const began = performance.now()
    expect(start()).toBe('busy')
    expect(performance.now() - began).toBeLessThan(stretched(1500))
    other.exec('ROLLBACK')
    other.pragma('locking_mode = NORMAL')
    other.exec('SELECT count(*) FROM people')
    other.close()
    expect(start()).toBe('open')
  })

  it('begins without the records when somebody says so, and keeps them', () => {
    const { path, folder } = installation()
    const damaged = 'no records'.repeat(1000)
    writeFileSync(path, damaged)
    const { db, setAside } = openRecords(NOW, true)
    db.close()
    expect(readFileSync(join(folder, setAside!), 'utf8')).toBe(damaged)
  })
})

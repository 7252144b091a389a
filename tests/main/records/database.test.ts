import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUpDaily, NewerDatabaseError, openDatabase } from '../../../src/main/records/database'
import { openEncrypted } from '../../../src/main/records/libsql'
import { RecordStore } from '../../../src/main/records/store'
import { KEY, NOW, temporaryFolder } from '../helpers'

const DAY = 86_400_000

describe('openDatabase', () => {
  it('makes an encrypted file that a second start reads', () => {
    const folder = temporaryFolder()
    const first = openDatabase(folder, KEY, NOW)
    new RecordStore(first.db).saveSetting('organisation', 'Méridien Support')
    first.db.close()
    expect(readFileSync(join(folder, 'records.db')).subarray(0, 15).toString('latin1')).not.toBe(
      'SQLite format 3',
    )
    const second = openDatabase(folder, KEY, NOW)
    expect(second.setAside).toBeUndefined()
    expect(new RecordStore(second.db).setting('organisation')).toBe('Méridien Support')
    second.db.close()
  })

  it('writes durably: a write-ahead log, flushed at each commit', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    expect(db.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(db.pragma('synchronous')).toEqual([{ synchronous: 2 }])
    db.close()
  })

  it('keeps a file that is no database under another name, byte for byte', () => {
    const folder = temporaryFolder()
    const damaged = 'these are not records, but somebody may want them back'.repeat(200)
    writeFileSync(join(folder, 'records.db'), damaged)
    const { db, setAside } = openDatabase(folder, KEY, NOW)
    db.close()
    expect(setAside).toMatch(/^records-set-aside-2026-03-02T09-00-00-000Z\.db$/)
    expect(readFileSync(join(folder, setAside!), 'utf8')).toBe(damaged)
  })

  it('refuses a database of a newer version and leaves it as it is', () => {
    const folder = temporaryFolder()
    const newer = openEncrypted(join(folder, 'records.db'), KEY)
    newer.exec('CREATE TABLE later (x)')
    newer.pragma('user_version = 999')
    newer.close()
    expect(() => openDatabase(folder, KEY, NOW)).toThrow(NewerDatabaseError)
    expect(readdirSync(folder).filter((name) => name.includes('set-aside'))).toEqual([])
    const again = openEncrypted(join(folder, 'records.db'), KEY)
    expect(again.prepare('SELECT count(*) AS n FROM later').get()).toMatchObject({ n: 0 })
    again.close()
  })
})

describe('backUpDaily', () => {
  it('makes one readable copy a day and keeps seven', () => {
    const folder = temporaryFolder()
    const { db } = openDatabase(folder, KEY, NOW)
    new RecordStore(db).saveSetting('organisation', 'Meridian')
    expect(backUpDaily(db, folder, KEY, NOW)).toBe(true)
    expect(backUpDaily(db, folder, KEY, NOW)).toBe(false)
    for (let day = 1; day <= 9; day++) backUpDaily(db, folder, KEY, new Date(NOW.getTime() + day * DAY))
    db.close()
    const copies = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'))
    expect(copies).toHaveLength(7)
    expect(existsSync(join(folder, 'backups', 'records-2026-03-02.db'))).toBe(false)
    const copy = openEncrypted(join(folder, 'backups', 'records-2026-03-11.db'), KEY)
    expect(copy.prepare('SELECT value FROM settings').get()).toMatchObject({ value: 'Meridian' })
    copy.close()
  })
})

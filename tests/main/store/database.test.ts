import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  copyInto,
  databasePath,
  NewerDatabaseError,
  openDatabase,
  setAside,
} from '../../../src/main/store/database'
import { backupsFolder, listBackups } from '../../../src/main/store/backups'
import { MIGRATIONS } from '../../../src/main/store/migrations/index'
import { Restore, type Restored } from '../../../src/main/store/restore'
import { openEncrypted } from '../../../src/main/store/libsql'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, keychain, NOW, temporaryFolder } from '../helpers'

describe('openDatabase', () => {
  it('makes an encrypted file that a second start reads', () => {
    const folder = temporaryFolder()
    const first = openDatabase(folder, KEY, NOW)
    new LocalRecords(first.db).saveSetting('organisation', 'Méridien Support')
    first.db.close()
    expect(readFileSync(join(folder, 'records.db')).subarray(0, 15).toString('latin1')).not.toBe(
      'SQLite format 3',
    )
    const second = openDatabase(folder, KEY, NOW)
    expect(new LocalRecords(second.db).setting('organisation')).toBe('Méridien Support')
    second.db.close()
  })

  it('writes durably: a write-ahead log, flushed at each commit', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    expect(db.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(db.pragma('synchronous')).toEqual([{ synchronous: 2 }])
    db.close()
  })

  it('replaces nothing that it can’t read', () => {
    const folder = temporaryFolder()
    const damaged = 'these are not records, but somebody may want them back'.repeat(200)
    writeFileSync(join(folder, 'records.db'), damaged)
    expect(() => openDatabase(folder, KEY, NOW)).toThrow()
    expect(readFileSync(join(folder, 'records.db'), 'utf8')).toBe(damaged)
    expect(setAside(folder, NOW)).toBe('records-set-aside-2026-03-02T09-00-00-000Z.db')
    expect(readFileSync(join(folder, 'records-set-aside-2026-03-02T09-00-00-000Z.db'), 'utf8')).toBe(damaged)
  })

  it('keeps the keys beside the copy that it makes before an update, so that it opens anywhere', async () => {
    const folder = temporaryFolder()
    const older = openEncrypted(databasePath(folder), KEY)
    older.exec(MIGRATIONS[0]!)
    older.exec("INSERT INTO people VALUES ('p', 'Priya', 'IND-1', 'trainee', '2026-01-01T00:00:00.000Z')")
    older.pragma('user_version = 1')
    older.close()
    writeFileSync(join(folder, 'records.key'), `plain:${KEY}`)
    writeFileSync(join(folder, 'seal.key'), 'the seals')
    const localState = join(folder, 'of Chromium')
    writeFileSync(localState, '{"os_crypt":{}}')
    openDatabase(folder, KEY, NOW, localState).db.close()
    const [backup] = listBackups(backupsFolder(folder))
    expect(backup).toMatchObject({ kind: 'before-update' })
    expect(readdirSync(join(folder, 'backups', backup!.keys!)).sort()).toEqual([
      'Local State',
      'records.key',
      'seal.key',
    ])

    const elsewhere = temporaryFolder()
    cpSync(backupsFolder(folder), join(elsewhere, 'copied'), { recursive: true })
    const now = () => NOW
    const reopen = (work: () => Promise<Restored>) => work()
    const restore = new Restore({ folder: elsewhere, keychain, now, reopen })
    restore.look(join(elsewhere, 'copied'))
    await restore.run(backup!.file, null)
    const { db } = openDatabase(elsewhere, KEY, NOW)
    expect(db.prepare('SELECT name FROM people').all()).toEqual([{ name: 'Priya' }])
    db.close()
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

describe('copyInto', () => {
  it('leaves no file and no half of one when it fails', () => {
    const folder = temporaryFolder()
    const { db } = openDatabase(folder, KEY, NOW)
    mkdirSync(join(folder, 'taken'))
    writeFileSync(join(folder, 'taken', 'by-something'), '')
    expect(() => copyInto(db, join(folder, 'taken'))).toThrow()
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
    db.close()
  })

  it('takes no locks away: another program that comes and goes leaves the log alone', () => {
    const folder = temporaryFolder()
    const { db } = openDatabase(folder, KEY, NOW)
    copyInto(db, join(folder, 'copy.db'))
    const other = `
      const Libsql = require('libsql')
      const db = new Libsql(process.argv[1], { encryptionCipher: 'aes256cbc', encryptionKey: process.argv[2] })
      db.prepare('SELECT count(*) FROM settings').get()
      db.close()`
    execFileSync(process.execPath, ['-e', other, databasePath(folder), KEY])
    new LocalRecords(db).saveSetting('organisation', 'Meridian')
    execFileSync(process.execPath, ['-e', other, databasePath(folder), KEY])
    expect(existsSync(`${databasePath(folder)}-wal`)).toBe(true)
    const again = openEncrypted(databasePath(folder), KEY)
    expect(again.prepare('SELECT value FROM settings').get()).toMatchObject({ value: 'Meridian' })
    again.close()
    db.close()
  })
})

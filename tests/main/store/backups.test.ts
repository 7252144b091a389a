import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { backUpDaily, keepKeys, listBackups, LOCAL_STATE, nextBackup } from '../../../src/main/store/backups'
import { copyInto, openDatabase } from '../../../src/main/store/database'
import { openEncrypted } from '../../../src/main/store/libsql'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, NOW, temporaryFolder } from '../helpers'

const DAY = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY)

function installation() {
  const folder = temporaryFolder()
  const { db } = openDatabase(folder, KEY, NOW)
  const store = new LocalRecords(db)
  const copy = (target: string) => copyInto(db, target)
  const daily = (day: number, { clockIsOdd = false, localState = undefined as string | undefined } = {}) =>
    backUpDaily(folder, later(day), { copy, clockIsOdd, localState })
  const backups = join(folder, 'backups')
  return { folder, backups, db, store, daily, list: () => listBackups(backups) }
}

describe('backUpDaily', () => {
  it('makes one readable copy a day and keeps seven', async () => {
    const { backups, db, store, daily, list } = installation()
    store.saveSetting('organisation', 'Meridian')
    expect(await daily(0)).toBe(true)
    expect(await daily(0)).toBe(false)
    for (let day = 1; day <= 9; day++) await daily(day)
    db.close()
    expect(list().map(({ day }) => day)).toEqual(
      [9, 8, 7, 6, 5, 4, 3].map((day) => later(day).toISOString().slice(0, 10)),
    )
    expect(readdirSync(backups)).toHaveLength(14)
    const kept = openEncrypted(join(backups, list()[0]!.file), KEY)
    expect(kept.prepare('SELECT value FROM settings').get()).toMatchObject({ value: 'Meridian' })
    kept.close()
  })

  it.each(['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata'])(
    'names the copy by the day that people have at %s, and makes one on each',
    async (zone) => {
      vi.stubEnv('TZ', zone)
      try {
        const { folder, backups, list } = installation()
        mkdirSync(backups)
        const at = (hour: number, minute: number) =>
          backUpDaily(folder, new Date(2026, 10, 30, hour, minute), {
            copy: (target) => writeFileSync(target, 'a copy'),
            clockIsOdd: false,
          })
        expect([await at(0, 10), await at(12, 0), await at(23, 50)]).toEqual([true, false, false])
        expect(list().map(({ day }) => day)).toEqual(['2026-11-30'])
      } finally {
        vi.unstubAllEnvs()
      }
    },
  )

  it('keeps the youngest by their numbers after a clock that was a year ahead', async () => {
    const { db, store, daily, list } = installation()
    for (let day = 365; day <= 374; day++) await daily(day)
    store.saveSetting('organisation', 'after the clock was mended')
    for (let day = 0; day <= 2; day++) expect(await daily(day)).toBe(true)
    db.close()
    expect(
      list()
        .slice(0, 3)
        .map(({ day }) => day),
    ).toEqual([2, 1, 0].map((day) => later(day).toISOString().slice(0, 10)))
    expect(list()).toHaveLength(7)
  })

  it('keeps the youngest when the ones with later dates come from an older version', async () => {
    const { backups, db, daily, list } = installation()
    mkdirSync(backups)
    for (let day = 1; day <= 7; day++) writeFileSync(join(backups, `records-2027-01-0${day}.db`), 'old')
    await daily(0)
    db.close()
    expect(list()[0]).toMatchObject({ sequence: 1, day: '2026-03-02', kind: 'daily' })
    expect(list()).toHaveLength(7)
  })

  it('removes none while the clock is odd, up to thirty', async () => {
    const { db, daily, list } = installation()
    for (let day = 0; day < 9; day++) await daily(day, { clockIsOdd: true })
    expect(list()).toHaveLength(9)
    for (let day = 9; day < 35; day++) await daily(day, { clockIsOdd: true })
    db.close()
    expect(list()).toHaveLength(30)
  })

  it('keeps with it what it needs: the keys, and Chromium’s file where they are wrapped with it', async () => {
    const { folder, backups, db, daily, list } = installation()
    writeFileSync(join(folder, 'records.key'), 'plain:one')
    writeFileSync(join(folder, 'seal.key'), 'plain:two')
    const localState = join(folder, 'of Chromium')
    writeFileSync(localState, '{"os_crypt":{}}')
    await daily(0, { localState })
    db.close()
    const keys = join(backups, list()[0]!.keys!)
    expect(readdirSync(keys).sort()).toEqual([LOCAL_STATE, 'records.key', 'seal.key'])
    expect(readFileSync(join(keys, LOCAL_STATE), 'utf8')).toBe('{"os_crypt":{}}')
  })

  it('numbers the copy before an update with the others, and removes it after thirty more, unless the clock is odd', async () => {
    const { folder, db, daily, list } = installation()
    await daily(0)
    const copy = nextBackup(folder, 'before-migration-2026-03-02T09-00-00-000Z')
    copyInto(db, copy)
    keepKeys(folder, copy, undefined)
    const kept = () => list().find(({ kind }) => kind === 'before-update')
    const quick = (day: number, clockIsOdd = false) =>
      backUpDaily(folder, later(day), {
        copy: (target) => writeFileSync(target, 'a copy'),
        clockIsOdd,
      })
    for (let day = 1; day <= 30; day++) await quick(day)
    expect(kept()).toMatchObject({ sequence: 2, day: '2026-03-02', keys: expect.any(String) as string })
    await quick(31, true)
    expect(kept()).toBeDefined()
    await quick(32)
    expect(kept()).toBeUndefined()
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('migration'))).toEqual([])
    expect(list()).toHaveLength(7)
    db.close()
  })
})

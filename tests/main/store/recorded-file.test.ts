import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../../src/main/store/database'
import type { Database } from '../../../src/main/store/libsql'
import { saveRecorded, settleFiles, type FileEntry } from '../../../src/main/store/recorded-file'
import { readSetting, writeSetting } from '../../../src/main/store/tables/settings'
import { KEY, NOW, temporaryFolder } from '../helpers'

type Step = 'openSync' | 'writeSync' | 'fsyncSync' | 'renameSync'
const disk = vi.hoisted(() => ({ fails: '', code: 'ENOSPC', links: true }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const failing =
    <A extends unknown[], R>(step: string, real: (...args: A) => R) =>
    (...args: A): R => {
      if (disk.fails === step) throw Object.assign(new Error(`${disk.code}: ${step}`), { code: disk.code })
      return real(...args)
    }
  return {
    ...fs,
    openSync: failing('openSync', fs.openSync),
    writeSync: failing('writeSync', fs.writeSync as (...args: unknown[]) => number),
    fsyncSync: failing('fsyncSync', fs.fsyncSync),
    renameSync: failing('renameSync', fs.renameSync),
    linkSync: (...args: Parameters<typeof fs.linkSync>) => {
      if (!disk.links) throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
      fs.linkSync(...args)
    },
  }
})

let db: Database
let folder: string
let path: string
beforeEach(() => {
  Object.assign(disk, { fails: '', code: 'ENOSPC', links: true })
  const place = temporaryFolder()
  db = openDatabase(place, KEY, NOW).db
  folder = join(place, 'out')
  mkdirSync(folder)
  path = join(folder, 'list.json')
})

const AT = NOW.toISOString()
const entry = (change: Partial<FileEntry> = {}): FileEntry => ({
  act: 'revocations-exported',
  at: AT,
  by: null,
  detail: { count: 1 },
  alongside: () => writeSetting(db, 'beside', 'yes'),
  ...change,
})
const acts = () => (db.prepare('SELECT act FROM audit').all() as { act: string }[]).map(({ act }) => act)

/** Opens the same records so that transactions fail at their very end, as on a full disk. */
function thatCantCommit(): Database {
  return new Proxy(db, {
    get(target, name: keyof Database) {
      const value = target[name]
      if (name === 'transaction') {
        return (work: () => unknown) =>
          target.transaction(() => {
            work()
            throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
          })
      }
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

const untouched = () => {
  expect(readSetting(db, 'beside')).toBeUndefined()
  expect(readSetting(db, 'file-under-way')).toBeUndefined()
  expect(acts()).toEqual([])
}

describe('a file and its record', () => {
  it('are there together', () => {
    saveRecorded(db, path, 'new', entry())
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['list.json'])
    expect([acts(), readSetting(db, 'beside')]).toEqual([['revocations-exported'], 'yes'])
    expect(readSetting(db, 'file-under-way')).toBeUndefined()
  })

  it.each([true, false])('replace an earlier file (second names of a file: %s)', (links) => {
    disk.links = links
    writeFileSync(path, 'the old one')
    saveRecorded(db, path, () => ['ne', 'w'], entry())
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['list.json'])
  })

  const steps: Step[] = ['openSync', 'writeSync', 'fsyncSync', 'renameSync']
  const codes = [
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'not-writable'],
    ['EBUSY', 'not-writable'],
    ['EIO', 'write-failed'],
  ] as const
  it.each(steps.flatMap((step) => codes.map(([code, told]) => [step, code, told] as const)))(
    'are both as they were when %s says %s',
    (step, code, told) => {
      for (const content of ['new', () => 'new']) {
        writeFileSync(path, 'the old one')
        Object.assign(disk, { fails: step, code })
        expect(() => saveRecorded(db, path, content, entry())).toThrow(
          expect.objectContaining({ code: told }) as Error,
        )
        disk.fails = ''
        expect(readFileSync(path, 'utf8')).toBe('the old one')
        expect(readdirSync(folder)).toEqual(['list.json'])
        untouched()
      }
    },
  )

  it.each([
    [true, true],
    [false, true],
    [true, false],
  ])('are both as they were when the records can’t be written at the very end', (there, links) => {
    disk.links = links
    if (there) writeFileSync(path, 'the old one')
    for (const content of ['new', () => 'new']) {
      expect(() => saveRecorded(thatCantCommit(), path, content, entry())).toThrow(
        expect.objectContaining({ code: 'disk-full' }) as Error,
      )
      expect(readdirSync(folder)).toEqual(there ? ['list.json'] : [])
      if (there) expect(readFileSync(path, 'utf8')).toBe('the old one')
      untouched()
    }
  })

  it('are both as they were when what belongs to them fails', () => {
    const alongside = () => {
      throw new Error('no')
    }
    expect(() => saveRecorded(db, path, 'new', entry({ alongside }))).toThrow('no')
    expect(readdirSync(folder)).toEqual([])
    untouched()
  })

  it('take a whole file that lies beside its place', () => {
    const temporary = join(folder, 'list.json.1.tmp')
    writeFileSync(temporary, 'new')
    saveRecorded(db, path, { temporary }, entry())
    expect(readdirSync(folder)).toEqual(['list.json'])
    writeFileSync(temporary, 'newer')
    expect(() => saveRecorded(thatCantCommit(), path, { temporary }, entry())).toThrow('room')
    expect(readdirSync(folder)).toEqual(['list.json'])
    expect(readFileSync(path, 'utf8')).toBe('new')
  })
})

describe('after the program died while a file was saved', () => {
  const died = () => {
    const temporary = join(folder, 'list.json.1.tmp')
    const earlier = join(folder, 'list.json.2.old')
    const underWay = { file: path, temporary, earlier, act: 'revocations-exported', by: null }
    writeSetting(db, 'file-under-way', JSON.stringify(underWay))
    return { temporary, earlier }
  }

  it('what is half written goes, and nothing was done', () => {
    const { temporary } = died()
    writeFileSync(path, 'the old one')
    writeFileSync(temporary, 'ne')
    settleFiles(db, AT)
    expect(readdirSync(folder)).toEqual(['list.json'])
    untouched()
  })

  it('a file that may stand without its record is named', () => {
    const { earlier } = died()
    writeFileSync(path, 'new')
    writeFileSync(earlier, 'the old one')
    settleFiles(db, AT)
    expect(existsSync(earlier)).toBe(false)
    expect(acts()).toEqual(['file-unrecorded'])
    settleFiles(db, AT)
    expect(acts()).toEqual(['file-unrecorded'])
  })

  it('a drive that is away does not keep the program from starting', () => {
    died()
    settleFiles(db, AT)
    untouched()
  })
})

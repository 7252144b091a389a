import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { exportRecords } from '../../../src/main/export/export-task'
import { Records, scope, SECRET } from './records'

const disk = vi.hoisted(() => ({ room: Infinity, code: 'ENOSPC', writable: true }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const fail = (code: string) => Object.assign(new Error(`${code}: the disk says no`), { code })
  return {
    ...fs,
    openSync: (...args: Parameters<typeof fs.openSync>) => {
      if (!disk.writable) throw fail(disk.code)
      return fs.openSync(...args)
    },
    writeSync: (file: number, bytes: Uint8Array, from: number) => {
      if (disk.room === 0) throw fail(disk.code)
      const some = Math.min(disk.room, bytes.length - from)
      disk.room -= some
      return fs.writeSync(file, bytes, from, some)
    },
  }
})

describe('an export onto a disk that takes no more', () => {
  function start() {
    const records = new Records()
    records.manyAttempts(records.person(), 5000)
    const folder = join(records.folder, 'out')
    mkdirSync(folder)
    const path = join(folder, 'records.csv')
    writeFileSync(path, 'the old one')
    const request = { scope: scope(), format: 'csv', path, sealSecret: SECRET } as const
    const context = { db: records.db, progress: () => {}, breathe: () => Promise.resolve() }
    return { path, folder, run: async () => exportRecords(request, context) }
  }

  it.each(['ENOSPC', 'EDQUOT'])('says so and leaves nothing behind (%s)', async (code) => {
    const { run, path, folder } = start()
    Object.assign(disk, { room: 100_000, code, writable: true })
    await expect(run()).rejects.toMatchObject({ code: 'disk-full' })
    disk.room = Infinity
    expect(readdirSync(folder)).toEqual(['records.csv'])
    expect(readFileSync(path, 'utf8')).toBe('the old one')
  })

  it.each(['EACCES', 'EPERM', 'EROFS'])('says that the folder may not be written (%s)', async (code) => {
    const { run, folder } = start()
    Object.assign(disk, { room: Infinity, code, writable: false })
    await expect(run()).rejects.toMatchObject({ code: 'not-writable' })
    disk.writable = true
    expect(readdirSync(folder)).toEqual(['records.csv'])
  })
})

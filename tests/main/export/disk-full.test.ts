import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { exportRecords } from '../../../src/main/export/export-task'
import { disk, mendDisk } from '../disk'
import { Records, scope, SECRET } from './records'

vi.mock('node:fs', async (original) => (await import('../disk')).onDisk(await original()))

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
    Object.assign(disk, { room: 100_000, code })
    await expect(run()).rejects.toMatchObject({ code: 'disk-full' })
    mendDisk()
    expect(readdirSync(folder)).toEqual(['records.csv'])
    expect(readFileSync(path, 'utf8')).toBe('the old one')
  })

  it.each(['EACCES', 'EPERM', 'EROFS'])('says that the folder may not be written (%s)', async (code) => {
    const { run, folder } = start()
    disk.closed = code
    await expect(run()).rejects.toMatchObject({ code: 'not-writable' })
    mendDisk()
    expect(readdirSync(folder)).toEqual(['records.csv'])
  })
})

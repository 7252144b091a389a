import { readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Incoming } from '../../../src/main/exchange/incoming'
import { markOf, TakenFiles } from '../../../src/main/store/tables/taken-files'
import { openDatabase } from '../../../src/main/store/database'
import { KEY, NOW, temporaryFolder } from '../helpers'
import { finish, priya } from '../installation'
import { accepted, bundlesIn } from './helpers'

afterEach(() => vi.restoreAllMocks())

const later = (ms: number) => new Date(Date.now() + ms).toISOString()

function taken() {
  const folder = temporaryFolder()
  const { db } = openDatabase(folder, KEY, NOW)
  const path = join(folder, 'one.htlbundle')
  writeFileSync(path, 'first')
  return { files: new TakenFiles(db), path, db }
}

describe('TakenFiles', () => {
  it('knows a file again as long as nothing about it changes', async () => {
    const { files, path, db } = taken()
    const mark = await markOf(path)
    expect(files.has(path, mark)).toBe(false)
    await files.add(path, mark, later(60_000))
    expect(files.has(path, await markOf(path))).toBe(true)
    expect(files.has(`${path}2`, mark)).toBe(false)
    db.close()
  })

  it.each([
    ['other content of the same size', (path: string) => writeFileSync(path, 'other')],
    [
      'another file that was moved here, of the same size and time',
      (path: string) => {
        const { atime, mtime } = statSync(path)
        writeFileSync(`${path}.new`, 'other')
        utimesSync(`${path}.new`, atime, mtime)
        renameSync(`${path}.new`, path)
      },
    ],
    [
      'other content with the old time put back',
      (path: string) => {
        const { atime, mtime } = statSync(path)
        writeFileSync(path, 'other')
        utimesSync(path, atime, mtime)
      },
    ],
  ])('does not take for known: %s', async (_what, change) => {
    const { files, path, db } = taken()
    await files.add(path, await markOf(path), later(60_000))
    await new Promise((resolve) => setTimeout(resolve, 20))
    change(path)
    expect(files.has(path, await markOf(path))).toBe(false)
    db.close()
  })

  it('does not remember a file that was just written, or that changed while it was read', async () => {
    const { files, path, db } = taken()
    const mark = await markOf(path)
    await files.add(path, mark, later(1000))
    expect(files.has(path, mark)).toBe(false)
    writeFileSync(path, 'grown while it was read')
    await files.add(path, mark, later(60_000))
    expect(files.has(path, mark)).toBe(false)
    expect(files.has(path, await markOf(path))).toBe(false)
    db.close()
  })
})

describe('a look at the folder', () => {
  it('reads no file that was taken, after a restart too; a changed one is read, and one by hand', async () => {
    const { hr, folder, device, close } = await accepted()
    finish(device, priya)
    await device.exchange.look({ all: true })
    // The files are there for a while before HR looks.
    hr.system.pass(Date.now() - Date.parse(hr.system.now().toISOString()) + 3_600_000)
    expect((await hr.exchange.look()).imported).toBe(2)
    const take = vi.spyOn(Incoming.prototype, 'take')
    // As after a restart, nothing is in memory any more.
    hr.exchange.setFolder(folder)
    expect((await hr.exchange.look()).imported).toBe(0)
    expect(take).not.toHaveBeenCalled()
    const path = join(folder, bundlesIn(folder)[1]!)
    const bytes = readFileSync(path)
    bytes[200]! ^= 1
    writeFileSync(path, bytes)
    await hr.exchange.look()
    expect(take.mock.results.map(({ value }) => value as unknown)).toMatchObject([{ outcome: 'refused' }])
    take.mockClear()
    await hr.exchange.look({ all: true })
    expect(take).toHaveBeenCalledTimes(2)
    close()
  })
})

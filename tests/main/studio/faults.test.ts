/** Lets the disk be full or fail while somebody writes. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../../src/main/sha256'
import { disk, mendDisk } from '../disk'
import { temporaryFolder } from '../helpers'
import { ana, draftsOn, retitle, scam, scamText, studioOn } from './folder'

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  const { openFile, takeRoom } = await import('../disk')
  return {
    ...fs,
    open: async (path: string, flags: string) => {
      if (flags !== 'r') openFile()
      const handle = await fs.open(path, flags)
      const write = handle.write.bind(handle)
      return Object.assign(handle, {
        writeFile: async (text: string) => {
          takeRoom(0)
          await write(Buffer.from(text), 0)
        },
        write: async (bytes: Uint8Array, from: number) => write(bytes, from, takeRoom(bytes.length - from)),
      })
    },
  }
})
vi.mock('node:fs', async (original) => (await import('../disk')).onDisk(await original()))

const by = 'Ana Sol'

async function begun() {
  mendDisk()
  const root = temporaryFolder()
  const one = draftsOn(root)
  await one.drafts.create(scam, scamText(), { by })
  await one.drafts.append(scam, 0, [retitle(1, 'A')], by)
  return { root, ...one }
}

describe('a disk that takes no more', () => {
  it.each([0, 1, 30, 100])(
    'after %d bytes says so, keeps what was kept, and goes on when there is room',
    async (room) => {
      const { root, drafts } = await begun()
      disk.room = room
      const act = retitle(2, 'B', 'A')
      await expect(drafts.append(scam, 1, [act], by)).rejects.toMatchObject({ code: 'disk-full' })
      mendDisk()
      // A lock that was left here would let everybody wait for seconds.
      expect(readdirSync(join(root, 'drafts'))).toEqual(['scam'])
      const read = await draftsOn(root).drafts.open(scam, by)
      expect([read.fold.now.n, read.damaged]).toEqual([1, null])
      expect(await drafts.append(scam, 1, [act], by)).toEqual({ outcome: 'taken', n: 2 })
      expect((await draftsOn(root).drafts.open(scam, by)).fold.now.n).toBe(2)
    },
  )

  it('saves nothing half: the file stays as it was', async () => {
    const { root, drafts, paths } = await begun()
    disk.room = 400
    const seen = sha256(scamText())
    await expect(drafts.checkpoint(scam, 1, scamText('A'), seen)).rejects.toMatchObject({ code: 'disk-full' })
    mendDisk()
    const read = await draftsOn(root).drafts.open(scam, by)
    expect(read).toMatchObject({ hash: seen, outside: null, damaged: null })
    expect(paths.file(scam)).toMatch(/scam/)
    expect(await drafts.checkpoint(scam, 1, scamText('A'), seen)).toMatchObject({ outcome: 'saved' })
  })

  it('makes no document, and no version, half', async () => {
    mendDisk()
    const { studio } = studioOn()
    disk.room = 50
    const bytes = Buffer.from(scamText())
    const file = { name: 'scam.scenario.json', bytes }
    await expect(studio.importFile(file, ana)).rejects.toMatchObject({ code: 'disk-full' })
    mendDisk()
    expect((await studio.list()).documents.filter(({ origin }) => origin === 'own')).toEqual([])
    await studio.importFile(file, ana)
    disk.room = 200
    await expect(studio.publish(scam, 0, '', ana)).rejects.toMatchObject({ code: 'disk-full' })
    mendDisk()
    expect(await studio.versionRows(scam)).toEqual([])
    expect(await studio.publish(scam, 0, '', ana)).toMatchObject({ outcome: 'published' })
  })
})

describe('a folder that can only be read', () => {
  it.each(['EACCES', 'EROFS', 'EPERM'])(
    'is opened for reading, and what is written is refused (%s)',
    async (code) => {
      const { root, drafts } = await begun()
      disk.closed = code
      const reader = draftsOn(root).drafts
      const read = await reader.open(scam, 'Berta Lind')
      expect(read).toMatchObject({ readOnly: true })
      expect(read.fold.now.n).toBe(1)
      await expect(reader.append(scam, 1, [retitle(2, 'B', 'A')], by)).rejects.toMatchObject({
        code: 'not-writable',
      })
      mendDisk()
      expect(await drafts.append(scam, 1, [retitle(2, 'B', 'A')], by)).toEqual({ outcome: 'taken', n: 2 })
    },
  )

  it('is refused where an administrator chooses it', async () => {
    mendDisk()
    const { studio, settings } = studioOn()
    const place = `${temporaryFolder()}/file`
    writeFileSync(place, '')
    await expect(studio.useFolder(place, ana)).rejects.toMatchObject({
      code: expect.stringMatching(/write/) as string,
    })
    expect(settings.known.folder).toBeNull()
  })
})

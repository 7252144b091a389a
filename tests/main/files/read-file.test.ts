import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readChosenFile } from '../../../src/main/files/read-file'
import { temporaryFolder } from '../helpers'

const LARGEST = 1000
const chosen = (bytes: string) => {
  const path = join(temporaryFolder(), 'a.htl')
  writeFileSync(path, bytes)
  return path
}

describe('a file that somebody chose', () => {
  it.each([0, 1, LARGEST - 1, LARGEST])('is read whole with %d bytes', async (length) => {
    const read = await readChosenFile(chosen('x'.repeat(length)), LARGEST)
    expect([read.name, Buffer.from(read.bytes).toString()]).toEqual(['a.htl', 'x'.repeat(length)])
  })

  it('is one byte longer than allowed when it is too large', async () => {
    const { bytes } = await readChosenFile(chosen('x'.repeat(LARGEST * 3)), LARGEST)
    expect(bytes).toHaveLength(LARGEST + 1)
  })

  it('is refused when it is a folder or is gone', async () => {
    const folder = join(temporaryFolder(), 'a.htl')
    mkdirSync(folder)
    for (const path of [folder, `${folder}-gone`])
      await expect(readChosenFile(path, LARGEST)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  it.skipIf(process.platform === 'win32')('is refused when it is a pipe, which may never end', async () => {
    const path = join(temporaryFolder(), 'a.htl')
    execFileSync('mkfifo', [path])
    await expect(readChosenFile(path, LARGEST)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  it.skipIf(process.platform !== 'linux')(
    'is read no further than allowed when it states no size',
    async () => {
      expect((await readChosenFile('/proc/self/status', 10)).bytes).toHaveLength(11)
      expect((await readChosenFile('/proc/self/status', 1_000_000)).bytes.length).toBeGreaterThan(100)
    },
  )
})

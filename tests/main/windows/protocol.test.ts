import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { packed } from '../../../build/late-files'

vi.mock('electron', () => ({ protocol: {} }))
const { contentOf, fileFor, mediaFor, ORIGIN, rangeOf } = await import('../../../src/main/windows/protocol')

const FOLDER = join(sep, 'app', 'renderer')

describe('fileFor', () => {
  it('serves what lies in the folder', () => {
    expect(fileFor(`${ORIGIN}/`, FOLDER)?.path).toBe(join(FOLDER, 'index.html'))
    expect(fileFor(`${ORIGIN}/assets/a%20b.js?x=1`, FOLDER)?.path).toBe(join(FOLDER, 'assets', 'a b.js'))
  })

  it.each([
    `${ORIGIN}/../secret.js`,
    `${ORIGIN}/%2e%2e/secret.js`,
    `${ORIGIN}/..%2f..%2fsecret.js`,
    `${ORIGIN}/..%5csecret.js`,
    `${ORIGIN}/a%00.js`,
    `${ORIGIN}/%E0%A4%A.js`,
    `${ORIGIN}/program.exe`,
    'app://elsewhere/index.html',
    'file:///etc/passwd.html',
    'not an address',
  ])('refuses %s or stays inside', (address) => {
    const file = fileFor(address, FOLDER)
    expect(file === undefined || file.path.startsWith(FOLDER + sep)).toBe(true)
    if (!address.startsWith(`${ORIGIN}/../`) && !address.includes('%2e%2e/')) expect(file).toBeUndefined()
  })
})

describe('contentOf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'htl-files-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes)

  it('gives a file as it lies there, and one that is packed as it was before', async () => {
    put('plain.js', Buffer.from('plain()'))
    put('late.js.br', packed(Buffer.from('late("é")'.repeat(1000))))
    expect(String(await contentOf(join(folder, 'plain.js')))).toBe('plain()')
    expect(String(await contentOf(join(folder, 'late.js')))).toBe('late("é")'.repeat(1000))
  })

  it('has nothing for what is not there, and nothing half for what is damaged', async () => {
    await expect(contentOf(join(folder, 'gone.js'))).rejects.toMatchObject({ code: 'ENOENT' })
    const whole = packed(Buffer.from('late()'.repeat(1000)))
    put('cut.js.br', whole.subarray(0, whole.length - 4))
    await expect(contentOf(join(folder, 'cut.js'))).rejects.toThrow()
  })
})

describe('mediaFor', () => {
  const hash = 'ab'.repeat(32)

  it('reads which content is asked for', () => {
    expect(mediaFor(`${ORIGIN}/media/${hash}/Voice-1.ogg`)).toEqual({
      file: 'Voice-1.ogg',
      sha256: hash,
      type: 'audio/ogg',
    })
    expect(mediaFor(`${ORIGIN}/media/${hash}/a.PNG`)?.type).toBe('image/png')
  })

  it.each([
    `${ORIGIN}/media/a.png`,
    `${ORIGIN}/media/${hash}/`,
    `${ORIGIN}/media/${hash}/a.svg`,
    `${ORIGIN}/media/${hash}/a.html`,
    `${ORIGIN}/media/${hash}/..png`,
    `${ORIGIN}/media/${hash}/../a.png`,
    `${ORIGIN}/media/${hash}/%2e%2e%2fa.png`,
    `${ORIGIN}/media/${hash}/..%5ca.png`,
    `${ORIGIN}/media/${hash}/b/a.png`,
    `${ORIGIN}/media/${hash}/a%00.png`,
    `${ORIGIN}/media/${hash.slice(1)}/a.png`,
    `${ORIGIN}/media/../../etc/a.png`,
    `app://elsewhere/media/${hash}/a.png`,
    `file:///media/${hash}/a.png`,
  ])('takes %s for none', (address) => {
    expect(mediaFor(address)).toBeUndefined()
  })
})

describe('rangeOf', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['bytes=0-', [0, 99]],
    ['bytes=10-19', [10, 19]],
    ['bytes=90-500', [90, 99]],
    ['bytes=99-', [99, 99]],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    // For several parts, the last bytes, or other units, the whole file is a correct answer.
    ['bytes=0-1,5-6', undefined],
    ['bytes=-5', undefined],
    ['lines=1-2', undefined],
  ])('%s of 100 bytes is %s', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range)
  })
})

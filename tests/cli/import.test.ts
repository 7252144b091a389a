import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/cli/import'
import { UsageError } from '../../src/cli/files'
import { loadLanguage } from '../../src/cli/told'
import { loadTexts } from '../../src/texts/translate'
import { h5p } from '../interchange/h5p-sample'

let folder: string
const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}
const out = () => path.join(folder, `out-${Math.random().toString(36).slice(2)}`)

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('htl import', () => {
  it('writes a draft of each file with its pictures, and lists what did not come along', async () => {
    const to = out()
    const files = [
      file('a.twee', ':: Start\n(live: 1s)[Hi] [[End]]\n\n:: End\nBye.'),
      file('b.h5p', h5p()),
      file('c.h5p', h5p()),
    ]
    const { code, json, text } = await importFiles(files, to, undefined, await loadLanguage('fr'))
    expect(code).toBe(0)
    expect(readdirSync(to).sort()).toEqual([
      'a.scenario.json',
      'media',
      'the-call-at-closing-time-2.scenario.json',
      'the-call-at-closing-time.scenario.json',
    ])
    expect(readdirSync(path.join(to, 'media'))).toEqual(['door-1.png'])
    expect(json).toMatchObject({
      ok: true,
      drafts: [{ format: 'twine', media: [] }, { media: ['door-1.png'] }, {}],
    })
    expect(text).toMatch(/«\sStart\s»\s: Une macro n’a pas été reprise/)
    expect(JSON.parse(readFileSync(path.join(to, 'a.scenario.json'), 'utf8'))).toMatchObject({
      title: { fr: 'a' },
    })
  })

  it('takes the language that is given, and notes it no more', async () => {
    const to = out()
    const { json } = await importFiles([file('d.twee', ':: Start\nOlá')], to, 'pt', await loadLanguage('en'))
    expect(JSON.parse(readFileSync(path.join(to, 'd.scenario.json'), 'utf8'))).toMatchObject({
      title: { pt: 'd' },
    })
    expect(JSON.stringify(json)).not.toContain('"language"')
  })

  it('writes nothing when one file can’t be imported, and says why', async () => {
    const to = out()
    const files = [file('e.twee', ':: Start\nHi'), file('f.ink', '-> nowhere')]
    const { code, json, text } = await importFiles(files, to, undefined, await loadLanguage('en'))
    expect(code).toBe(1)
    expect(json).toMatchObject({ ok: false, refused: [{ code: 'ink-error', params: { line: 1 } }] })
    expect(text).toMatch(/BAD .*f\.ink\n {2}ink-error\n {4}Line 1/)
    expect(existsSync(to)).toBe(false)
  })

  it('writes over nothing', async () => {
    const to = out()
    const files = [file('g.twee', ':: Start\nHi')]
    await importFiles(files, to, undefined, await loadLanguage('en'))
    const before = readFileSync(path.join(to, 'g.scenario.json'))
    await expect(importFiles(files, to, undefined, await loadLanguage('en'))).rejects.toThrow(UsageError)
    expect(readFileSync(path.join(to, 'g.scenario.json'))).toEqual(before)
    expect(readdirSync(to)).toEqual(['g.scenario.json'])
  })

  it.runIf(process.platform === 'linux')('says which picture it could not compare with its own', async () => {
    const to = out()
    mkdirSync(path.join(to, 'media'), { recursive: true })
    // Its first page belongs to nobody, so the system refuses to read it.
    symlinkSync('/proc/self/mem', path.join(to, 'media', 'door-1.png'))
    const refused: unknown = await importFiles(
      [file('k.h5p', h5p())],
      to,
      undefined,
      await loadLanguage('en'),
    ).catch((thrown: unknown) => thrown)
    expect(refused).toBeInstanceOf(UsageError)
    expect((refused as UsageError).say(await loadTexts('en', 'cli'))).toContain(
      'door-1.png can’t be read (EIO)',
    )
  })

  it('leaves nothing half-written where it can’t write', async () => {
    const to = path.join(file('h', 'a file'), 'inside')
    await expect(
      importFiles([file('i.twee', ':: Start\nHi')], to, undefined, await loadLanguage('en')),
    ).rejects.toThrow(UsageError)
  })

  it('needs files and a folder', async () => {
    await expect(importFiles([], out(), undefined, await loadLanguage('en'))).rejects.toThrow(UsageError)
    await expect(
      importFiles([file('j.twee', ':: A')], undefined, undefined, await loadLanguage('en')),
    ).rejects.toThrow(UsageError)
    await expect(
      importFiles([path.join(folder, 'nowhere.twee')], out(), undefined, await loadLanguage('en')),
    ).rejects.toThrow(UsageError)
  })
})

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packFile, unpackFile } from '../../src/cli/pack'
import { UsageError } from '../../src/cli/files'
import { textsOfFile } from '../../src/cli/texts'
import { markOfWords } from '../../src/domain/translation/wordings'
import { LARGEST_PACKAGE } from '../../src/interchange/package'
import { loadLanguage } from '../../src/cli/told'
import { SCENARIOS } from '../domain/authoring/shipped'
import { PIXEL } from '../interchange/h5p-sample'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pack-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => path.join(folder, name)
const say = () => loadLanguage('en')
/** Returns a shipped scenario with a picture or a sound. */
const withMedia = (): string =>
  readdirSync(SCENARIOS)
    .filter((name) => name.endsWith('.scenario.json'))
    .find((name) => readFileSync(path.join(SCENARIOS, name), 'utf8').includes('"media"'))!
    .replace('.scenario.json', '')
const packed = async (id: string, name: string) => {
  const { code, json } = await packFile([path.join(SCENARIOS, `${id}.scenario.json`)], at(name), await say())
  expect(code).toBe(0)
  return json as { floor: string | null; media: string[] }
}

describe('htl pack and unpack', () => {
  it('give every byte back, with the floor, the pictures and the test plan', async () => {
    const id = withMedia()
    const { media, floor } = await packed(id, 'a.htl')
    const { json } = await unpackFile([at('a.htl')], at('a'), await say())
    const files = (json as { files: string[] }).files.map((file) => path.relative(at('a'), file))
    expect(files).toHaveLength(2 + (floor === null ? 0 : 1) + media.length)
    expect(files).toContain(`${id}.testplan.json`)
    for (const file of files) {
      expect(readFileSync(at(path.join('a', file)))).toEqual(readFileSync(path.join(SCENARIOS, file)))
    }
  })

  it('give the same bytes for the same content', async () => {
    await packed('telegram-bribe', 'b.htl')
    await packed('telegram-bribe', 'c.htl')
    expect(readFileSync(at('b.htl'))).toEqual(readFileSync(at('c.htl')))
  })

  it('keep which translations are outdated, and htl texts says so of what was unpacked', async () => {
    const id = 'telegram-bribe'
    const file = (place: string) => at(path.join(place, `${id}.scenario.json`))
    await packed(id, 'before.htl')
    await unpackFile([at('before.htl')], at('before'), await say())
    const { title } = JSON.parse(readFileSync(file('before'), 'utf8')) as { title: { fr: string } }
    const record = { title: { fr: { [markOfWords(title.fr)]: { en: markOfWords('Another title') } } } }
    writeFileSync(at(`before/${id}.translations.json`), JSON.stringify(record))
    await packFile([file('before')], at('after.htl'), await say())
    await unpackFile([at('after.htl')], at('after'), await say())
    const texts = { from: 'en', to: 'fr', out: at('after.csv') }
    expect((await textsOfFile([file('after')], texts, await say())).json).toMatchObject({ outdated: 1 })
  })

  it('write over nothing', async () => {
    await packed('telegram-bribe', 'd.htl')
    await expect(packed('telegram-bribe', 'd.htl')).rejects.toThrow(UsageError)
    await unpackFile([at('d.htl')], at('d'), await say())
    await expect(unpackFile([at('d.htl')], at('d'), await say())).rejects.toThrow(UsageError)
  })

  /** Changes the stated size of an entry in an archive's table of contents. */
  const saysItUnpacksTo = (bytes: number, name: string, archive: Buffer): Buffer => {
    const changedOne = Buffer.from(archive)
    const entry = changedOne.lastIndexOf(name) - 46
    expect(changedOne.readUInt32LE(entry)).toBe(0x02014b50)
    changedOne.writeUInt32LE(bytes, entry + 24)
    return changedOne
  }
  const changed = (change: (files: Zippable) => void) => () => {
    const files: Zippable = { ...unzipSync(readFileSync(at('e.htl'))) }
    change(files)
    return zipSync(files)
  }
  it.each<[string, () => Uint8Array, string]>([
    ['no archive', () => strToU8('PK, but no archive'), 'zip-damaged'],
    ['an archive of something else', () => zipSync({ 'a.txt': strToU8('a') }), 'not-a-package'],
    [
      'a newer form',
      changed((files) => {
        files['htl.json'] = strToU8('{"format":9,"scenario":"a","floor":null}')
      }),
      'package-newer',
    ],
    [
      'an id that is none',
      changed((files) => {
        files['htl.json'] = strToU8('{"format":1,"scenario":"../a","floor":null}')
      }),
      'not-a-package',
    ],
    [
      'a file that must not be there',
      changed((files) => {
        files['run.exe'] = strToU8('MZ')
      }),
      'zip-name',
    ],
    [
      'a name that leads out',
      changed((files) => {
        files['../evil.png'] = PIXEL
      }),
      'zip-name',
    ],
    [
      'a picture in a folder',
      changed((files) => {
        files['media/a/b.png'] = PIXEL
      }),
      'zip-name',
    ],
    [
      'a picture that is none',
      changed((files) => {
        files['media/a.png'] = strToU8('<svg/>')
      }),
      'package-media',
    ],
    [
      'no scenario',
      changed((files) => {
        delete files['telegram-bribe.scenario.json']
      }),
      'no-content',
    ],
    [
      'a scenario that is no JSON',
      changed((files) => {
        files['telegram-bribe.scenario.json'] = strToU8('{')
      }),
      'content-not-json',
    ],
    [
      'a test plan that is no JSON',
      changed((files) => {
        files['telegram-bribe.testplan.json'] = strToU8('{')
      }),
      'content-not-json',
    ],
    [
      'the plan of another scenario',
      changed((files) => {
        files['other.testplan.json'] = strToU8('{}')
      }),
      'zip-name',
    ],
    [
      'two pictures that are one where capital letters count for nothing',
      changed((files) => {
        files['media/a.png'] = PIXEL
        files['media/A.png'] = PIXEL
      }),
      'zip-name',
    ],
    [
      'a little file that would fill the disk',
      () => saysItUnpacksTo(300_000_000, 'htl.json', readFileSync(at('e.htl'))),
      'zip-too-much',
    ],
    [
      'a file that unpacks to more than it says',
      () => saysItUnpacksTo(3, 'htl.json', readFileSync(at('e.htl'))),
      'zip-damaged',
    ],
    ['a file that is too large', () => new Uint8Array(LARGEST_PACKAGE + 1), 'too-large'],
    ['a package that was cut off', () => readFileSync(at('e.htl')).subarray(0, 900), 'zip-damaged'],
  ])('refuse %s, and write nothing', async (_, make, code) => {
    if (!existsSync(at('e.htl'))) await packed('telegram-bribe', 'e.htl')
    writeFileSync(at('bad.htl'), make())
    const answer = await unpackFile([at('bad.htl')], at('bad'), await say())
    expect(answer).toMatchObject({ code: 1, json: { refused: [{ code }] } })
    expect(existsSync(at('bad'))).toBe(false)
  })

  it('pack nothing whose picture is missing', async () => {
    const text = readFileSync(path.join(SCENARIOS, 'telegram-bribe.scenario.json'), 'utf8')
    const scenario = JSON.parse(text) as {
      machine: { states: Record<string, { meta?: { beats?: object[] } }> }
    }
    const beats = Object.values(scenario.machine.states).find(({ meta }) => meta?.beats)!.meta!.beats!
    Object.assign(beats[0]!, { media: { file: 'gone.png', words: { en: 'x', fr: 'x' } } })
    writeFileSync(at('telegram-bribe.scenario.json'), JSON.stringify(scenario))
    const answer = await packFile([at('telegram-bribe.scenario.json')], at('f.htl'), await say())
    expect(answer).toMatchObject({ code: 1 })
    expect(existsSync(at('f.htl'))).toBe(false)
  })
})

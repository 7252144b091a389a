import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textsOfFile } from '../../src/cli/texts'
import { diffFiles, mergeFiles } from '../../src/cli/versions'
import { UsageError } from '../../src/cli/files'
import { loadLanguage, type Language } from '../../src/cli/told'
import { loadTexts } from '../../src/texts/translate'
import { SCENARIOS } from '../domain/authoring/shipped'

const base = path.join(SCENARIOS, 'telegram-bribe.scenario.json')
const text = readFileSync(base, 'utf8')
let folder: string
let en: Language
let fr: Language
const file = (name: string, content: string): string => {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'versions-'))
  ;[en, fr] = [await loadLanguage('en'), await loadLanguage('fr')]
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('htl diff', () => {
  it('ends with 0 where both say the same, laid out as they like', async () => {
    const other = file('same.scenario.json', JSON.stringify(JSON.parse(text)))
    expect(await diffFiles([base, other], en)).toMatchObject({
      code: 0,
      json: { same: true, changes: [] },
    })
  })

  it('says in the language that is asked for what changed, and ends with 1', async () => {
    const other = file('b.scenario.json', text.replace('"minutes": 6', '"minutes": 7'))
    expect(await diffFiles([base, other], en)).toMatchObject({
      code: 1,
      text: '‘minutes’ is now ‘7’; it was ‘6’',
    })
    expect((await diffFiles([base, other], fr)).text).toMatch(/désormais «\s7\s»/)
  })

  it('refuses what it can’t read', async () => {
    const broken = file('broken.scenario.json', '{')
    await expect(diffFiles([base, broken], en)).rejects.toThrow(UsageError)
    await expect(diffFiles([base, path.join(folder, 'nowhere.json')], en)).rejects.toThrow(UsageError)
    await expect(diffFiles([base], en)).rejects.toThrow(UsageError)
  })

  it.each([
    [
      'a name that stands twice',
      text.replace('{', '{"version": "9.9.9",'),
      /double-name[^]*‘version’ stands twice/,
    ],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), /not-utf8[^]*UTF-16/],
    ['a comma too many', text.replace(/\}\s*$/, ',}'), /not-json[^]*line \d+/],
    ['a list', '[]', /wrong-type/],
  ])('says of a file with %s what is wrong and where, as htl validate does', async (_, content, told) => {
    const other = path.join(folder, 'faulty.scenario.json')
    writeFileSync(other, content)
    const asks = [
      diffFiles([base, other], en),
      mergeFiles([base, other, base], path.join(folder, 'never.json'), en),
      textsOfFile([other], { to: 'de', out: path.join(folder, 'never.csv') }, en),
    ]
    for (const ask of asks) {
      const error: unknown = await ask.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(UsageError)
      expect((error as UsageError).say(await loadTexts('en', 'cli'))).toMatch(told)
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('never'))).toEqual([])
  })
})

describe('htl merge', () => {
  it('writes both edits with the layout of mine, and ends with 0', async () => {
    const mine = file('mine.scenario.json', text.replace('"minutes": 6', '"minutes": 7'))
    const theirs = file('theirs.scenario.json', text.replace('"version": "', '"version": "9'))
    const out = path.join(folder, 'out.scenario.json')
    expect(await mergeFiles([base, mine, theirs], out, en)).toMatchObject({ code: 0 })
    expect(readFileSync(out, 'utf8')).toBe(
      text.replace('"minutes": 6', '"minutes": 7').replace('"version": "', '"version": "9'),
    )
  })

  it('tells both sides where they touch, and ends with 1', async () => {
    const mine = file('mine.scenario.json', text.replace('"minutes": 6', '"minutes": 7'))
    const theirs = file('theirs.scenario.json', text.replace('"minutes": 6', '"minutes": 8'))
    const { code, text: told } = await mergeFiles([base, mine, theirs], path.join(folder, 'out.json'), en)
    expect(code).toBe(1)
    expect(told).toContain('mine: ‘minutes’ is now ‘7’')
    expect(told).toContain('theirs: ‘minutes’ is now ‘8’')
  })
})

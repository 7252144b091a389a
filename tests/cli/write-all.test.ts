import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../src/cli/files'
import { textsOfFile } from '../../src/cli/texts'
import { loadLanguage } from '../../src/cli/told'
import { mergeFiles } from '../../src/cli/versions'
import { writeAll } from '../../src/cli/write-all'
import { loadTexts } from '../../src/texts/translate'
import { SCENARIOS } from '../domain/authoring/shipped'

const base = path.join(SCENARIOS, 'telegram-bribe.scenario.json')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'write-all-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const said = async (error: unknown): Promise<string> =>
  (error as UsageError).say(await loadTexts('en', 'cli'))

describe('writing files', () => {
  it('leaves the folder as it was when one of them can’t be written', () => {
    const at = path.join(folder, 'all')
    mkdirSync(path.join(at, 'b', 'in-the-way'), { recursive: true })
    writeFileSync(path.join(at, 'kept'), 'kept')
    const files = ['a', 'b'].map((name) => ({ path: path.join(at, name), content: name }))
    expect(() => writeAll(files, [])).toThrow(UsageError)
    expect(readdirSync(at).sort()).toEqual(['b', 'kept'])
    expect(readFileSync(path.join(at, 'kept'), 'utf8')).toBe('kept')
  })

  const nowhere = () => path.join(folder, 'nowhere', 'out.json')
  it.each([
    ['htl merge', async () => mergeFiles([base, base, base], nowhere(), await loadLanguage('en'))],
    [
      'htl texts',
      async () =>
        textsOfFile([base], { to: 'fr', out: nowhere().replace('.json', '.csv') }, await loadLanguage('en')),
    ],
  ])('is refused by %s as a write, with the place', async (_, ask) => {
    const error = await ask().then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(UsageError)
    expect(await said(error)).toMatch(/nowhere.*can’t be written.*ENOENT.*Its folder is not there: make it/)
  })
})

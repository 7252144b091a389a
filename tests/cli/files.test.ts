import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { onlyFile, readBytes, readText, UsageError } from '../../src/cli/files'
import { textsOfFile } from '../../src/cli/texts'
import { loadLanguage } from '../../src/cli/told'
import { loadTexts } from '../../src/texts/translate'
import { SCENARIOS } from '../domain/authoring/shipped'
import { htlIn } from './run-htl'

const SCENARIO_FILE = path.join(SCENARIOS, 'telegram-bribe.scenario.json')

const folder = mkdtempSync(path.join(tmpdir(), 'htl-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Returns what a person is told in place of a result. */
async function told(work: () => unknown, locale: 'en' | 'fr' = 'en'): Promise<string> {
  try {
    work()
  } catch (error) {
    if (error instanceof UsageError) return error.say(await loadTexts(locale, 'cli'))
    throw error
  }
  return 'done'
}

describe('a file that can’t be read', () => {
  it('is told with its place, the code, and what to do', async () => {
    const nowhere = path.join(folder, 'nowhere.json')
    expect(await told(() => readText(nowhere))).toBe(
      `${nowhere} can’t be read (ENOENT). There is no such file: check its name and folder.`,
    )
    expect(await told(() => readBytes(folder, 9))).toContain('(EISDIR). It is a folder: name a file in it.')
    expect(await told(() => readBytes(folder, 9), 'fr')).toContain('(EISDIR). C’est un dossier')
    expect(await told(() => onlyFile([''], 'verify', 'name.certificate'))).toContain('name one file')
  })

  it('is told where test plans are looked for in a folder that is not there', () => {
    const { status, stdout, stderr } = htlIn(folder, 'test')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^\S*scenarios can’t be read \(ENOENT\)\..*\n$/)
  })

  it.skipIf(process.platform === 'win32')(
    'may be a link that leads back to itself, or never end',
    async () => {
      const loop = path.join(folder, 'loop')
      symlinkSync('loop', loop)
      expect(await told(() => readText(loop))).toContain('(ELOOP). It is a link that leads back to itself')
      expect(readBytes('/dev/zero', 1000)).toHaveLength(1001)
    },
  )

  it('is read no further than allowed', async () => {
    const huge = path.join(folder, 'huge.json')
    writeFileSync(huge, '')
    truncateSync(huge, 200_000_000)
    expect(await told(() => readText(huge))).toContain('has more than 16 MB and was not opened')
    writeFileSync(huge, 'Zoé')
    expect(readText(huge, 4)).toBe('Zoé')
    expect(await told(() => readText(huge, 3))).toContain('was not opened')
  })

  it.skipIf(process.platform === 'win32')(
    'is read no further than allowed where a translator’s file is named',
    async () => {
      const say = await loadLanguage('en')
      const error: unknown = await textsOfFile([SCENARIO_FILE], { in: '/dev/zero' }, say).catch(
        (thrown: unknown) => thrown,
      )
      expect(error).toBeInstanceOf(UsageError)
    },
  )
})

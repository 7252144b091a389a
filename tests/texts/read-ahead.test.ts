/** Compares the texts as a program contains them with their sources. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path, { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { areasNotReadBy, areasReadBy } from '../../build/text-areas'
import {
  areasIn,
  COMMAND_LINE_AREAS,
  messagesOf,
  readAhead,
  textsReadAhead,
  valuesOf,
} from '../../build/texts'
import { FACTS, LOCALES, type Words } from '../../src/texts/generated'
import { translator } from '../../src/texts/translate'

const FOLDER = path.resolve(__dirname, '../../src/texts')

/** Returns a value for each that a message needs; several rounds show more than one branch. */
const valuesFor = (message: string, round: number) =>
  Object.fromEntries(
    [...valuesOf(message)].map(([name, type]) => {
      if (type === 'number') return [name, [0, 1, 2, 1234567.5][round]!]
      if (type === 'Date | number') return [name, new Date(Date.UTC(2026, round, 28, 14, 5))]
      return [name, ['yes', 'none', 'some {braces} & ’', '12'][round]!]
    }),
  )

describe.each(LOCALES)('texts in %s that the build has read', (locale) => {
  it.each(areasIn(FOLDER, locale))('say what they say as they are written: %s', (area) => {
    const messages = messagesOf(FOLDER, locale, area)
    // The texts go through JSON, as in a program.
    const ahead = JSON.parse(
      textsReadAhead(FOLDER).transform(JSON.stringify(messages), `${FOLDER}/${locale}/${area}.json`)!,
    ) as typeof messages
    const say = (words: typeof messages) =>
      translator(words as Words<'app'>, locale) as unknown as (key: string, values: object) => string
    const [written, read] = [say(messages), say(ahead)]
    for (const [key, message] of Object.entries(messages)) {
      for (let round = 0; round < 4; round += 1) {
        const values = valuesFor(message, round)
        expect(read(key, values), key).toBe(written(key, values))
      }
    }
  })

  it('need every value', () => {
    const words = { 'app.cancel': readAhead('To {name}', FACTS[locale]) } as unknown as Words<'app'>
    const say = translator(words, locale) as unknown as (key: string, values?: object) => string
    expect(say('app.cancel', { name: 'Priya' })).toBe('To Priya')
    expect(() => say('app.cancel')).toThrow('name')
  })
})

it('other files are left to others', () => {
  const { transform } = textsReadAhead(FOLDER)
  expect(transform('{}', '/elsewhere/package.json')).toBeUndefined()
})

describe('an area that a program goes without', () => {
  const reads = (layer: string): string =>
    (readdirSync(join('src', layer), { recursive: true }) as string[])
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join('src', layer, name), 'utf8'))
      .join('\n')
  const texts = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && name !== 'generated.ts')
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    .join('\n')
  const asked = (source: string, area: string) =>
    new RegExp(`(?:loadTexts|textHook|Translate|KeyOf|read)[(<](?:[^()>]|\\([^()]*\\))*'${area}'`, 's').test(
      source,
    )

  it.each(COMMAND_LINE_AREAS)('%s is read by neither main nor the pages', (area) => {
    expect(asked(reads('main'), area)).toBe(false)
    expect(asked(reads('renderer'), area)).toBe(false)
    expect(asked(texts, area)).toBe(false)
  })

  const main = reads('main')
  /** Modules of texts that main imports; the others are for pages and the command line. */
  const mains = readdirSync(FOLDER)
    .filter((name) => main.includes(`/texts/${name.replace(/\.ts$/, '')}'`) && name !== 'generated.ts')
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    .join('\n')

  it.each(areasNotReadBy('src/main', FOLDER))('%s is not read by main', (area) => {
    expect(asked(main, area)).toBe(false)
    expect(asked(mains, area)).toBe(false)
  })

  it.each(areasReadBy('src/main', FOLDER))('%s is read by main', (area) => {
    expect(asked(main + mains, area)).toBe(true)
  })

  it('says nothing in that program, where another area says all', () => {
    const { transform } = textsReadAhead(FOLDER, ['cli'])
    expect(transform('{"a":"b"}', `${FOLDER}/en/cli.json`)).toBe('{}')
    expect(JSON.parse(transform('{"a":"b"}', `${FOLDER}/en/app.json`)!)).toEqual({ a: 'b' })
  })
})

describe('the areas that a program reads', () => {
  const root = mkdtempSync(join(tmpdir(), 'areas-'))
  const [program, texts] = [join(root, 'program'), join(root, 'texts')]
  const write = (files: Readonly<Record<string, string>>): void => {
    rmSync(root, { recursive: true, force: true })
    for (const [name, code] of Object.entries(files)) {
      mkdirSync(path.dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), code)
    }
  }
  const used = {
    'texts/words.ts': "import { more } from './more'\nimport type { Other } from './other'",
    'texts/more.ts': "import en from './en/papers.json'",
    'texts/other.ts': "loadTexts(locale, 'other')",
  }
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('are those that it names, and those of the modules of texts that it imports', () => {
    write({
      ...used,
      'program/deep/er.ts':
        "import { w } from '../../texts/words'\nimport './other'\nloadTexts(localeFor(a ?? b), 'dialogs')",
      'program/menu.ts': "loadTexts(\n  locale,\n  'menu',\n)",
    })
    expect(areasReadBy(program, texts)).toEqual(['dialogs', 'menu', 'papers'])
  })

  it.each(['loadTexts(locale, area)', "loadTexts(f(g(h)), 'menu')"])('can’t be told from %s', (call) => {
    write({ ...used, 'program/a.ts': `loadTexts(locale, 'menu')\n${call}` })
    expect(() => areasReadBy(program, texts)).toThrow('a.ts')
  })
})

/** Compares the texts as a program contains them with their sources. */
import { readdirSync, readFileSync } from 'node:fs'
import path, { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  areasIn,
  COMMAND_LINE_AREAS,
  messagesOf,
  PAGE_AREAS,
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
    new RegExp(`(?:loadTexts|textHook|Translate|KeyOf|read)[(<][^)>]*'${area}'`, 's').test(source)

  it.each(COMMAND_LINE_AREAS)('%s is read by neither main nor the pages', (area) => {
    expect(asked(reads('main'), area)).toBe(false)
    expect(asked(reads('renderer'), area)).toBe(false)
    expect(asked(texts, area)).toBe(false)
  })

  it.each(PAGE_AREAS)('%s is not read by main', (area) => {
    expect(asked(reads('main'), area)).toBe(false)
    expect(asked(texts, area)).toBe(false)
  })

  it('says nothing in that program, where another area says all', () => {
    const { transform } = textsReadAhead(FOLDER, ['cli'])
    expect(transform('{"a":"b"}', `${FOLDER}/en/cli.json`)).toBe('{}')
    expect(JSON.parse(transform('{"a":"b"}', `${FOLDER}/en/app.json`)!)).toEqual({ a: 'b' })
  })
})

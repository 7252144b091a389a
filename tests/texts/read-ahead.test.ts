/** The texts as a program carries them, against the same ones as they are written. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { areasIn, messagesOf, readAhead, textsReadAhead, valuesOf } from '../../build/texts'
import { FACTS, LOCALES, type Words } from '../../src/texts/generated'
import { translator } from '../../src/texts/translate'

const FOLDER = path.resolve(__dirname, '../../src/texts')

/** A value for each that a message needs; several, so that more than one branch is shown. */
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
    // Through JSON, as a program reads them.
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

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  areasIn,
  credentialModule,
  faultsIn,
  localesIn,
  localesModule,
  messagesOf,
  textsModule,
} from '../../build/texts'

const REAL = path.resolve(__dirname, '../../src/texts')
/** An invented language: English with accents, in which a forgotten text is noticed. */
const PSEUDO = 'en-XA'

/** Puts accents on the words of a message, but not on the text in braces or on the signs of ICU. */
function pseudo(message: string): string {
  const spans: [from: number, to: number][] = []
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal && element.location) {
        spans.push([element.location.start.offset, element.location.end.offset])
      }
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) walk(value)
      }
    }
  }
  walk(parse(message, { captureLocation: true }))
  const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' }
  return spans.reduceRight(
    (text, [from, to]) =>
      text.slice(0, from) +
      text.slice(from, to).replace(/[aeiou]/g, (letter) => accents[letter]!) +
      text.slice(to),
    message,
  )
}

const folder = mkdtempSync(path.join(tmpdir(), 'texts-'))
beforeAll(() => {
  // The TypeScript project is left out, because its base would be missing.
  cpSync(REAL, folder, { recursive: true, filter: (file) => !file.endsWith('tsconfig.json') })
  mkdirSync(path.join(folder, PSEUDO))
  writeFileSync(
    path.join(folder, PSEUDO, 'locale.json'),
    JSON.stringify({ name: 'Ácçéñts', region: 'en-GB', punctuation: 'close' }),
  )
  for (const area of areasIn(REAL, 'en')) {
    const messages = Object.entries(messagesOf(REAL, 'en', area)).map(([key, text]) => [key, pseudo(text)])
    writeFileSync(path.join(folder, PSEUDO, `${area}.json`), JSON.stringify(Object.fromEntries(messages)))
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a language more', () => {
  it('is a folder: it is listed, and fits the others', () => {
    expect(localesIn(folder).sort()).toEqual([...localesIn(REAL), PSEUDO].sort())
    expect(localesIn(folder)[0]).toBe('en')
    expect(faultsIn(folder)).toEqual([])
    expect(localesModule(folder)).toContain(`'${PSEUDO}'`)
    expect(credentialModule(folder)).toContain(`./${PSEUDO}/credential.json`)
  })

  it('is read by the module that is written from the folders', async () => {
    writeFileSync(path.join(folder, 'generated.ts'), textsModule(folder))
    const written = (await import(pathToFileURL(path.join(folder, 'generated.ts')).href)) as {
      LOCALES: string[]
      FACTS: Record<string, { name: string }>
      READ: Record<string, Record<string, () => Promise<{ default: Record<string, string> }>>>
    }
    expect(written.LOCALES).toContain(PSEUDO)
    expect(written.FACTS[PSEUDO]?.name).toBe('Ácçéñts')
    const { default: app } = await written.READ[PSEUDO]!['app']!()
    expect(new IntlMessageFormat(app['app.cancel']!, 'en').format()).toBe('Cáncél')
  })

  it.each([
    [
      'a key that is missing',
      (texts: Record<string, string>) => delete texts['app.cancel'],
      '‘app.cancel’ is missing',
    ],
    [
      'a key that nobody knows',
      (texts: Record<string, string>) => (texts['app.cancle'] = 'x'),
      'is not known',
    ],
    [
      'another value',
      (texts: Record<string, string>) => (texts['learn.minutes-left'] = '{minuets} left'),
      'uses the values minuets, not minutes',
    ],
    ['an empty text', (texts: Record<string, string>) => (texts['app.cancel'] = ' '), 'is empty'],
    [
      'a brace that is not closed',
      (texts: Record<string, string>) => (texts['app.cancel'] = '{a'),
      'is no message',
    ],
  ])('is refused with %s', (_, spoil, said) => {
    const file = path.join(folder, PSEUDO, 'app.json')
    const before = readFileSync(file, 'utf8')
    const texts = JSON.parse(before) as Record<string, string>
    spoil(texts)
    writeFileSync(file, JSON.stringify(texts))
    const faults = faultsIn(folder)
    writeFileSync(file, before)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(said)
  })
})

it('the module changes with the keys of a text, so that it is compiled anew, and not with the words', () => {
  const file = path.join(folder, 'en', 'app.json')
  const before = readFileSync(file, 'utf8')
  const written = textsModule(folder)
  const writtenWith = (texts: object): string => {
    writeFileSync(file, JSON.stringify(texts))
    const module = textsModule(folder)
    writeFileSync(file, before)
    return module
  }
  const { 'app.cancel': cancel, ...others } = JSON.parse(before) as Record<string, string>
  expect(writtenWith({ 'app.abort': cancel, ...others })).not.toBe(written)
  expect(writtenWith({ 'app.cancel': 'Abort', ...others })).toBe(written)
})

describe('code', () => {
  /** Finds languages that are named in code, and words of one language beside those of another. */
  const NAMES_A_LANGUAGE = /'fr'|"fr"|\bfr\s*:|\bfr-[A-Z]{2}\b/
  /**
   * Files that may name languages: the list of languages, and the published profile of statements, whose words are part
   * of its version.
   */
  const MAY = [
    'bridge/locales.ts',
    'domain/xapi/extensions.ts',
    'domain/xapi/profile.ts',
    'domain/xapi/vocabulary.ts',
  ]

  it.each([
    "locale === 'fr' ? 'Nom' : 'Name'",
    "const WORDS = { en: 'Name', fr: 'Nom' }",
    "const REGION = { en: 'en-GB', 'fr': 'x' }",
    "new Intl.NumberFormat('fr-FR')",
  ])('would be caught at %s', (planted) => {
    expect(NAMES_A_LANGUAGE.test(planted)).toBe(true)
  })

  it('names no single language: all words stand in src/texts', () => {
    const root = path.resolve(REAL, '..')
    const naming = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('texts/'))
      .filter((file) => {
        const code = readFileSync(path.join(root, file), 'utf8').replaceAll(
          /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
          '',
        )
        return NAMES_A_LANGUAGE.test(code)
      })
    expect(naming.filter((file) => !MAY.includes(file))).toEqual([])
    expect(MAY.filter((file) => !naming.includes(file))).toEqual([])
  })
})

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { isPlain, spaced, type Message } from '../src/texts/message'

/** Texts are first written in this language. Its messages define the values that each text needs. */
export const FIRST = 'en'
const FACTS = 'locale.json'

/** Areas for the command line only; the application leaves them out. */
export const COMMAND_LINE_AREAS = ['cli', 'test-plans'] as const
/** Areas for the reviewers' page only, which is built separately. */
export const REVIEW_AREAS = ['review'] as const
export type Messages = Readonly<Record<string, string>>

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** Returns the locales in a folder of texts, by name, the first language first. */
export const localesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, FACTS)))
    .map((entry) => entry.name)
    .sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || a.localeCompare(b, 'en'))

/** Returns the areas of a locale, by name. */
export const areasIn = (folder: string, locale: string): string[] =>
  readdirSync(path.join(folder, locale))
    .filter((name) => name.endsWith('.json') && name !== FACTS)
    .map((name) => name.slice(0, -'.json'.length))
    .sort()

export const messagesOf = (folder: string, locale: string, area: string): Messages =>
  readJson(path.join(folder, locale, `${area}.json`)) as Messages

/** Returns a message as a program contains it: parsed and typeset. */
export function readAhead(message: string, { punctuation }: { readonly punctuation: string }): Message {
  const text = punctuation === 'spaced' ? spaced(message) : message
  return isPlain(text) ? text : parse(text)
}

/**
 * A build plugin that replaces the texts by the result of `readAhead`, and the formatting library by one without its
 * parser.
 * @param without areas that this program does not use, such as those of the command line
 */
export const textsReadAhead = (folder: string, without: readonly string[] = []) => ({
  name: 'texts-read-ahead',
  enforce: 'pre' as const,
  config: () => ({
    resolve: {
      alias: {
        '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
      },
    },
  }),
  transform(code: string, id: string): string | undefined {
    const [, locale, area] = /\/src\/texts\/([^/]+)\/([^/]+)\.json$/.exec(id) ?? []
    if (locale === undefined) return undefined
    if (area !== undefined && without.includes(area)) return '{}'
    const facts = readJson(path.join(folder, locale, FACTS)) as { readonly punctuation: string }
    const messages = Object.entries(JSON.parse(code) as Messages)
    return JSON.stringify(
      Object.fromEntries(messages.map(([key, message]) => [key, readAhead(message, facts)])),
    )
  },
})

const TYPES: Partial<Record<TYPE, string>> = {
  [TYPE.number]: 'number',
  [TYPE.plural]: 'number',
  [TYPE.date]: 'Date | number',
  [TYPE.time]: 'Date | number',
  [TYPE.select]: 'string',
}

/** Returns the values that a message needs, with their types. */
export function valuesOf(message: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      if (element.type === TYPE.tag) {
        walk(element.children)
        continue
      }
      const type = TYPES[element.type] ?? 'string | number'
      const known = found.get(element.value)
      // A value that is shown in one place and counted in another must be a number.
      if (known === undefined || known === 'string | number') found.set(element.value, type)
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) walk(value)
      }
    }
  }
  walk(parse(message))
  return found
}

const shown = (values: ReadonlyMap<string, string>): string => [...values.keys()].sort().join(', ') || 'none'

/**
 * Finds differences between a language and the first one.
 * @returns sentences; none if all is well
 */
export function faultsIn(folder: string): string[] {
  const faults: string[] = []
  const areas = areasIn(folder, FIRST)
  for (const locale of localesIn(folder)) {
    const own = areasIn(folder, locale)
    for (const area of areas) if (!own.includes(area)) faults.push(`${locale}/${area}.json is missing`)
    for (const area of own) {
      if (!areas.includes(area)) {
        faults.push(`${locale}/${area}.json: ${FIRST} has no such area`)
        continue
      }
      const first = messagesOf(folder, FIRST, area)
      const messages = messagesOf(folder, locale, area)
      for (const key of Object.keys(first)) {
        if (messages[key] === undefined) faults.push(`${locale}/${area}.json: ‘${key}’ is missing`)
      }
      for (const [key, message] of Object.entries(messages)) {
        const place = `${locale}/${area}.json: ‘${key}’`
        const wanted = first[key]
        if (wanted === undefined) faults.push(`${place} is not known`)
        else if (message.trim() === '') faults.push(`${place} is empty`)
        else {
          try {
            const [mine, theirs] = [shown(valuesOf(message)), shown(valuesOf(wanted))]
            if (mine !== theirs) faults.push(`${place} uses the values ${mine}, not ${theirs}`)
          } catch (cause) {
            faults.push(`${place} is no message: ${(cause as Error).message}`)
          }
        }
      }
    }
  }
  return faults
}

const name = (word: string): string => (/^[A-Za-z_$][\w$]*$/.test(word) ? word : `'${word}'`)

const sumOfKeys = (messages: Messages): string =>
  createHash('sha256').update(Object.keys(messages).sort().join('\n')).digest('hex').slice(0, 8)

/**
 * Returns the TypeScript module that lists the languages, loads one at a time, and says which values a text needs. The
 * compiler takes the keys from the JSON files.
 */
export function textsModule(folder: string): string {
  const locales = localesIn(folder)
  const areas = areasIn(folder, FIRST)
  const values = areas.flatMap((area) => {
    const lines = Object.entries(messagesOf(folder, FIRST, area)).flatMap(([key, message]) => {
      const needed = [...valuesOf(message)].map(([value, type]) => `${name(value)}: ${type}`)
      return needed.length === 0 ? [] : [`    ${name(key)}: { ${needed.join('; ')} }`]
    })
    return lines.length === 0 ? [] : [`  ${name(area)}: {\n${lines.join('\n')}\n  }`]
  })
  const facts = locales.map(
    (locale) => `  ${name(locale)}: ${JSON.stringify(readJson(path.join(folder, locale, FACTS)))},`,
  )
  const loader = (locale: string, area: string) => `${name(area)}: () => import('./${locale}/${area}.json'),`
  const first = areas.map(
    (area) => `  ${loader(FIRST, area)} // ${sumOfKeys(messagesOf(folder, FIRST, area))}`,
  )
  const loaders = locales
    .filter((locale) => locale !== FIRST)
    .map(
      (locale) =>
        `  ${name(locale)}: {\n${areas.map((area) => `    ${loader(locale, area)}`).join('\n')}\n  },`,
    )
  return `// Written by \`npm run generate\` from the folders beside this file.
/* oxlint-disable max-lines -- as long as there are texts */
import type { LocaleFacts } from './facts'
import type { Message } from './message'

/** The languages of the program, the first one first. */
export const LOCALES = [${locales.map((locale) => `'${locale}'`).join(', ')}] as const
export type Locale = (typeof LOCALES)[number]

export const FACTS: Readonly<Record<Locale, LocaleFacts>> = {
${facts.join('\n')}
}

/**
 * Reads the texts of an area in the first language, whose keys are those of every language. Behind each area is a sum of
 * its keys: a build that only compiles what changed looks at keys again when this module changes, not when they do.
 */
const FIRST = {
${first.join('\n')}
}
type First = typeof FIRST

/** Every area. */
export const AREAS = [${areas.map((area) => `'${area}'`).join(', ')}] as const
export type Area = keyof First

/** The values of the texts that need some. */
interface Values {
${values.join('\n')}
}
type Nothing = Record<never, never>
type ValuesOf<A extends Area, K> = A extends keyof Values ? (K extends keyof Values[A] ? Values[A][K] : Nothing) : Nothing

/** Every text by area and key, with the values that it needs. */
export type Texts = {
  [A in Area]: { [K in keyof Awaited<ReturnType<First[A]>>['default']]: ValuesOf<A, K> }
}
export type Words<A extends Area> = Readonly<Record<keyof Texts[A], Message>>

/** Reads the texts of an area in a language: a file of its own each. */
export const READ: Readonly<
  Record<Locale, { readonly [A in Area]: () => Promise<{ readonly default: Words<A> }> }>
> = {
  ${name(FIRST)}: FIRST,
${loaders.join('\n')}
}
`
}

/** Returns the module of the languages for the bridge, which may not import texts. */
export const localesModule = (
  folder: string,
): string => `// Written by \`npm run generate\` from the folders in src/texts.

/** The languages of the interface. */
export const INTERFACE_LOCALES = [${localesIn(folder)
  .map((locale) => `'${locale}'`)
  .join(', ')}] as const
export type InterfaceLocale = (typeof INTERFACE_LOCALES)[number]
`

/**
 * Writes the module with the texts of credentials in all languages. A certificate is written within a transaction,
 * which can't wait for a file.
 */
export function credentialModule(folder: string): string {
  const locales = localesIn(folder).map((locale) => [name(locale), `./${locale}/credential.json`] as const)
  const variable = (index: number) => `words${index}`
  return `// Written by \`npm run generate\` from the folders beside this file.
${locales.map(([, file], index) => `import ${variable(index)} from '${file}'`).join('\n')}
import type { Locale, Words } from './generated'

export const CREDENTIAL: Readonly<Record<Locale, Words<'credential'>>> = {
${locales.map(([locale], index) => `  ${locale}: ${variable(index)},`).join('\n')}
}
`
}

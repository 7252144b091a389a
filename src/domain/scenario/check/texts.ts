import { parse as parseMessage, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { error, type Issue } from '../issue'
import type { Localized, Scenario } from '../schema'
import { eachText, NOWHERE, type Text } from '../texts'
import { PLACEHOLDERS } from '../vocabulary'

/** A text without any of these is plain words. */
const SPECIAL = /[<[\]&{}]/

function unwelcomeMarkdown(node: Nodes): string | undefined {
  if (node.type === 'html') return 'HTML'
  if (node.type === 'link' || node.type === 'linkReference' || node.type === 'definition') return 'a link'
  if (node.type === 'image' || node.type === 'imageReference') return 'a picture'
  for (const child of 'children' in node ? node.children : []) {
    const found = unwelcomeMarkdown(child)
    if (found) return found
  }
  return undefined
}

function argumentsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      return [element.value, ...Object.values(element.options).flatMap((option) => argumentsIn(option.value))]
    }
    return element.type === TYPE.tag ? argumentsIn(element.children) : [element.value]
  })
}

function checkText(text: string, keys: readonly PropertyKey[]): Issue[] {
  const issues: Issue[] = []
  if (/[<[\]&]/.test(text)) {
    const found = unwelcomeMarkdown(fromMarkdown(text))
    if (found)
      issues.push(
        error(
          'unwelcome-markup',
          keys,
          `This text contains ${found}. Texts may have emphasis and lists only.`,
        ),
      )
  }
  if (/[{}]/.test(text)) {
    try {
      const unknown = argumentsIn(parseMessage(text, { ignoreTag: true })).filter(
        (name) => !PLACEHOLDERS.some((known) => known === name),
      )
      for (const name of unknown) {
        issues.push(
          error(
            'unknown-placeholder',
            keys,
            `{${name}} is not known. Known: ${PLACEHOLDERS.map((known) => `{${known}}`).join(', ')}.`,
          ),
        )
      }
    } catch {
      issues.push(
        error(
          'bad-placeholder',
          keys,
          'A curly bracket in this text is not closed. Placeholders look like {trainee}.',
        ),
      )
    }
  }
  return issues
}

function isSound(text: Localized, locales: readonly string[]): boolean {
  for (const locale of locales) if (text[locale] === undefined) return false
  for (const locale in text) {
    if (!locales.includes(locale)) return false
    const words = text[locale]!
    if (SPECIAL.test(words) && checkText(words, []).length > 0) return false
  }
  return true
}

/** Languages that are whole, markup and placeholders that a text may have. */
export function checkTexts(scenario: Scenario): Issue[] {
  const locales = Object.keys(scenario.title)
  const issues: Issue[] = []
  if (locales.length === 0) return [error('missing', ['title'], 'The title has no language.')]
  // Places are made only once something is wrong: a large scenario has very many texts.
  let sound = true
  const look = (text: Text) => {
    if (sound && typeof text !== 'string') sound = isSound(text, locales)
  }
  eachText(scenario, look, NOWHERE)
  if (sound) return []
  eachText(scenario, (text, place) => {
    if (typeof text === 'string') return
    for (const locale of locales) {
      if (text[locale] === undefined) {
        issues.push(
          error(
            'missing-translation',
            [...place.keys, locale],
            `This text has no version in ‘${locale}’, which the title has.`,
          ),
        )
      }
    }
    for (const locale in text) {
      if (!locales.includes(locale)) {
        issues.push(
          error(
            'stray-translation',
            [...place.keys, locale],
            `This text has a version in ‘${locale}’, which the title lacks.`,
          ),
        )
      }
      const words = text[locale]!
      if (SPECIAL.test(words)) issues.push(...checkText(words, [...place.keys, locale]))
    }
  })
  return issues
}

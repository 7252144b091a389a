import { parse as parseMessage, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { error, type Issue } from '../issue'
import type { Localized, Scenario } from '../schema'
import { PLACEHOLDERS } from '../vocabulary'

interface PlacedText {
  readonly keys: readonly PropertyKey[]
  readonly texts: Localized
}

/** Keys whose value is one text in several languages. */
const LOCALIZED_KEYS: ReadonlySet<string> = new Set([
  'title', 'summary', 'keep', 'incident', 'relation', 'label', 'status', 'identity', 'note', 'role', 'text',
  'presence', 'say', 'did', 'why', 'debrief', 'place', 'subject', 'phrase', 'name', 'value', 'masked',
]) // prettier-ignore

/** Every text of a scenario with where it stands. */
export function placedTexts(scenario: Scenario): PlacedText[] {
  const found: PlacedText[] = []
  // One list for the way down, copied only where a text is found.
  const keys: PropertyKey[] = []
  const walk = (value: unknown, inList: boolean): void => {
    if (typeof value !== 'object' || value === null) return
    const key = keys[keys.length - 1]
    if (Array.isArray(value)) {
      value.forEach((entry, i) => {
        keys.push(i)
        walk(entry, key === 'attachments')
        keys.pop()
      })
      return
    }
    const parent = keys[keys.length - 2]
    const isId = parent === 'states' || parent === 'on' || parent === 'cast' || parent === 'cues'
    if (inList || (typeof key === 'string' && !isId && LOCALIZED_KEYS.has(key))) {
      found.push({ keys: [...keys], texts: value as Localized })
      return
    }
    for (const name in value) {
      keys.push(name)
      walk((value as Record<string, unknown>)[name], false)
      keys.pop()
    }
  }
  walk(scenario, false)
  return found
}

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

/** Languages that are whole, markup and placeholders that a text may have, phrases of cues that their text contains. */
export function checkTexts(scenario: Scenario): Issue[] {
  const locales = Object.keys(scenario.title)
  const issues: Issue[] = []
  if (locales.length === 0) issues.push(error('missing', ['title'], 'The title has no language.'))
  for (const { keys, texts } of placedTexts(scenario)) {
    for (const locale of locales) {
      if (texts[locale] === undefined) {
        issues.push(
          error(
            'missing-translation',
            [...keys, locale],
            `This text has no version in ‘${locale}’, which the title has.`,
          ),
        )
      }
    }
    for (const locale in texts) {
      if (!locales.includes(locale)) {
        issues.push(
          error(
            'stray-translation',
            [...keys, locale],
            `This text has a version in ‘${locale}’, which the title lacks.`,
          ),
        )
      }
      const text = texts[locale]!
      if (/[<[\]&{}]/.test(text)) issues.push(...checkText(text, [...keys, locale]))
    }
  }
  return issues
}

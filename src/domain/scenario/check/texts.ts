import { error, type Issue } from '../issue'
import type { Localized, Scenario } from '../schema'
import { eachText, NOWHERE, type Text } from '../texts'
import { PLACEHOLDERS } from '../vocabulary'

/** What no screen shows as it was written. */
// oxlint-disable-next-line no-control-regex -- that is what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u
/** A text without any of these is plain words. */
const SPECIAL = new RegExp(`[<[\\]&{}]|${CONTROL.source}`, 'u')

const MARKUP: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a picture', /!\[[^\]\n]*\][([]/],
  ['a link', /\[[^\]\n]+\]\([^)\n]*\)|<(?:https?|mailto):[^>\s]*>/i],
  ['HTML', /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!--|&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-f]+);/i],
]

/** Texts that are shown as prose, or whose placeholders are filled in otherwise. */
const FILLED: ReadonlySet<PropertyKey> = new Set([
  'text',
  'say',
  'did',
  'why',
  'debrief',
  'keep',
  'incident',
  'place',
  'words',
  'phrase',
])

const known = PLACEHOLDERS.map((name) => `{${name}}`)

function checkPlaceholders(text: string, keys: readonly PropertyKey[]): Issue[] {
  const issues: Issue[] = []
  const rest = text.replace(/\{([\p{L}\p{N}_-]*)\}/gu, (whole, name: string) => {
    if (!known.includes(whole)) {
      issues.push(error('unknown-placeholder', keys, `{${name}} is not known. Known: ${known.join(', ')}.`))
    } else if (!FILLED.has(keys[keys.length - 2]!)) {
      issues.push(
        error(
          'placeholder-not-here',
          keys,
          `${whole} is not filled in here. Use it in what is said, done and explained.`,
        ),
      )
    }
    return ''
  })
  if (/[{}]/.test(rest)) {
    issues.push(
      error(
        'bad-placeholder',
        keys,
        'A curly bracket in this text belongs to no placeholder. Placeholders look like {trainee}.',
      ),
    )
  }
  return issues
}

function checkText(text: string, keys: readonly PropertyKey[]): Issue[] {
  const issues: Issue[] = []
  const markup = MARKUP.find(([, pattern]) => pattern.test(text))
  if (markup) {
    issues.push(
      error(
        'unwelcome-markup',
        keys,
        `This text contains ${markup[0]}. Texts may have emphasis and lists only.`,
      ),
    )
  }
  const control = CONTROL.exec(text)?.[0].charCodeAt(0)
  if (control !== undefined) {
    issues.push(
      error(
        'control-character',
        keys,
        control === 13
          ? 'This text has line breaks of another system (\\r). A line break is written \\n alone.'
          : `This text has a character that can’t be shown (U+${control.toString(16).toUpperCase().padStart(4, '0')}). Remove it.`,
      ),
    )
  }
  if (/[{}]/.test(text)) issues.push(...checkPlaceholders(text, keys))
  return issues
}

function isSound(text: Localized, locales: readonly string[]): boolean {
  for (const locale of locales) if (text[locale] === undefined) return false
  for (const locale in text) {
    if (!locales.includes(locale)) return false
    const words = text[locale]!
    if (SPECIAL.test(words) && (words.includes('{') || checkText(words, []).length > 0)) return false
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

import { error, type Fault } from '../issue'
import type { Localized, Scenario } from '../schema'
import { eachText, NOWHERE, type Text } from '../texts'
import { isUnwritten, unwritten } from '../unwritten'
import { PLACEHOLDERS } from '../vocabulary'

/** Matches characters that no screen shows as they were written. */
// oxlint-disable-next-line no-control-regex -- that is what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u
/** A text that matches none of these has no markup, placeholder or control character. */
const SPECIAL = new RegExp(`[<[\\]&{}]|${CONTROL.source}`, 'u')

const MARKUP: readonly (readonly [what: 'picture' | 'link' | 'html', pattern: RegExp])[] = [
  ['picture', /!\[[^\]\n]*\][([]/],
  ['link', /\[[^\]\n]+\]\([^)\n]*\)|<(?:https?|mailto):[^>\s]*>/i],
  ['html', /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!--|&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-f]+);/i],
]

/** Properties whose placeholders are replaced when the text is shown. */
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

/**
 * The placeholders that texts may use, with their curly brackets: `own` holds the names of the scenario's variants,
 * `known` all of them.
 */
interface Names {
  readonly own: ReadonlySet<string>
  readonly known: readonly string[]
}

function namesOf({ variants }: Scenario): Names {
  const own = new Set((variants ?? []).flatMap((set) => Object.keys(set).map((name) => `{${name}}`)))
  return { own, known: [...PLACEHOLDERS.map((name) => `{${name}}`), ...own] }
}

function checkPlaceholders(text: string, keys: readonly PropertyKey[], { own, known }: Names): Fault[] {
  const faults: Fault[] = []
  const rest = text.replace(/\{([\p{L}\p{N}_-]*)\}/gu, (whole: string) => {
    if (!known.includes(whole)) {
      faults.push(error('unknown-placeholder', keys, { placeholder: whole, known }))
    } else if (!own.has(whole) && !FILLED.has(keys[keys.length - 2]!)) {
      faults.push(error('placeholder-not-here', keys, { placeholder: whole }))
    }
    return ''
  })
  if (/[{}]/.test(rest)) {
    faults.push(error('bad-placeholder', keys))
  }
  return faults
}

function checkText(text: string, keys: readonly PropertyKey[], names: Names): Fault[] {
  const faults: Fault[] = []
  const markup = MARKUP.find(([, pattern]) => pattern.test(text))
  if (markup) {
    faults.push(error('unwelcome-markup', keys, { what: markup[0] }))
  }
  const control = CONTROL.exec(text)?.[0].charCodeAt(0)
  if (control !== undefined) {
    const unicode = `U+${control.toString(16).toUpperCase().padStart(4, '0')}`
    const params = control === 13 ? ({ what: 'line-break' } as const) : ({ what: 'other', unicode } as const)
    faults.push(error('control-character', keys, params))
  }
  if (/[{}]/.test(text)) faults.push(...checkPlaceholders(text, keys, names))
  return faults
}

function isSound(text: Localized, locales: readonly string[], names: Names): boolean {
  for (const locale of locales) if (text[locale] === undefined) return false
  for (const locale in text) {
    if (!locales.includes(locale)) return false
    const words = text[locale]!
    if (isUnwritten(words)) return false
    if (SPECIAL.test(words) && (words.includes('{') || checkText(words, [], names).length > 0)) return false
  }
  return true
}

/** Checks that texts have all languages, are written, and contain only allowed markup and placeholders. */
export function checkTexts(scenario: Scenario): Fault[] {
  const locales = Object.keys(scenario.title)
  const names = namesOf(scenario)
  const faults: Fault[] = []
  if (locales.length === 0) return [error('missing', ['title'], { what: 'languages' })]
  // Places are computed only if there is a fault, because a large scenario has very many texts.
  let sound = true
  const look = (text: Text) => {
    if (sound) sound = typeof text === 'string' ? !isUnwritten(text) : isSound(text, locales, names)
  }
  eachText(scenario, look, NOWHERE)
  if (sound) return []
  eachText(scenario, (text, place) => {
    if (typeof text === 'string') {
      if (isUnwritten(text)) faults.push(unwritten(text, place.keys))
      return
    }
    for (const locale of locales) {
      if (text[locale] === undefined) {
        faults.push(error('missing-translation', [...place.keys, locale]))
      }
    }
    for (const locale in text) {
      if (!locales.includes(locale)) {
        faults.push(error('stray-translation', [...place.keys, locale]))
      }
      const words = text[locale]!
      if (isUnwritten(words)) faults.push(unwritten(words, [...place.keys, locale]))
      if (SPECIAL.test(words)) faults.push(...checkText(words, [...place.keys, locale], names))
    }
  })
  return faults
}

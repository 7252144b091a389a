/** Finds what in a text would not be shown as it was meant, wherever texts stand: in scenarios, courses and floors. */
import { error, type Fault } from './issue'
import { PLACEHOLDERS } from './vocabulary'

/** Characters that no screen shows as they were written, as the inside of a class of a pattern. */
export const CONTROLS = '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffe\\uffff'
const CONTROL = new RegExp(`[${CONTROLS}]|\\p{Surrogate}`, 'u')
/** Line breaks other than `\n`, which screens show as a space, a box or nothing. */
const OTHER_BREAKS = new Set([0x0d, 0x85, 0x2028, 0x2029])
/** A text that matches none of these has no markup, placeholder or control character. */
export const SPECIAL = new RegExp(`[<[\\]&{}]|${CONTROL.source}`, 'u')

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
export interface PlaceholderNames {
  readonly own: ReadonlySet<string>
  readonly known: readonly string[]
}

/** A text that stands in no scenario has no variants. */
const NONE: PlaceholderNames = { own: new Set(), known: PLACEHOLDERS.map((name) => `{${name}}`) }

const placeholderNotHere = (placeholder: string, keys: readonly PropertyKey[]): Fault =>
  error('placeholder-not-here', keys, { placeholder })

function controls(text: string, keys: readonly PropertyKey[]): Fault[] {
  const control = CONTROL.exec(text)?.[0].charCodeAt(0)
  if (control === undefined) return []
  const unicode = `U+${control.toString(16).toUpperCase().padStart(4, '0')}`
  const params = OTHER_BREAKS.has(control)
    ? ({ what: 'line-break' } as const)
    : ({ what: 'other', unicode } as const)
  return [error('control-character', keys, params)]
}

function checkPlaceholders(
  text: string,
  keys: readonly PropertyKey[],
  { own, known }: PlaceholderNames,
): Fault[] {
  const faults: Fault[] = []
  const rest = text.replace(/\{([\p{L}\p{N}_-]*)\}/gu, (whole: string) => {
    if (!known.includes(whole)) {
      faults.push(error('unknown-placeholder', keys, { placeholder: whole, known }))
    } else if (!own.has(whole) && !FILLED.has(keys[keys.length - 2]!)) {
      faults.push(placeholderNotHere(whole, keys))
    }
    return ''
  })
  if (/[{}]/.test(rest)) {
    faults.push(error('bad-placeholder', keys))
  }
  return faults
}

function markup(text: string, keys: readonly PropertyKey[]): Fault[] {
  const found = MARKUP.find(([, pattern]) => pattern.test(text))
  return found ? [error('unwelcome-markup', keys, { what: found[0] })] : []
}

/** Checks a text of a scenario in one language. @param keys the place of the text */
export const checkText = (text: string, keys: readonly PropertyKey[], names: PlaceholderNames): Fault[] => [
  ...markup(text, keys),
  ...controls(text, keys),
  ...(/[{}]/.test(text) ? checkPlaceholders(text, keys, names) : []),
]

/** Matches the placeholders that every text may use, where they are filled in. */
const KNOWN = new RegExp(`\\{(?:${PLACEHOLDERS.join('|')})\\}`, 'g')

const knownNotHere = (text: string, keys: readonly PropertyKey[]): Fault[] =>
  Array.from(text.matchAll(KNOWN), ([placeholder]) => placeholderNotHere(placeholder, keys))

/**
 * Checks a text that is the same in every language, such as a name or a number. It is shown letter for letter, so that
 * signs of markup and curly brackets are its own; only the common placeholders were surely meant to be filled in.
 */
export const checkPlainText = (text: string, keys: readonly PropertyKey[]): Fault[] =>
  SPECIAL.test(text) ? [...controls(text, keys), ...knownNotHere(text, keys)] : []

/**
 * Checks a text of a floor in one language. What else may stand in curly brackets is for the scenarios on the floor to
 * say, which have placeholders of their own.
 */
export function checkFloorText(text: string, keys: readonly PropertyKey[]): Fault[] {
  if (!SPECIAL.test(text)) return []
  const filled = FILLED.has(keys[keys.length - 2]!)
  const alone = /[{}]/.test(text.replaceAll(/\{[a-z][a-z0-9-]*\}/g, ''))
  return [
    ...markup(text, keys),
    ...controls(text, keys),
    ...(filled ? [] : knownNotHere(text, keys)),
    ...(alone ? [error('bad-placeholder', keys)] : []),
  ]
}

/** Checks the texts of a course, in which nothing is filled in. No other string in it can have such a fault. */
export function checkCourseTexts(document: unknown, keys: readonly PropertyKey[] = []): Fault[] {
  if (typeof document === 'string') return SPECIAL.test(document) ? checkText(document, keys, NONE) : []
  if (typeof document !== 'object' || document === null) return []
  return Object.entries(document).flatMap(([key, value]) =>
    checkCourseTexts(value, [...keys, Array.isArray(document) ? Number(key) : key]),
  )
}

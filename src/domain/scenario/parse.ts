import type { z } from 'zod'
import { acceptor } from './accept'
import { error, type Issue } from './issue'
import { countNames } from './json-place'
import { doubleName, readJson } from './json-text'
import { migrate } from './migrate'
import { DELAY_PATTERN, LOCALE_PATTERN, scenarioSchema, TIME_LIMITS, type Scenario } from './schema'
import { FORMAT, RESERVED_IDS } from './vocabulary'

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly migrated: boolean }
  | { readonly ok: false; readonly issues: readonly Issue[] }

const DEEPEST = 200
/** A group in a group lies two keys deeper, and no scene goes deeper by more than the rest. */
const fits = acceptor(scenarioSchema, DEEPEST / 2 - 20)
const MOST_ISSUES = 200

/** Keys that JavaScript gives a meaning, and a document nested so deeply that reading it would exhaust the stack. */
function dangers(raw: unknown): Issue[] {
  const issues: Issue[] = []
  const keys: PropertyKey[] = []
  let deepest: PropertyKey[] | undefined
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || deepest) return
    if (keys.length > DEEPEST) {
      deepest = keys.slice(0, 6)
      return
    }
    const list = Array.isArray(value)
    for (const key of Object.keys(value)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        issues.push(
          error(
            'reserved-id',
            [...keys, key],
            sentence(keys, `‘${key}’ is a reserved word. Choose another id.`),
          ),
        )
      }
      const child = (value as Record<string, unknown>)[key]
      if (typeof child !== 'object' || child === null) continue
      keys.push(list ? Number(key) : key)
      look(child)
      keys.pop()
    }
  }
  look(raw)
  return deepest ? [error('too-deep', deepest, `This is nested more than ${DEEPEST} levels deep.`)] : issues
}

/** "Scene ‘offer’:" for anything inside a scene; else nothing. */
export function placeOf(keys: readonly PropertyKey[]): string {
  const scenes: string[] = []
  for (let i = 0; i + 1 < keys.length; i++) if (keys[i] === 'states') scenes.push(String(keys[i + 1]))
  const on = keys.lastIndexOf('on')
  const choice = on >= 0 && on + 1 < keys.length ? ` choice ‘${String(keys[on + 1])}’:` : ''
  return (scenes.length > 0 ? `Scene ‘${scenes.join('.')}’:` : '') + choice
}

const sentence = (keys: readonly PropertyKey[], text: string): string => {
  const place = placeOf(keys)
  return place ? `${place} ${text}` : text.charAt(0).toUpperCase() + text.slice(1)
}

type ZodIssue = z.core.$ZodIssue

const last = (keys: readonly PropertyKey[]): string => String(keys[keys.length - 1] ?? 'file')

/** A value as a sentence quotes it. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value).slice(0, 60)

/** A key as a sentence calls it: ‘minutes’, or the third entry of ‘beats’. */
function called(keys: readonly PropertyKey[]): string {
  const key = keys[keys.length - 1]
  if (key === undefined) return 'the file'
  return typeof key === 'number' ? `entry ${key + 1} of ${called(keys.slice(0, -1))}` : `‘${last(keys)}’`
}

const KINDS: Readonly<Record<string, string>> = {
  record: 'a group of names and values in { }',
  object: 'a group of names and values in { }',
  array: 'a list in [ ]',
  string: 'a text between quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

/** What is wrong with a number, a list or a text of the right kind. */
function misfit(issue: ZodIssue): string {
  if (issue.code === 'too_small') {
    if (issue.origin === 'number') return `is too small: ${issue.minimum} at least`
    return issue.minimum === 1 || issue.minimum === 1n
      ? 'is empty'
      : `has too little: ${issue.minimum} at least`
  }
  if (issue.code === 'too_big') return `is too large: ${issue.maximum} at most`
  return `is not possible (${issue.message})`
}

function badId(id: string, keys: readonly PropertyKey[]): Issue {
  if (RESERVED_IDS.has(id)) {
    return error('reserved-id', keys, sentence(keys, `‘${id}’ is a reserved word. Choose another id.`))
  }
  const hint = id.includes('.')
    ? 'a dot is not allowed in an id'
    : /^[\d-]/.test(id)
      ? 'an id begins with a lower-case letter, digits and hyphens may follow'
      : 'ids are lower-case letters, digits and hyphens'
  return error('bad-id', keys, sentence(keys, `‘${id}’ can’t be an id: ${hint}.`))
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
}

/** A key of `after` that is no number of milliseconds, with the number where another unit was meant. */
function badDelay(delay: string, keys: readonly PropertyKey[]): Issue {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([a-z]+)$/i.exec(delay) ?? []
  const meant = String(Math.round(Number(amount) * (UNITS[unit?.toLowerCase() ?? ''] ?? NaN)))
  return error(
    'bad-value',
    keys,
    sentence(
      keys,
      `‘${delay}’ is not possible for ‘after’: a time limit is a whole number of milliseconds from ${TIME_LIMITS.shortest} to ${TIME_LIMITS.longest}.${DELAY_PATTERN.test(meant) ? ` Write "${meant}".` : ''}`,
    ),
  )
}

function valueAt(raw: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  )
}

/** The one member of a failed union whose complaints help: the one that got furthest. */
function bestBranch(branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] {
  const depth = (issues: readonly ZodIssue[]) => Math.max(...issues.map((issue) => issue.path.length))
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
}

function unfit(value: string, keys: readonly PropertyKey[]): string {
  if (value.trim() === '') return `${called(keys)} is empty.`
  const hint = HINTS[last(keys)]
  return `‘${value}’ is not possible for ${called(keys)}.${hint ? ` ${hint}` : ''}`
}

const HINTS: Readonly<Record<string, string>> = {
  date: 'Write what is known of it: 2025-05-15, 2025-05 or 2025.',
  version: 'Write three numbers: 1.0.0.',
  file: 'Write the name of a file in scenarios/media, without a folder.',
  sha256: 'Leave it out: the program adds it.',
}

const SHAPES: Readonly<Record<string, string>> = {
  media: ' Write { "file": "ring.mp3", "words": { "en": "…" } }.',
}

function translate(issue: ZodIssue, raw: unknown, before: readonly PropertyKey[] = []): Issue[] {
  const keys = [...before, ...issue.path]
  const value = valueAt(raw, keys)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        error(
          'unknown-key',
          [...keys, key],
          sentence(keys, `‘${key}’ is not known here. Check its spelling or remove it.`),
        ),
      )
    case 'invalid_key':
      return [
        issue.issues.some((inner) => 'pattern' in inner && inner.pattern === String(LOCALE_PATTERN))
          ? error(
              'bad-value',
              keys,
              sentence(keys, `‘${last(keys)}’ is no language code. Use one like en, fr or pt-BR.`),
            )
          : keys[keys.length - 2] === 'after'
            ? badDelay(last(keys), keys)
            : badId(last(keys), keys),
      ]
    case 'invalid_union': {
      if (issue.discriminator === 'type') {
        // zod points at the discriminator itself.
        return [
          value === undefined
            ? error('missing', keys, sentence(keys, '‘type’ is missing: an action says what it does.'))
            : error(
                'unknown-action',
                keys,
                sentence(
                  keys,
                  `the action ‘${shown(value)}’ does not exist. Known: assess, raise, lower, count, disclose.`,
                ),
              ),
        ]
      }
      const branch = bestBranch(issue.errors)
      return branch.length > 0
        ? branch.flatMap((inner) => translate(inner, raw, keys))
        : [error('bad-value', keys, sentence(keys, `${called(keys)} has a form that is not understood.`))]
    }
    case 'invalid_type':
      return value === undefined
        ? [error('missing', keys, sentence(keys, `‘${last(keys)}’ is missing.`))]
        : value === Infinity || value === -Infinity
          ? [error('bad-value', keys, sentence(keys, `${called(keys)} is a larger number than can be read.`))]
          : [
              error(
                'wrong-type',
                keys,
                sentence(
                  keys,
                  `${called(keys)} should be ${KINDS[issue.expected] ?? issue.expected}.${SHAPES[last(keys)] ?? ''}`,
                ),
              ),
            ]
    case 'invalid_value':
      if (last(keys) === 'type' && keys[keys.length - 2] === 'guard') {
        return [
          error(
            'unknown-guard',
            keys,
            sentence(keys, `the guard ‘${shown(value)}’ does not exist. Known: when.`),
          ),
        ]
      }
      return value === undefined
        ? [error('missing', keys, sentence(keys, `‘${last(keys)}’ is missing.`))]
        : [
            error(
              'bad-value',
              keys,
              sentence(
                keys,
                `‘${shown(value)}’ is not possible for ‘${last(keys)}’. Possible: ${issue.values.join(', ')}.`,
              ),
            ),
          ]
    default:
      if (typeof value === 'string' && (issue.code === 'invalid_format' || issue.code === 'custom')) {
        return /[Ii]d|^initial$|^from$|^flag$|^counter$|^customer$|^field$|^contact$|^policy$|^\d+$/.test(
          last(keys),
        )
          ? [badId(value, keys)]
          : [error('bad-value', keys, sentence(keys, unfit(value, keys)))]
      }
      return [error('bad-value', keys, sentence(keys, `${called(keys)} ${misfit(issue)}.`))]
  }
}

/**
 * What a schema found wrong, in words that a trainer understands.
 * @param raw the document that the schema refused
 * @returns at most 200 issues
 */
export function issuesOfShape(refusal: z.ZodError, raw: unknown): Issue[] {
  return refusal.issues.flatMap((issue) => translate(issue, raw)).slice(0, MOST_ISSUES)
}

/**
 * Reads a scenario: JSON, then its format, then its shape. What a shape can't say is in `checkScenario`.
 * @param source the file's text, or what `JSON.parse` made of it
 * @returns the scenario in the newest format, or what is wrong with it; never half a scenario, never a throw
 */
export function parseScenario(source: unknown): Parsed {
  const read =
    typeof source === 'string' ? readJson(source) : { ok: true as const, raw: source, text: undefined }
  if (!read.ok) return { ok: false, issues: [read.issue] }
  const { raw, text } = read
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return {
      ok: false,
      issues: [error('wrong-type', [], 'A scenario is a JSON object: it begins with { and ends with }.')],
    }
  }
  // What fits has nothing that `dangers` looks for: no place in the schema takes such keys, nor goes so deep.
  const names = fits(raw)
  const double = text !== undefined && names !== countNames(text) ? doubleName(text) : undefined
  if (double) return { ok: false, issues: [double] }
  if (names !== undefined) return { ok: true, scenario: raw as Scenario, migrated: false }
  const found = dangers(raw)
  if (found.length > 0) return { ok: false, issues: found.slice(0, MOST_ISSUES) }
  const brought = migrate(raw as Record<string, unknown>)
  if (!brought.ok) {
    const issue =
      brought.reason === 'newer'
        ? error(
            'newer-format',
            ['format'],
            `This file has a newer format than this version of Hold the Line reads (${FORMAT}). Update the program; the file was not changed.`,
          )
        : error(
            'missing',
            ['format'],
            `‘format’ is missing or no whole number. The present format is ${FORMAT}.`,
          )
    return { ok: false, issues: [issue] }
  }
  const { document } = brought
  const shaped = scenarioSchema.safeParse(document)
  if (shaped.success) return { ok: true, scenario: shaped.data, migrated: brought.migrated }
  return { ok: false, issues: issuesOfShape(shaped.error, brought.document) }
}

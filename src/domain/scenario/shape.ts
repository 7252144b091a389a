import type { z } from 'zod'
import { error, type Fault } from './issue'
import type { IssueParams } from './issue-params'
import { valueAt } from './json-path'
import { TIME_LIMIT_PATTERN, LOCALE_PATTERN, TIME_LIMITS } from './schema'
import { ACTIONS, GUARDS, RESERVED_IDS } from './vocabulary'

type ZodIssue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

const MOST_FAULTS = 200

const last = (path: Path): string => String(path[path.length - 1] ?? '')

/** Returns a value as a sentence quotes it. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value).slice(0, 60)

const KINDS = {
  record: 'object',
  object: 'object',
  array: 'array',
  string: 'string',
  number: 'number',
  int: 'int',
  boolean: 'boolean',
} as const

function wrongType(expected: string, path: Path): Fault {
  if (last(path) === 'media') return error('wrong-type', path, { what: 'media' })
  const kind = Object.hasOwn(KINDS, expected) ? KINDS[expected as keyof typeof KINDS] : undefined
  return kind
    ? error('wrong-type', path, { what: kind })
    : error('wrong-type', path, { what: 'other', expected })
}

/** Returns the fault of a number, a list or a text that is of the right kind but out of bounds. */
function misfit(issue: ZodIssue, path: Path): Fault {
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum)
    if (issue.origin === 'number') return error('bad-value', path, { what: 'too-small', least })
    return least === 1
      ? error('bad-value', path, { what: 'empty' })
      : error('bad-value', path, { what: 'too-few', least })
  }
  return issue.code === 'too_big'
    ? error('bad-value', path, { what: 'too-large', most: Number(issue.maximum) })
    : error('bad-value', path, { what: 'other' })
}

function badId(id: string, path: Path): Fault {
  if (RESERVED_IDS.has(id)) return error('reserved-id', path, { id })
  const what = id.includes('.') ? 'dot' : /^[\d-]/.test(id) ? 'beginning' : 'letters'
  return error('bad-id', path, { what, id })
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
}

/**
 * Returns the fault of a key of `after` that is no number of milliseconds. If it was meant in another unit, the fault
 * holds the right number.
 */
function badDelay(delay: string, path: Path): Fault {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([a-z]+)$/i.exec(delay) ?? []
  const meant = String(Math.round(Number(amount) * (UNITS[unit?.toLowerCase() ?? ''] ?? NaN)))
  return TIME_LIMIT_PATTERN.test(meant)
    ? error('bad-value', path, { what: 'delay-unit', delay, meant, ...TIME_LIMITS })
    : error('bad-value', path, { what: 'delay', delay, ...TIME_LIMITS })
}

/** Returns the issues of the most helpful member of a failed union: the one that got furthest. */
function bestBranch(branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] {
  const depth = (issues: readonly ZodIssue[]) => Math.max(...issues.map((issue) => issue.path.length))
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
}

/** Matches names whose values are ids, and indexes in lists of ids. */
const ID_KEYS = /[Ii]d|^initial$|^from$|^flag$|^counter$|^customer$|^field$|^contact$|^policy$|^\d+$/
/** Texts with a form of their own, which a sentence explains. */
const FORMS = ['date', 'version', 'file', 'sha256'] as const

function unfit(value: string, path: Path): Fault {
  const name = last(path)
  if (ID_KEYS.test(name)) return badId(value, path)
  if (value.trim() === '') return error('bad-value', path, { what: 'empty' })
  return error('bad-value', path, { what: FORMS.find((form) => form === name) ?? 'unfit', value })
}

const missing = (path: Path): Fault => error('missing', path, { what: 'key', name: last(path) })

function badKey(issue: ZodIssue & { code: 'invalid_key' }, path: Path): Fault {
  if (issue.issues.some((inner) => 'pattern' in inner && inner.pattern === String(LOCALE_PATTERN))) {
    return error('bad-value', path, { what: 'language', language: last(path) })
  }
  return path[path.length - 2] === 'after' ? badDelay(last(path), path) : badId(last(path), path)
}

function badUnion(issue: ZodIssue & { code: 'invalid_union' }, raw: unknown, path: Path): Fault[] {
  if (issue.discriminator === 'type') {
    // For a discriminated union, the path of zod's issue is that of the discriminator.
    const value = valueAt(raw, path)
    return [
      value === undefined
        ? error('missing', path, { what: 'action-type' })
        : error('unknown-action', path, { action: shown(value), known: ACTIONS }),
    ]
  }
  const branch = bestBranch(issue.errors)
  return branch.length > 0
    ? branch.flatMap((inner) => translate(inner, raw, path))
    : [error('bad-value', path, { what: 'form' })]
}

function badType(expected: string, value: unknown, path: Path): Fault {
  if (value === undefined) return missing(path)
  return value === Infinity || value === -Infinity
    ? error('bad-value', path, { what: 'infinite' })
    : wrongType(expected, path)
}

function badChoice(values: readonly unknown[], value: unknown, path: Path): Fault {
  if (value === undefined) return missing(path)
  if (last(path) === 'type' && path[path.length - 2] === 'guard') {
    return error('unknown-guard', path, { guard: shown(value), known: GUARDS })
  }
  const possible = values.map(String)
  return error('bad-value', path, { what: 'choice', value: shown(value), name: last(path), possible })
}

/** Returns the fault that a refinement names in its parameters. */
function ruleFault({ params }: ZodIssue & { code: 'custom' }, path: Path): Fault | undefined {
  const rule = params?.['rule'] as IssueParams['bad-rule']['what'] | undefined
  return rule && error('bad-rule', path, { what: rule })
}

function translate(issue: ZodIssue, raw: unknown, before: Path = []): Fault[] {
  const path = [...before, ...issue.path]
  const value = valueAt(raw, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => error('unknown-key', [...path, key], { key }))
    case 'invalid_key':
      return [badKey(issue, path)]
    case 'invalid_union':
      return badUnion(issue, raw, path)
    case 'invalid_type':
      return [badType(issue.expected, value, path)]
    case 'invalid_value':
      return [badChoice(issue.values, value, path)]
    case 'custom':
      return [
        ruleFault(issue, path) ?? (typeof value === 'string' ? unfit(value, path) : misfit(issue, path)),
      ]
    default:
      return typeof value === 'string' && issue.code === 'invalid_format'
        ? [unfit(value, path)]
        : [misfit(issue, path)]
  }
}

/**
 * Converts the issues of a zod error to faults.
 * @param raw the document that the schema refused
 * @returns at most 200 faults
 */
export function faultsOfShape(refusal: z.ZodError, raw: unknown): Fault[] {
  return refusal.issues.flatMap((issue) => translate(issue, raw)).slice(0, MOST_FAULTS)
}

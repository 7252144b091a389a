import type { z } from 'zod'
import { definitionOf, type Definition } from './schema-definition'

type Accepts = (value: unknown) => boolean

/** Counts the names of a document while it is tested. */
interface Tally {
  names: number
  /** True if objects never change in place, so that those which fit can be remembered. */
  remembers: boolean
}

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * Values of small vocabularies occur again and again; zod tests each of them once. At most this many are remembered.
 */
const REMEMBERED = 5000

function byZod(schema: z.core.$ZodType): Accepts {
  const known = new Map<unknown, boolean>()
  return (value) => {
    if (typeof value === 'object' && value !== null) return false
    let answer = known.get(value)
    if (answer === undefined) {
      answer = (schema as z.ZodType).safeParse(value).success
      if (known.size < REMEMBERED) known.set(value, answer)
    }
    return answer
  }
}

function text(schema: z.core.$ZodType, { checks = [] }: Definition): Accepts {
  const only = checks[0]?._zod.def
  if (checks.length === 1 && only?.format === 'regex' && only.pattern && !/[gy]/.test(only.pattern.flags)) {
    const { pattern } = only
    return (value) => typeof value === 'string' && pattern.test(value)
  }
  if (checks.length === 1 && only?.check === 'min_length') {
    const least = only.minimum ?? Infinity
    return (value) => typeof value === 'string' && value.length >= least
  }
  return byZod(schema)
}

function object(
  definition: Definition,
  of: (schema: z.core.$ZodType) => Accepts,
  tally: Tally,
): Accepts | undefined {
  if (!definition.catchall || definitionOf(definition.catchall).type !== 'never') return undefined
  const parts = new Map(Object.entries(definition.shape!).map(([key, part]) => [key, of(part)]))
  const needed = Object.entries(definition.shape!)
    .filter(([, part]) => part._zod.optin !== 'optional')
    .map(([key]) => key)
  const known = new WeakMap<object, number>()
  return (value) => {
    if (!isPlain(value)) return false
    const names = tally.remembers ? known.get(value) : undefined
    if (names !== undefined) {
      tally.names += names
      return true
    }
    const before = tally.names
    for (const key in value) {
      if (!parts.get(key)?.(value[key])) return false
      tally.names += 1
    }
    for (const key of needed) if (!Object.hasOwn(value, key)) return false
    if (tally.remembers) known.set(value, tally.names - before)
    return true
  }
}

function list(definition: Definition, of: (schema: z.core.$ZodType) => Accepts): Accepts | undefined {
  const { checks = [] } = definition
  if (checks.some((check) => check._zod.def.check !== 'min_length')) return undefined
  const least = Math.max(0, ...checks.map((check) => check._zod.def.minimum ?? Infinity))
  const each = of(definition.element!)
  return (value) => Array.isArray(value) && value.length >= least && value.every(each)
}

function compose(
  schema: z.core.$ZodType,
  of: (schema: z.core.$ZodType) => Accepts,
  nested: (accepts: () => Accepts) => Accepts,
  tally: Tally,
): Accepts | undefined {
  const definition = definitionOf(schema)
  const checked = (definition.checks?.length ?? 0) > 0
  switch (definition.type) {
    case 'string':
      return text(schema, definition)
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
      return byZod(schema)
    case 'array':
      return list(definition, of)
    case 'object':
      return checked ? undefined : object(definition, of, tally)
    case 'optional':
      return of(definition.innerType!)
    case 'record': {
      if (checked) return undefined
      const key = of(definition.keyType!)
      const each = of(definition.valueType!)
      return (value) => {
        if (!isPlain(value)) return false
        for (const name in value) {
          if (!key(name) || !each(value[name])) return false
          tally.names += 1
        }
        return true
      }
    }
    case 'union': {
      const options = definition.options!.map(of)
      if (checked) return undefined
      return (value) => {
        const { names } = tally
        for (const accepts of options) {
          if (accepts(value)) return true
          tally.names = names
        }
        return false
      }
    }
    case 'lazy': {
      let inner: Accepts | undefined
      return nested(() => (inner ??= of(definition.getter!())))
    }
    default:
      return undefined
  }
}

/**
 * Tests a document.
 * @param remembers true if the objects of documents are never changed in place. Objects that fit are then not tested
 *   again in the next state of the document.
 */
export type Acceptor = (document: unknown, remembers?: boolean) => number | undefined

/**
 * Builds a quick test for whether a document fits a schema. It makes none of the copies and error records that make zod
 * slow on a document of many megabytes.
 * @param schema a schema that changes nothing (no defaults, no transforms)
 * @param deepest the most often that a recursive part of the schema may nest; deeper documents are not accepted here
 * @returns a test that returns the number of names in all objects of the document if the schema accepts it as it is. On
 *   `undefined`, ask the schema: it knows the fault, or it accepts something too unusual for this test.
 */
export function acceptor(schema: z.core.$ZodType, deepest = 100): Acceptor {
  const tally: Tally = { names: 0, remembers: false }
  const made = new Map<z.core.$ZodType, Accepts>()
  let depth = 0
  const nested =
    (accepts: () => Accepts): Accepts =>
    (value) => {
      if (depth >= deepest) return false
      depth += 1
      const accepted = accepts()(value)
      depth -= 1
      return accepted
    }
  const of = (part: z.core.$ZodType): Accepts => {
    const known = made.get(part)
    if (known) return known
    const accepts = compose(part, of, nested, tally) ?? (() => false)
    made.set(part, accepts)
    return accepts
  }
  const accepts = of(schema)
  return (document, remembers = false) => {
    tally.names = 0
    tally.remembers = remembers
    return accepts(document) ? tally.names : undefined
  }
}

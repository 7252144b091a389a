import type { z } from 'zod'
import type { Definition } from './schema-definition'

export interface Mended {
  /** Fits the schema in everything that code relies on: kinds of values and names that must be there. */
  readonly value: unknown
  /** Places whose value was replaced, added or left out. Nothing is known of what belongs there. */
  readonly holes: readonly (readonly PropertyKey[])[]
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys to which JavaScript gives a meaning. */
export const isReservedKey = (key: string): boolean =>
  key === '__proto__' || key === 'constructor' || key === 'prototype'

function resolve(schema: z.core.$ZodType): { schema: z.core.$ZodType; definition: Definition } {
  let at = schema
  for (;;) {
    const definition = definitionOf(at)
    if (definition.type === 'optional') at = definition.innerType!
    else if (definition.type === 'lazy') at = definition.getter!()
    else return { schema: at, definition }
  }
}

/** A value that fits and says as little as can be. */
function standIn(schema: z.core.$ZodType): unknown {
  const { definition } = resolve(schema)
  switch (definition.type) {
    case 'string':
      return ''
    case 'number':
      return 0
    case 'boolean':
      return false
    case 'enum':
      return Object.values(definition.entries!)[0]
    case 'literal':
      return definition.values![0]
    case 'array':
      return []
    case 'union':
      return standIn(definition.options![0]!)
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape!)
          .filter(([, part]) => part._zod.optin !== 'optional')
          .map(([key, part]) => [key, standIn(part)]),
      )
    default:
      return {}
  }
}

/** How well a part of a union fits a value: by its kind, and of objects by the names that it knows. */
function likeness(schema: z.core.$ZodType, value: unknown): number {
  const { definition } = resolve(schema)
  const { type, shape } = definition
  if (Array.isArray(value)) return type === 'array' ? 1 : 0
  if (!isPlain(value)) return type === typeof value || type === 'literal' || type === 'enum' ? 1 : 0
  if (type === 'record') return 1
  if (type === 'union') return Math.max(...definition.options!.map((option) => likeness(option, value)))
  if (type !== 'object') return 0
  const names = Object.entries(shape!)
  const literal = names.find(([, part]) => definitionOf(part).type === 'literal')
  // What the discriminator of a union says decides.
  if (literal && !definitionOf(literal[1]).values!.includes(value[literal[0]])) return 0
  return 1 + names.filter(([key]) => Object.hasOwn(value, key)).length
}

/**
 * Makes a document fit a schema, so that code which relies on it can look at the parts that are whole. Entries of lists
 * and names of records stay, so that what is there keeps its place.
 * @param document any value that `JSON.parse` gives, not nested without end
 */
export function mend(schema: z.core.$ZodType, document: unknown): Mended {
  const holes: (readonly PropertyKey[])[] = []
  const visit = (part: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): unknown => {
    const replace = (): unknown => {
      holes.push(path)
      return standIn(part)
    }
    const { schema: inner, definition } = resolve(part)
    switch (definition.type) {
      case 'array':
        // A list that must not be empty lacks what makes it mean something.
        if (Array.isArray(value) && value.length === 0 && !(inner as z.ZodType).safeParse(value).success) {
          holes.push(path)
        }
        return Array.isArray(value)
          ? value.map((entry, i) => visit(definition.element!, entry, [...path, i]))
          : replace()
      case 'record':
        return isPlain(value) ? record(definition, value, path) : replace()
      case 'object':
        return isPlain(value) ? object(definition, value, path) : replace()
      case 'union': {
        const likest = definition
          .options!.map((option) => ({ option, like: likeness(option, value) }))
          .reduce((best, next) => (next.like > best.like ? next : best))
        return likest.like === 0 ? replace() : visit(likest.option, value, path)
      }
      default:
        return (inner as z.ZodType).safeParse(value).success
          ? value
          : scalar(definition, value, path, replace)
    }
  }
  /** A text that is not as it should be, such as an id with a capital letter, still names what it names. */
  const scalar = (
    { type }: Definition,
    value: unknown,
    path: readonly PropertyKey[],
    replace: () => unknown,
  ): unknown => {
    if (type !== typeof value || (type === 'number' && !Number.isFinite(value))) return replace()
    holes.push(path)
    return value
  }
  const record = (definition: Definition, value: Record<string, unknown>, path: readonly PropertyKey[]) => {
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      const place = [...path, key]
      if (isReservedKey(key) || !(definition.keyType as z.ZodType).safeParse(key).success) holes.push(place)
      if (!isReservedKey(key)) copy[key] = visit(definition.valueType!, value[key], place)
    }
    return copy
  }
  const object = (definition: Definition, value: Record<string, unknown>, path: readonly PropertyKey[]) => {
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(definition.shape!, key)) holes.push([...path, key])
    }
    for (const [key, part] of Object.entries(definition.shape!)) {
      const optional = part._zod.optin === 'optional'
      if (!Object.hasOwn(value, key) || value[key] === undefined) {
        if (optional) continue
        holes.push([...path, key])
        copy[key] = standIn(part)
        continue
      }
      const before = holes.length
      const mended = visit(part, value[key], [...path, key])
      // What need not be there is left out when nothing is known of it.
      const replaced = holes.length === before + 1 && holes[before]!.length === path.length + 1
      if (!(optional && replaced && mended !== value[key])) copy[key] = mended
    }
    return copy
  }
  return { value: visit(schema, document, []), holes }
}

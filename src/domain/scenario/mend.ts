import type { z } from 'zod'
import { acceptor, type Acceptor } from './accept'
import { definitionOf, type Definition } from './schema-definition'
import { isMembers } from './members'

export interface Mended {
  /** The mended document. It has the names and kinds of values that code relies on. */
  readonly value: unknown
  /** The places where a value was replaced, added or left out. The right value there is unknown. */
  readonly holes: readonly (readonly PropertyKey[])[]
}

/** Returns true for keys to which JavaScript gives a meaning. */
export const isReservedKey = (key: string): boolean =>
  key === '__proto__' || key === 'constructor' || key === 'prototype'

const lazies = new WeakMap<z.core.$ZodType, z.core.$ZodType>()

/**
 * Returns the schema of a lazy one. Its getter may build the schema anew at each call, which takes longer than all
 * other work here.
 */
function lazily(schema: z.core.$ZodType, { getter }: Definition): z.core.$ZodType {
  let made = lazies.get(schema)
  if (!made) {
    made = getter!()
    lazies.set(schema, made)
  }
  return made
}

/** Returns the schema of a part without `optional` and `lazy` around it. */
export function resolvePart(schema: z.core.$ZodType): { schema: z.core.$ZodType; definition: Definition } {
  let at = schema
  for (;;) {
    const definition = definitionOf(at)
    if (definition.type === 'optional') at = definition.innerType!
    else if (definition.type === 'lazy') at = lazily(at, definition)
    else return { schema: at, definition }
  }
}

/**
 * Values at paths up to this length (the document, its machine and the group of its scenes) are always visited: if they
 * fitted as a whole, nobody would mend them.
 */
const OUTER = 2

const acceptors = new WeakMap<z.core.$ZodType, Acceptor>()

/** Returns true if a value certainly fits a schema. It may fit even if the result is false. */
function fits(schema: z.core.$ZodType, value: object, remembers: boolean): boolean {
  let accepts = acceptors.get(schema)
  if (!accepts) {
    accepts = acceptor(schema)
    acceptors.set(schema, accepts)
  }
  return accepts(value, remembers) !== undefined
}

/** Returns a minimal value that fits a schema. */
function standIn(schema: z.core.$ZodType): unknown {
  const { definition } = resolvePart(schema)
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

/**
 * Rates how well a member of a union fits a value: by the kind of value, and for objects by the number of names that it
 * knows.
 */
function likeness(schema: z.core.$ZodType, value: unknown): number {
  const { definition } = resolvePart(schema)
  const { type, shape } = definition
  if (Array.isArray(value)) return type === 'array' ? 1 : 0
  if (!isMembers(value)) return type === typeof value || type === 'literal' || type === 'enum' ? 1 : 0
  if (type === 'record') return 1
  if (type === 'union') return Math.max(...definition.options!.map((option) => likeness(option, value)))
  if (type !== 'object') return 0
  const names = Object.entries(shape!)
  const literal = names.find(([, part]) => definitionOf(part).type === 'literal')
  // The discriminator of a union decides.
  if (literal && !definitionOf(literal[1]).values!.includes(value[literal[0]])) return 0
  return 1 + names.filter(([key]) => Object.hasOwn(value, key)).length
}

/** Returns the member of a union that a value resembles most; `undefined` if it resembles none. */
export function likestPart(union: Definition, value: unknown): z.core.$ZodType | undefined {
  const likest = union
    .options!.map((option) => ({ option, like: likeness(option, value) }))
    .reduce((best, next) => (next.like > best.like ? next : best))
  return likest.like === 0 ? undefined : likest.option
}

/**
 * Makes a document fit a schema, so that code which relies on the schema can look at its sound parts. Entries of lists
 * and names of records stay, so that every value keeps its path.
 * @param document any value from `JSON.parse`, not nested without end
 * @param remembers see `Acceptor`
 */
export function mend(schema: z.core.$ZodType, document: unknown, remembers = false): Mended {
  const holes: (readonly PropertyKey[])[] = []
  const visit = (part: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): unknown => {
    const replace = (): unknown => {
      holes.push(path)
      return standIn(part)
    }
    const { schema: inner, definition } = resolvePart(part)
    // Most scenes of a document fit and need no visit of each value.
    if (path.length > OUTER && typeof value === 'object' && value !== null && fits(inner, value, remembers))
      return value
    switch (definition.type) {
      case 'array':
        // A list that must not be empty is a hole, because its entries are unknown.
        if (Array.isArray(value) && value.length === 0 && !(inner as z.ZodType).safeParse(value).success) {
          holes.push(path)
        }
        return Array.isArray(value)
          ? value.map((entry, i) => visit(definition.element!, entry, [...path, i]))
          : replace()
      case 'record':
        return isMembers(value) ? record(definition, value, path) : replace()
      case 'object':
        return isMembers(value) ? object(definition, value, path) : replace()
      case 'union': {
        const likest = likestPart(definition, value)
        return likest ? visit(likest, value, path) : replace()
      }
      default:
        return (inner as z.ZodType).safeParse(value).success
          ? value
          : scalar(definition, value, path, replace)
    }
  }
  /** An invalid text, such as an id with a capital letter, is kept, so that references to it still work. */
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
      // An optional value that was replaced is left out.
      const replaced = holes.length === before + 1 && holes[before]!.length === path.length + 1
      if (!(optional && replaced && mended !== value[key])) copy[key] = mended
    }
    return copy
  }
  return { value: visit(schema, document, []), holes }
}

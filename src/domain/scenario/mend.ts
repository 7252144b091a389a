import type { z } from 'zod'
import { acceptor, type Acceptor } from './accept'
import { definitionOf, type Definition } from './schema-definition'

export interface Mended {
  /** Fits the schema in everything that code relies on: kinds of values and names that must be there. */
  readonly value: unknown
  /** Places whose value was replaced, added or left out. Nothing is known of what belongs there. */
  readonly holes: readonly (readonly PropertyKey[])[]
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys to which JavaScript gives a meaning. */
export const isReservedKey = (key: string): boolean =>
  key === '__proto__' || key === 'constructor' || key === 'prototype'

const lazies = new WeakMap<z.core.$ZodType, z.core.$ZodType>()

/** A getter may make its schema anew at each call, which takes longer than all that is asked of it. */
function lazily(schema: z.core.$ZodType, { getter }: Definition): z.core.$ZodType {
  let made = lazies.get(schema)
  if (!made) {
    made = getter!()
    lazies.set(schema, made)
  }
  return made
}

/** A part of a schema without what says that it may be left out, and with what a lazy one gives. */
export function resolvePart(schema: z.core.$ZodType): { schema: z.core.$ZodType; definition: Definition } {
  let at = schema
  for (;;) {
    const definition = definitionOf(at)
    if (definition.type === 'optional') at = definition.innerType!
    else if (definition.type === 'lazy') at = lazily(at, definition)
    else return { schema: at, definition }
  }
}

/** The document, the machine and its scenes together: something in them does not fit, or nobody would ask. */
const OUTER = 2

const acceptors = new WeakMap<z.core.$ZodType, Acceptor>()

/** Whether a part plainly fits; one that does not may do so all the same. */
function fits(schema: z.core.$ZodType, value: object, remembers: boolean): boolean {
  let accepts = acceptors.get(schema)
  if (!accepts) {
    accepts = acceptor(schema)
    acceptors.set(schema, accepts)
  }
  return accepts(value, remembers) !== undefined
}

/** A value that fits and says as little as can be. */
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

/** How well a part of a union fits a value: by its kind, and of objects by the names that it knows. */
function likeness(schema: z.core.$ZodType, value: unknown): number {
  const { definition } = resolvePart(schema)
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

/** The part of a union that a value is most like; `undefined` where it is like none. */
export function likestPart(union: Definition, value: unknown): z.core.$ZodType | undefined {
  const likest = union
    .options!.map((option) => ({ option, like: likeness(option, value) }))
    .reduce((best, next) => (next.like > best.like ? next : best))
  return likest.like === 0 ? undefined : likest.option
}

/**
 * Makes a document fit a schema, so that code which relies on it can look at the parts that are whole. Entries of lists
 * and names of records stay, so that what is there keeps its place.
 * @param document any value that `JSON.parse` gives, not nested without end
 * @param remembers as an `Acceptor` has it
 */
export function mend(schema: z.core.$ZodType, document: unknown, remembers = false): Mended {
  const holes: (readonly PropertyKey[])[] = []
  const visit = (part: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): unknown => {
    const replace = (): unknown => {
      holes.push(path)
      return standIn(part)
    }
    const { schema: inner, definition } = resolvePart(part)
    // Most scenes of a document are whole, and are not looked at value by value.
    if (path.length > OUTER && typeof value === 'object' && value !== null && fits(inner, value, remembers))
      return value
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
        const likest = likestPart(definition, value)
        return likest ? visit(likest, value, path) : replace()
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

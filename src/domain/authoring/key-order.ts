import type { z } from 'zod'
import { likestPart, resolvePart } from '../scenario/mend'
import type { Definition } from '../scenario/schema-definition'

/** The schema of a part of a document, or nothing where the schema says nothing of it. */
export type PartSchema = z.core.$ZodType | undefined

/** How the names of an object are ordered. */
export type Naming =
  /** By the schema: what order they stand in means nothing. */
  | { readonly kind: 'known'; readonly names: readonly string[] }
  /** By the document: scenes, choices, cast. Their order is the author's, and a change of it is a change. */
  | { readonly kind: 'ordered' }
  /** By the document, but it means nothing: the languages of a text. */
  | { readonly kind: 'free' }

const known = new WeakMap<Definition, Naming>()
const ORDERED: Naming = { kind: 'ordered' }
const FREE: Naming = { kind: 'free' }

const definitionFor = (schema: PartSchema, value: unknown): Definition | undefined => {
  if (!schema) return undefined
  const resolved = resolvePart(schema)
  if (resolved.definition.type !== 'union') return resolved.definition
  const likest = likestPart(resolved.definition, value)
  return likest && definitionFor(likest, value)
}

/**
 * The names that a schema has for an object, in its order.
 * @param value the object; of a union the part that it is like counts
 */
export function namingOf(schema: PartSchema, value: unknown): Naming {
  const definition = definitionFor(schema, value)
  if (!definition) return ORDERED
  let naming = known.get(definition)
  if (!naming) {
    naming = namingBy(definition)
    known.set(definition, naming)
  }
  return naming
}

function namingBy({ type, shape, valueType }: Definition): Naming {
  if (type === 'object') return { kind: 'known', names: Object.keys(shape!) }
  const words = type === 'record' && resolvePart(valueType!).definition.type === 'string'
  return words ? FREE : ORDERED
}

/** The schema of what stands under a name, or in a list. */
export function schemaUnder(schema: PartSchema, value: unknown, key: PropertyKey): PartSchema {
  const definition = definitionFor(schema, value)
  switch (definition?.type) {
    case 'array':
      return definition.element
    case 'record':
      return definition.valueType
    case 'object':
      return Object.hasOwn(definition.shape!, key) ? definition.shape![key as string] : undefined
    default:
      return undefined
  }
}

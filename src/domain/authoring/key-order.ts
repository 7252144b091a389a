import type { z } from 'zod'
import { likestPart, resolvePart } from '../scenario/mend'
import type { Definition } from '../scenario/schema-definition'

/** The schema of a part of a document, or nothing where the schema says nothing of it. */
export type PartSchema = z.core.$ZodType | undefined

/** Says whether the order of an object's names is given by the schema or by the author, and whether it matters. */
export type Naming =
  /** The schema knows the names. Their order means nothing. */
  | { readonly kind: 'known'; readonly names: readonly string[] }
  /**
   * The author chose the names, as for scenes, choices and cast. A change of their order is a change of the document.
   */
  | { readonly kind: 'ordered' }
  /** The author chose the names, but their order means nothing: the languages of a text. */
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
 * Says how the names of an object are ordered.
 * @param value the object; where the schema is a union, the member of the union that it resembles most decides
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

/** Returns the schema of the value under a key of an object, or of the entries of a list. */
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

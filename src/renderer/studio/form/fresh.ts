import { namingOf, schemaUnder, type PartSchema } from '../../../domain/authoring/key-order'
import { resolvePart } from '../../../domain/scenario/mend'
import { definitionOf } from '../../../domain/scenario/schema-definition'
import { localized } from '../../../domain/scenario/schema'
import { at, type Path } from '../outline'

export const isLocalized = (schema: PartSchema): boolean =>
  schema !== undefined && resolvePart(schema).schema === localized

export const isOptional = (schema: PartSchema): boolean =>
  schema !== undefined && definitionOf(schema).type === 'optional'

/** Returns the schema of a place of a document. */
export function schemaAt(root: PartSchema, document: unknown, path: Path): PartSchema {
  let schema = root
  let value = document
  for (const key of path) {
    schema = schemaUnder(schema, value, key)
    value = at(value, [key])
  }
  return schema
}

/** Returns true if the part that contains a place can't be without it. Entries that authors name can be left out. */
export function needsAt(root: PartSchema, document: unknown, path: Path): boolean {
  const around = path.slice(0, -1)
  const value = at(document, around)
  const schema = schemaAt(root, document, around)
  if (namingOf(schema, value).kind !== 'known') return false
  const own = schemaUnder(schema, value, path.at(-1)!)
  return own !== undefined && !isOptional(own)
}

/** Makes a new value with all required members, and with texts still to be written. */
export function freshOf(schema: PartSchema, languages: readonly string[], name = ''): unknown {
  if (!schema) return ''
  if (isLocalized(schema)) return Object.fromEntries(languages.map((language) => [language, '…']))
  const { definition } = resolvePart(schema)
  switch (definition.type) {
    case 'string':
      return name === 'id' ? 'new' : '…'
    case 'number':
      return definition.checks?.map(({ _zod }) => _zod.def.minimum).find((least) => least !== undefined) ?? 1
    case 'boolean':
      return false
    case 'enum':
      return Object.values(definition.entries!)[0]
    case 'literal':
      return definition.values![0]
    case 'array':
      return []
    case 'record':
      return {}
    case 'union':
      return freshOf(definition.options![0], languages, name)
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape!)
          .filter(([, part]) => !isOptional(part))
          .map(([key, part]) => [key, freshOf(part, languages, key)]),
      )
    default:
      return ''
  }
}

/** Returns an id that no sibling has. */
export function freeId(taken: readonly string[], base: string): string {
  if (!taken.includes(base)) return base
  for (let n = 2; ; n += 1) if (!taken.includes(`${base}-${n}`)) return `${base}-${n}`
}

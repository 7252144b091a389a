import { namingOf, schemaUnder, type PartSchema } from './key-order'

/** The layout in which an author wrote a JSON text. Whatever is added to the text follows it. */
export interface Layout {
  /** The string that indents one level, such as two spaces or a tab. */
  readonly unit: string
  readonly lineBreak: string
  /** True if the whole document stands in one line. Additions then go into that line too. */
  readonly oneLine: boolean
  /** The characters between a name and its value: a colon and the space after it, if any. */
  readonly colon: string
  /** A list of words and numbers stays in one line while that line has fewer characters than this. */
  readonly width: number
}

export const WIDTH = 110

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

/**
 * Lists the names of an object that `JSON.stringify` would write. Names that the schema knows come first, in the order
 * of the schema.
 */
export function namesOf(value: object, schema: PartSchema): string[] {
  const own = Object.keys(value).filter((name) => (value as Record<string, unknown>)[name] !== undefined)
  const naming = namingOf(schema, value)
  if (naming.kind !== 'known') return own
  const written = new Set(own)
  const known = naming.names.filter((name) => written.delete(name))
  return [...known, ...written]
}

/**
 * Writes a value that is not in the text yet as JSON: one property a line, in the order of the schema.
 * @param indent the indentation of the line in which the value begins
 * @param before the number of characters between that indentation and the value
 */
export function printJson(
  value: unknown,
  schema: PartSchema,
  layout: Layout,
  indent: string,
  before = 0,
): string {
  if (isScalar(value)) return JSON.stringify(value ?? null)
  const { oneLine, lineBreak, unit, colon, width } = layout
  const inner = indent + unit
  const list = Array.isArray(value)
  const [open, close] = list ? '[]' : '{}'
  const under = (key: string | number, own: unknown, name = ''): string =>
    name + printJson(own, schemaUnder(schema, value, key), layout, inner, name.length)
  const parts = list
    ? (value as readonly unknown[]).map((own, i) => under(i, own))
    : namesOf(value as object, schema).map((name) =>
        under(name, (value as Record<string, unknown>)[name], `${JSON.stringify(name)}${colon}`),
      )
  if (parts.length === 0) return `${open}${close}`
  if (oneLine) return `${open}${parts.join(`,${colon.slice(1)}`)}${close}`
  if (list && (value as readonly unknown[]).every(isScalar)) {
    const line = `[${parts.join(', ')}]`
    if (indent.length + before + line.length < width) return line
  }
  return `${open}${lineBreak}${inner}${parts.join(`,${lineBreak}${inner}`)}${lineBreak}${indent}${close}`
}

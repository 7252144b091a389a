import { namingOf, schemaUnder, type PartSchema } from './key-order'

/** How a text is laid out. */
export interface Layout {
  /** What each level is set in by. */
  readonly unit: string
  readonly lineBreak: string
  /** Whether the whole document stands in one line; then so does what is added. */
  readonly oneLine: boolean
  /** Between a name and its value. */
  readonly colon: string
  /** Characters that a list of words and numbers may take in one line. */
  readonly width: number
}

export const WIDTH = 110

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

/** The names of an object that JSON writes, those that the schema knows in its order. */
export function namesOf(value: object, schema: PartSchema): string[] {
  const own = Object.keys(value).filter((name) => (value as Record<string, unknown>)[name] !== undefined)
  const naming = namingOf(schema, value)
  if (naming.kind !== 'known') return own
  const written = new Set(own)
  const known = naming.names.filter((name) => written.delete(name))
  return [...known, ...written]
}

/**
 * Writes a value that no text has yet: one property a line, in the order of the schema.
 * @param indent what stands before the line in which the value begins
 * @param before characters that stand in that line before the value
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

/** What may be written at a place of a text: from the schema, for whoever writes JSON. */
import { parseTree, getNodeValue, findNodeAtLocation, type Node } from 'jsonc-parser'
import { resolvePart } from '../scenario/mend'
import type { Definition } from '../scenario/schema-definition'
import type { PartSchema } from './key-order'

type Path = readonly (string | number)[]

/** A place at which something can be written. */
export interface Gap {
  /** What is replaced there, in characters from the beginning; a name or a text with its quotes. */
  readonly from: number
  readonly to: number
  /** Of the object whose name it is, or of the value. */
  readonly path: Path
  readonly kind: 'name' | 'value'
  /** Whether a colon, a value or a comma follows already. */
  readonly followed: { readonly colon: boolean; readonly entry: boolean }
}

const WORD = /[^\s,:{}[\]"]/

/** Where the word begins and ends that stands at a place outside quotes. */
function wordAt(text: string, offset: number): { from: number; to: number } {
  let [from, to] = [offset, offset]
  while (from > 0 && WORD.test(text[from - 1]!)) from -= 1
  while (to < text.length && WORD.test(text[to]!)) to += 1
  return { from, to }
}

/** Where a text in quotes ends, at the end of its line at the latest. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (sign === '"') return at + 1
    else if (sign === '\n') return at
  }
  return text.length
}

/** An object or a list that is open at a place. */
interface Opened {
  readonly sign: '{' | '['
  key: string | number
  /** In an object: whether its next word is a name. */
  named: boolean
}

/** Reads up to a place, a comma too many or a name without a value notwithstanding. */
function readTo(text: string, offset: number): { open: readonly Opened[]; quote: number | undefined } {
  const open: Opened[] = []
  for (let at = 0; at < offset; at++) {
    const inner = open.at(-1)
    switch (text[at]) {
      case '"': {
        const end = endOfText(text, at)
        if (end > offset || (end === offset && text[end - 1] !== '"')) return { open, quote: at }
        if (inner?.named) inner.key = text.slice(at + 1, end - 1)
        at = end - 1
        break
      }
      case '{':
      case '[': {
        const sign = text[at] as '{' | '['
        open.push({ sign, key: sign === '{' ? '' : 0, named: sign === '{' })
        break
      }
      case '}':
      case ']':
        open.pop()
        break
      case ':':
        if (inner) inner.named = false
        break
      case ',':
        if (inner?.sign === '{') inner.named = true
        else if (inner) inner.key = Number(inner.key) + 1
        break
      default:
    }
  }
  return { open, quote: undefined }
}

/**
 * What is written at a place.
 * @param text the text of a document, however broken
 * @param offset where the cursor stands
 * @returns nothing where neither a name nor a value can stand
 */
export function gapAt(text: string, offset: number): Gap | undefined {
  const { open, quote } = readTo(text, offset)
  const { from, to } =
    quote === undefined ? wordAt(text, offset) : { from: quote, to: endOfText(text, quote) }
  const next = /\S/.exec(text.slice(to, to + 2000))?.[0]
  const followed = { colon: next === ':', entry: next === '"' || next === '{' || next === '[' }
  const inner = open.at(-1)
  const path = open.map(({ key }) => key)
  // Behind what is whole only a comma can stand.
  const before = text
    .slice(Math.max(0, from - 2000), from)
    .trimEnd()
    .at(-1)
  if (inner?.named) {
    if (before !== '{' && before !== ',') return undefined
    return { from, to, path: path.slice(0, -1), kind: 'name', followed }
  }
  const opens = inner?.sign === '[' ? before === '[' || before === ',' : before === ':'
  return opens ? { from, to, path, kind: 'value', followed } : undefined
}

/**
 * What stands at a place, however broken the text is.
 * @returns keys and indexes of the innermost group, list or value around the place; a name belongs to its value
 */
export function pathTo(text: string, offset: number): (string | number)[] {
  const { open, quote } = readTo(text, offset)
  const path = open.map(({ key }) => key)
  if (!open.at(-1)?.named) return path
  path.pop()
  return quote === undefined ? path : [...path, text.slice(quote + 1, endOfText(text, quote) - 1)]
}

/** What is there of a text that may be broken. */
export const readTolerantly = (text: string): Node | undefined => parseTree(text)

const valueIn = (root: Node | undefined, path: Path): unknown => {
  const node = root && findNodeAtLocation(root, [...path])
  return node === undefined ? undefined : getNodeValue(node)
}

/** Each way in which a part can be written, unions taken apart. */
function waysOf(schema: PartSchema): { schema: PartSchema; definition: Definition }[] {
  if (!schema) return []
  const { schema: inner, definition } = resolvePart(schema)
  return definition.type === 'union' ? definition.options!.flatMap(waysOf) : [{ schema: inner, definition }]
}

const literalsIn = (schema: PartSchema): readonly unknown[] =>
  waysOf(schema).flatMap(({ definition }) => (definition.type === 'literal' ? [...definition.values!] : []))

/** Ways that what the object says of its kind does not rule out. */
function waysFor(schema: PartSchema, value: unknown): Definition[] {
  const members =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : {}
  return waysOf(schema)
    .map(({ definition }) => definition)
    .filter(
      ({ type, shape }) =>
        type !== 'object' ||
        Object.entries(shape!).every(([name, part]) => {
          const kinds = literalsIn(part)
          return kinds.length === 0 || !Object.hasOwn(members, name) || kinds.includes(members[name])
        }),
    )
}

/** The schema of what stands at a place; of a union each way that fits what is there. */
function partsAt(schema: PartSchema, root: Node | undefined, path: Path): PartSchema[] {
  let parts: PartSchema[] = [schema]
  path.forEach((key, i) => {
    const value = valueIn(root, path.slice(0, i))
    parts = parts.flatMap((part) =>
      waysFor(part, value).flatMap((definition): PartSchema[] => {
        switch (definition.type) {
          case 'array':
            return typeof key === 'number' ? [definition.element] : []
          case 'record':
            return typeof key === 'string' ? [definition.valueType] : []
          case 'object':
            return Object.hasOwn(definition.shape!, key) ? [definition.shape![key]] : []
          default:
            return []
        }
      }),
    )
  })
  return parts.filter((part) => part !== undefined)
}

/** A name that an object may have. */
export interface NameChoice {
  readonly name: string
  readonly schema: PartSchema
  readonly needed: boolean
}

/**
 * The names that an object may have and does not have yet.
 * @param schema of the document
 * @param root what is there of it
 * @param path of the object
 * @returns in the order of the schema; languages and other free names are none of them
 */
export function namesAt(schema: PartSchema, root: Node | undefined, path: Path): NameChoice[] {
  const value = valueIn(root, path)
  const there = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : [])
  const found = new Map<string, NameChoice>()
  for (const part of partsAt(schema, root, path)) {
    for (const { type, shape, keyType, valueType } of waysFor(part, value)) {
      if (type === 'object') {
        for (const [name, own] of Object.entries(shape!)) {
          if (there.has(name) || found.has(name)) continue
          found.set(name, { name, schema: own, needed: own._zod.optin !== 'optional' })
        }
      }
      const keys = type === 'record' && keyType ? resolvePart(keyType).definition : undefined
      for (const name of keys?.type === 'enum' ? Object.values(keys.entries!) : []) {
        if (!there.has(name)) found.set(name, { name, schema: valueType, needed: false })
      }
    }
  }
  return [...found.values()]
}

/**
 * The words that may stand at a place, as far as the schema lists them.
 * @returns texts, numbers, `true` and `false`; none where anything may stand there
 */
export function valuesAt(
  schema: PartSchema,
  root: Node | undefined,
  path: Path,
): readonly (string | number | boolean)[] {
  // What the value says now must not rule out what it could say.
  const outer = path.slice(0, -1)
  const key = path.at(-1)
  const holders = key === undefined ? [schema] : partsAt(schema, root, outer)
  const parts = holders.flatMap((holder) =>
    waysOf(holder).flatMap(({ definition }): PartSchema[] => {
      if (key === undefined) return [holder]
      if (definition.type === 'array') return [definition.element]
      if (definition.type === 'record') return [definition.valueType]
      return definition.type === 'object' && Object.hasOwn(definition.shape!, key)
        ? [definition.shape![key]]
        : []
    }),
  )
  const words = parts.flatMap((part) =>
    waysOf(part).flatMap(({ definition }): unknown[] => {
      if (definition.type === 'enum') return Object.values(definition.entries!)
      if (definition.type === 'literal') return [...definition.values!]
      return definition.type === 'boolean' ? [true, false] : []
    }),
  )
  return [...new Set(words)].filter((word) => ['string', 'number', 'boolean'].includes(typeof word)) as (
    string | number | boolean
  )[]
}

/** What a value of a part begins with when it is written. */
export function opensWith(schema: PartSchema): '{' | '[' | '"' | '' {
  const types = new Set(waysOf(schema).map(({ definition }) => definition.type))
  if (types.has('object') || types.has('record')) return types.has('string') ? '"' : '{'
  if (types.has('array')) return '['
  if (types.has('string') || types.has('enum')) return '"'
  const [literal] = literalsIn(schema)
  return typeof literal === 'string' ? '"' : ''
}

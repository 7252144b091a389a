/** Suggests what an author may write at a place of a JSON text, from the schema of the document. */
import { parseTree, getNodeValue, findNodeAtLocation, type Node } from 'jsonc-parser'
import { resolvePart } from '../scenario/mend'
import type { Definition } from '../scenario/schema-definition'
import type { PartSchema } from './key-order'
import { membersOf } from '../scenario/members'

type Path = readonly (string | number)[]

/** A place at which a name or a value can be written. */
export interface Gap {
  /**
   * The range that a suggestion replaces, in characters from the beginning. It includes the quotes of a name or a text.
   */
  readonly from: number
  readonly to: number
  /** For a name the path of its object, for a value its own path. */
  readonly path: Path
  readonly kind: 'name' | 'value'
  /** Says whether a colon, and whether a value or a name, follows already. */
  readonly followed: { readonly colon: boolean; readonly entry: boolean }
}

const WORD = /[^\s,:{}[\]"]/

/** Returns the range of the word around an offset outside quotes; an empty range where there is none. */
function wordAt(text: string, offset: number): { from: number; to: number } {
  let [from, to] = [offset, offset]
  while (from > 0 && WORD.test(text[from - 1]!)) from -= 1
  while (to < text.length && WORD.test(text[to]!)) to += 1
  return { from, to }
}

/** Returns the offset after the closing quote of a string, or the end of its line where it is not closed. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (sign === '"') return at + 1
    else if (sign === '\n') return at
  }
  return text.length
}

/** An object or a list that is open at an offset. */
interface Opened {
  readonly sign: '{' | '['
  key: string | number
  /** True if the next word is the name of a member. Always false in a list. */
  named: boolean
}

/**
 * Reads a text up to an offset and tolerates faults such as extra commas and names without values.
 * @returns the objects and lists that are open there, and the opening quote of the string in which the offset lies
 */
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
 * Finds what can be written at the cursor.
 * @param text the text of a document, however broken
 * @param offset the position of the cursor
 * @returns `undefined` where neither a name nor a value can stand
 */
export function gapAt(text: string, offset: number): Gap | undefined {
  const { open, quote } = readTo(text, offset)
  const { from, to } =
    quote === undefined ? wordAt(text, offset) : { from: quote, to: endOfText(text, quote) }
  const next = /\S/.exec(text.slice(to, to + 2000))?.[0]
  const followed = { colon: next === ':', entry: next === '"' || next === '{' || next === '[' }
  const inner = open.at(-1)
  const path = open.map(({ key }) => key)
  // Only a comma can follow a complete value.
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
 * Returns the path of what stands at an offset, however broken the text is.
 * @returns keys and indexes of the innermost object, list or value around the offset; a name belongs to its value
 */
export function pathTo(text: string, offset: number): (string | number)[] {
  const { open, quote } = readTo(text, offset)
  const path = open.map(({ key }) => key)
  if (!open.at(-1)?.named) return path
  path.pop()
  return quote === undefined ? path : [...path, text.slice(quote + 1, endOfText(text, quote) - 1)]
}

/** Parses as much of a text as can be read; the text may be broken. */
export const readTolerantly = (text: string): Node | undefined => parseTree(text)

const valueIn = (root: Node | undefined, path: Path): unknown => {
  const node = root && findNodeAtLocation(root, [...path])
  return node === undefined ? undefined : getNodeValue(node)
}

/** Returns the alternatives in which a part can be written: each member of a union, or the part itself. */
function waysOf(schema: PartSchema): { schema: PartSchema; definition: Definition }[] {
  if (!schema) return []
  const { schema: inner, definition } = resolvePart(schema)
  return definition.type === 'union' ? definition.options!.flatMap(waysOf) : [{ schema: inner, definition }]
}

const literalsIn = (schema: PartSchema): readonly unknown[] =>
  waysOf(schema).flatMap(({ definition }) => (definition.type === 'literal' ? [...definition.values!] : []))

/**
 * Returns the alternatives of a part that fit an object. A literal property, such as `type`, rules out those with
 * another literal.
 */
function waysFor(schema: PartSchema, value: unknown): Definition[] {
  const members = membersOf(value)
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

/**
 * Returns the schemas of the value at a path. Where a union allows several, each one that fits the document is
 * returned.
 */
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
 * Lists the names that an object may have and does not have yet.
 * @param schema the schema of the document
 * @param root the parsed document, from `readTolerantly`
 * @param path the path of the object
 * @returns the names in the order of the schema. Languages and other names that authors choose are not listed.
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
 * Lists the values that may stand at a place, as far as the schema enumerates them.
 * @returns texts, numbers, `true` and `false`; an empty list where any value of a type may stand there
 */
export function valuesAt(
  schema: PartSchema,
  root: Node | undefined,
  path: Path,
): readonly (string | number | boolean)[] {
  // The current value must not rule out the other values that could stand there.
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

/** Returns the character with which a value of a part begins; `''` for a number, `true` or `false`. */
export function opensWith(schema: PartSchema): '{' | '[' | '"' | '' {
  const types = new Set(waysOf(schema).map(({ definition }) => definition.type))
  if (types.has('object') || types.has('record')) return types.has('string') ? '"' : '{'
  if (types.has('array')) return '['
  if (types.has('string') || types.has('enum')) return '"'
  const [literal] = literalsIn(schema)
  return typeof literal === 'string' ? '"' : ''
}

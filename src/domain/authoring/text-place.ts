import { findNodeAtLocation, findNodeAtOffset, getNodePath, parseTree, type Node } from 'jsonc-parser'
import { placeAt, type JsonPlace } from '../scenario/json-place'
import { Spans, type Span } from './spans'

/** Where something stands in a text. */
export interface TextPlace extends JsonPlace {
  /** Characters from the beginning, as JavaScript counts them. */
  readonly offset: number
  readonly length: number
  /** Whether it is the asked one; `false` for the place around it, where it should stand and does not. */
  readonly exact: boolean
}

/** The places of a text, which is read once. */
export interface TextPlaces {
  /**
   * Where something stands, with its name where it has one.
   * @param path keys and indexes from the root
   * @returns the place, or that of the nearest thing around it which is there
   */
  readonly placeOf: (path: readonly PropertyKey[]) => TextPlace
  /**
   * What stands at a place.
   * @param offset characters from the beginning
   * @returns keys and indexes of the innermost value around the place; a name belongs to its value
   */
  readonly pathAt: (offset: number) => (string | number)[]
}

/** The property that a value belongs to, with its name: what is lit in an editor. */
const lit = (node: Node): Node => (node.parent?.type === 'property' ? node.parent : node)

/**
 * Reads a text once for any number of places.
 * @param text the text of a document, however broken
 */
export function placesIn(text: string): TextPlaces {
  const root = parseTree(text)
  const at = (offset: number, length: number, exact: boolean): TextPlace => ({
    ...placeAt(text, offset),
    offset,
    length,
    exact,
  })
  return {
    placeOf: (path) => {
      const keys = path.map((key) => (typeof key === 'number' ? key : String(key)))
      for (let length = keys.length; length >= 0; length--) {
        const node = root && findNodeAtLocation(root, keys.slice(0, length))
        if (!node) continue
        const found = lit(node)
        return at(found.offset, found.length, length === keys.length)
      }
      return at(0, text.length, keys.length === 0)
    },
    pathAt: (offset) => {
      const node = root && findNodeAtOffset(root, offset, true)
      if (!node) return []
      // A name without a value yet has a path all the same.
      return node.type === 'property'
        ? [...getNodePath(node.parent!), String(node.children![0]!.value)]
        : getNodePath(node)
    },
  }
}

/** Where something stands in a text: `placesIn` for one place. */
export const placeOf = (text: string, path: readonly PropertyKey[]): TextPlace => placesIn(text).placeOf(path)

/** What stands at a place in a text: `placesIn` for one place. */
export const pathAt = (text: string, offset: number): (string | number)[] => placesIn(text).pathAt(offset)

/** A part of a text that is lit. */
export interface Lit {
  readonly from: number
  readonly to: number
  /** Whether it is the asked one; `false` for what is around it, where it should stand and does not. */
  readonly exact: boolean
}

/**
 * Finds any number of places in a text that is JSON, much quicker than `placesIn`.
 * @param text a text that is JSON
 * @returns what is to be lit for a path: a single value, or of a group or list the name that it stands under, or its
 *   opening bracket
 */
export function litIn(text: string): (path: readonly PropertyKey[]) => Lit {
  const spans = new Spans(text)
  const entries = new Map<number, ReadonlyMap<PropertyKey, Span>>()
  const within = (span: Span): ReadonlyMap<PropertyKey, Span> => {
    const sign = text[span.value]
    if (sign !== '{' && sign !== '[') return new Map()
    let found = entries.get(span.value)
    if (!found) {
      found = new Map(
        spans
          .in(span.value)
          .map((own, i) => [
            sign === '[' ? i : (JSON.parse(text.slice(own.start, own.nameEnd)) as string),
            own,
          ]),
      )
      entries.set(span.value, found)
    }
    return found
  }
  const { root } = spans
  return (path) => {
    let span = root
    let exact = true
    for (const key of path) {
      const next = within(span).get(text[span.value] === '[' ? Number(key) : String(key))
      if (!next) {
        exact = false
        break
      }
      span = next
    }
    const isGroup = text[span.value] === '{' || text[span.value] === '['
    if (!isGroup) return { from: span.value, to: span.end, exact }
    if (span.nameEnd > span.start) return { from: span.start, to: span.nameEnd, exact }
    return { from: span.value, to: span.value + 1, exact }
  }
}

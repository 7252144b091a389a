import { findNodeAtLocation, findNodeAtOffset, getNodePath, parseTree, type Node } from 'jsonc-parser'
import { placeAt, type JsonPlace } from '../scenario/json-place'
import { Spans, type Span } from './spans'

/** The range of a value in a text. */
export interface TextPlace extends JsonPlace {
  /** Offset in UTF-16 code units from the beginning. */
  readonly offset: number
  readonly length: number
  /** True for the value that was asked for; false if that is missing, and this is the nearest value around it. */
  readonly exact: boolean
}

/** Looks up places in a text that was parsed once. */
export interface TextPlaces {
  /**
   * Finds the range of a value, together with its name if it has one.
   * @param path keys and indexes from the root
   * @returns its range, or that of the nearest existing value around it
   */
  readonly placeOf: (path: readonly PropertyKey[]) => TextPlace
  /**
   * Finds the path of the value at an offset.
   * @param offset characters from the beginning
   * @returns keys and indexes of the innermost value around the offset; a name belongs to its value
   */
  readonly pathAt: (offset: number) => (string | number)[]
}

/** Returns the property of a value, so that an editor highlights its name too. */
const lit = (node: Node): Node => (node.parent?.type === 'property' ? node.parent : node)

/**
 * Parses a text once for any number of look-ups.
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
      // A name that has no value yet still gives a path.
      return node.type === 'property'
        ? [...getNodePath(node.parent!), String(node.children![0]!.value)]
        : getNodePath(node)
    },
  }
}

/** Looks up the range of a single value. For several values of one text, `placesIn` parses it only once. */
export const placeOf = (text: string, path: readonly PropertyKey[]): TextPlace => placesIn(text).placeOf(path)

/** Looks up the path at a single offset. For several offsets of one text, `placesIn` parses it only once. */
export const pathAt = (text: string, offset: number): (string | number)[] => placesIn(text).pathAt(offset)

/** A range of a text that an editor highlights. */
export interface Lit {
  readonly from: number
  readonly to: number
  /** True for the value that was asked for; false if that is missing, and this is the nearest value around it. */
  readonly exact: boolean
}

/**
 * Prepares look-ups in a valid JSON text. It is much faster than `placesIn`.
 * @param text valid JSON
 * @returns a function from a path to the range to highlight: a single value, the name of an object or a list, or its
 *   opening bracket where it has no name
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

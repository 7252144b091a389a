/** A request may nest objects and lists this deep; a patch of the Studio may contain a whole scenario. */
const DEEPEST = 64
/** A request may contain this many values in all. */
const MOST_VALUES = 250_000
/** A request may contain this many characters in all. */
const MOST_CHARACTERS = 32 * 1024 * 1024

/**
 * Tells whether a value holds only what JSON could hold (plain objects, lists, texts, finite numbers, truth values,
 * `null` and also `undefined`) and is not too large. Calls arrive by structured clone, which also carries maps, dates,
 * typed arrays, big integers and circular objects; a schema would take some of these for an object without members.
 * @param bytes the names of members at the top level that may be a `Uint8Array`
 */
export function isPlainData(value: unknown, bytes: readonly string[] = []): boolean {
  let values = 0
  let characters = 0
  const fits = (one: unknown, depth: number): boolean => {
    values += 1
    if (values > MOST_VALUES) return false
    switch (typeof one) {
      case 'string':
        characters += one.length
        return characters <= MOST_CHARACTERS
      case 'number':
        return Number.isFinite(one)
      case 'boolean':
      case 'undefined':
        return true
      case 'object':
        return one === null || (depth < DEEPEST && fitsObject(one, depth + 1))
      default:
        return false
    }
  }
  const fitsObject = (one: object, depth: number): boolean => {
    if (Array.isArray(one)) return one.length <= MOST_VALUES && [...one].every((item) => fits(item, depth))
    const prototype: unknown = Object.getPrototypeOf(one)
    if (prototype !== Object.prototype && prototype !== null) return false
    return Object.entries(one).every(([key, item]) => {
      if (depth === 1 && bytes.includes(key) && item instanceof Uint8Array) return true
      return fits(key, depth) && fits(item, depth)
    })
  }
  return fits(value, 0)
}

/** Patches describe a change of a JSON value as data. They mean the same as in `mutative` and `immer`. */

export type PatchPath = readonly (string | number)[]

export interface Patch {
  /**
   * `add` puts a member into an object, or inserts an item into a list at an index. `remove` deletes a member or an
   * item; the items after it move up. `replace` with an empty path replaces the whole value, and with the path of a
   * list's `length` shortens the list.
   */
  readonly op: 'add' | 'replace' | 'remove'
  readonly path: PatchPath
  readonly value?: unknown
}

/** An act of an author: the patches that change the document, and those that undo them. */
export interface Edit {
  readonly label: EditLabel
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
}

/** Describes an act: a code that has a sentence in the interface, and the values of that sentence. */
export interface EditLabel {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** Thrown for a patch that does not fit the value that it is to change. */
export class PatchRefused extends Error {
  override readonly name = 'PatchRefused'
  constructor(
    /** The index of the patch in the list of patches. */
    readonly index: number,
    readonly path: PatchPath,
  ) {
    super(`patch ${index} does not fit at ${JSON.stringify(path)}`)
  }
}

type Members = Readonly<Record<string, unknown>>

/** Thrown inside this file; `applyPatches` turns it into a `PatchRefused`, since it knows the patch. */
class Misfit extends Error {}

/** Returns the index in a list that a key means. Some libraries write indexes as text. */
function placeIn(list: readonly unknown[], key: string | number, last: number): number {
  const place = typeof key === 'number' ? key : /^(?:0|[1-9]\d*)$/.test(key) ? Number(key) : -1
  if (!Number.isSafeInteger(place) || place < 0 || place > last || place > list.length) throw new Misfit()
  return place
}

function atEndOfPath(value: unknown, key: string | number, patch: Patch): unknown {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    if (key === 'length') {
      const { op, value: length } = patch
      const cut = typeof length === 'number' && Number.isSafeInteger(length) && length >= 0
      if (op !== 'replace' || !cut || length > list.length) throw new Misfit()
      return list.slice(0, length)
    }
    const place = placeIn(list, key, patch.op === 'add' ? list.length : list.length - 1)
    if (patch.op === 'add') return list.toSpliced(place, 0, patch.value)
    if (patch.op === 'remove') return list.toSpliced(place, 1)
    return list.with(place, patch.value)
  }
  if (typeof value !== 'object' || value === null) throw new Misfit()
  const members = value as Members
  const name = String(key)
  if (patch.op !== 'remove') {
    if (patch.op === 'replace' && !Object.hasOwn(members, name)) throw new Misfit()
    // A computed name creates an own member even for `__proto__`.
    return { ...members, [name]: patch.value }
  }
  if (!Object.hasOwn(members, name)) throw new Misfit()
  return Object.fromEntries(Object.entries(members).filter(([other]) => other !== name))
}

function changed(value: unknown, patch: Patch, depth: number): unknown {
  const key = patch.path[depth]
  if (key === undefined) {
    if (patch.op !== 'replace') throw new Misfit()
    return patch.value
  }
  if (depth === patch.path.length - 1) return atEndOfPath(value, key, patch)
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    const place = placeIn(list, key, list.length - 1)
    return list.with(place, changed(list[place], patch, depth + 1))
  }
  const name = String(key)
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) throw new Misfit()
  return { ...value, [name]: changed((value as Members)[name], patch, depth + 1) }
}

/**
 * Applies patches one after another.
 * @param value any JSON value; it is not changed, and parts that no patch touches are shared with the result
 * @returns the changed value. Members keep their order; an added member stands last.
 * @throws PatchRefused when a patch names a place that does not exist, or a value that has no members
 */
export function applyPatches(value: unknown, patches: readonly Patch[]): unknown {
  let result = value
  patches.forEach((patch, index) => {
    try {
      result = changed(result, patch, 0)
    } catch (error) {
      throw error instanceof Misfit ? new PatchRefused(index, patch.path) : error
    }
  })
  return result
}

/** Returns the edit that undoes another one and has its label. */
export const invert = ({ label, patches, inverse }: Edit): Edit => ({
  label,
  patches: inverse,
  inverse: patches,
})

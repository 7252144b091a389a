/** A change of a JSON value as data, with the meaning that `mutative` and `immer` give it. */

export type PatchPath = readonly (string | number)[]

export interface Patch {
  /**
   * `add` puts a member into an object, or an item into a list before the one that stands there; `remove` takes one
   * away, and what follows in a list moves up; `replace` with an empty path is the whole value, and with the path of a
   * list's `length` cuts the list off.
   */
  readonly op: 'add' | 'replace' | 'remove'
  readonly path: PatchPath
  readonly value?: unknown
}

/** What an act changed, and what takes it back. */
export interface Edit {
  readonly label: EditLabel
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
}

/** What an act was: a code that has a sentence in the interface, and the values of that sentence. */
export interface EditLabel {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** A patch that does not fit the value that it is to change. */
export class PatchRefused extends Error {
  override readonly name = 'PatchRefused'
  constructor(
    /** Its place in the list of patches, from 0. */
    readonly index: number,
    readonly path: PatchPath,
  ) {
    super(`patch ${index} does not fit at ${JSON.stringify(path)}`)
  }
}

type Members = Readonly<Record<string, unknown>>

/** What can't be done at a place; `applyPatches` says which patch it was. */
class Misfit extends Error {}

/** The place in a list. Some libraries write it as text. */
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
    // A computed name makes an own member, `__proto__` too.
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
 * Carries out patches, one after another.
 * @param value any JSON value; it is not changed, and what no patch reaches is shared with the answer
 * @returns the changed value. Members keep their order; a member that is added stands last.
 * @throws PatchRefused when one does not fit: a place that is not there, or a value that has no members
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

/**
 * The edit that takes another one back.
 * @param edit an edit, whose label the answer keeps
 */
export const invert = ({ label, patches, inverse }: Edit): Edit => ({
  label,
  patches: inverse,
  inverse: patches,
})

import type { Edit, EditLabel, Patch, PatchPath } from './patch'
import { isMembers, type Members } from '../scenario/members'

/** Returns true if `names` begins with all of `first`, in the same order. */
const beginsWith = (names: readonly string[], first: readonly string[]): boolean =>
  first.every((name, i) => names[i] === name)

class Difference {
  readonly patches: Patch[] = []
  /** In the order of the patches, so that `editBetween` reverses it: the last patch is undone first. */
  readonly inverse: Patch[] = []

  look(before: unknown, after: unknown, path: PatchPath): void {
    if (Object.is(before, after)) return
    if (Array.isArray(before) && Array.isArray(after)) this.lists(before, after, path)
    else if (isMembers(before) && isMembers(after)) this.members(before, after, path)
    else this.replace(before, after, path)
  }

  private add(there: Patch, back: Patch): void {
    this.patches.push(there)
    this.inverse.push(back)
  }

  private replace(before: unknown, after: unknown, path: PatchPath): void {
    this.add({ op: 'replace', path, value: after }, { op: 'replace', path, value: before })
  }

  private members(before: Members, after: Members, path: PatchPath): void {
    const [old, next] = [Object.keys(before), Object.keys(after)]
    const grown = beginsWith(next, old)
    // A member that is added again stands last in its object, and its former place may have meant something.
    if (!grown && !beginsWith(old, next)) {
      this.replace(before, after, path)
      return
    }
    for (const name of grown ? old : next) this.look(before[name], after[name], [...path, name])
    for (const name of next.slice(old.length)) {
      const at = [...path, name]
      this.add({ op: 'add', path: at, value: after[name] }, { op: 'remove', path: at })
    }
    for (const name of old.slice(next.length).reverse()) {
      const at = [...path, name]
      this.add({ op: 'remove', path: at }, { op: 'add', path: at, value: before[name] })
    }
  }

  private lists(before: readonly unknown[], after: readonly unknown[], path: PatchPath): void {
    let head = 0
    const shorter = Math.min(before.length, after.length)
    while (head < shorter && equal(before[head], after[head])) head += 1
    let tail = 0
    while (tail < shorter - head && equal(before[before.length - 1 - tail], after[after.length - 1 - tail])) {
      tail += 1
    }
    const common = Math.min(before.length, after.length) - tail
    for (let i = head; i < common; i++) this.look(before[i], after[i], [...path, i])
    for (let i = before.length - tail - 1; i >= Math.max(common, head); i--) {
      this.add({ op: 'remove', path: [...path, i] }, { op: 'add', path: [...path, i], value: before[i] })
    }
    for (let i = Math.max(common, head); i < after.length - tail; i++) {
      this.add({ op: 'add', path: [...path, i], value: after[i] }, { op: 'remove', path: [...path, i] })
    }
  }
}

/** Returns true if two JSON values are the same, including the order of their names. */
export function equal(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((own, i) => equal(own, other[i]))
  }
  if (!isMembers(one) || !isMembers(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    beginsWith(Object.keys(other), names) &&
    names.every((name) => equal(one[name], other[name]))
  )
}

/**
 * Computes the edit that turns one value into another. It names only what differs. An object that lost a name from its
 * middle, or whose names stand in another order, is replaced whole, so that undoing the edit also restores the order.
 * @param label describes the act to the author
 * @param before a JSON value
 * @param after another one; parts that it shares by reference with the first are skipped
 */
export function editBetween(label: EditLabel, before: unknown, after: unknown): Edit {
  const difference = new Difference()
  difference.look(before, after, [])
  return { label, patches: difference.patches, inverse: difference.inverse.toReversed() }
}

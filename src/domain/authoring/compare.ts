import { describeChange, type Change, type Difference } from './change-of'
import { namingOf, schemaUnder, type PartSchema } from './key-order'
import { isMembers } from '../scenario/members'
import { keyed, memberOf, rootScene, scenesRenamed, withSceneRenamed } from './keyed'
import { same } from './rewrite'

type Names = readonly string[]

const inOrderOf = (names: Names, others: ReadonlySet<string>): string =>
  names.filter((name) => others.has(name)).join('\0')

class Differences {
  readonly found: Difference[] = []

  look(was: unknown, now: unknown, schema: PartSchema, path: Difference['path']): void {
    if (same(was, now, schema)) return
    if (Array.isArray(was) && Array.isArray(now)) this.lists(was, now, schema, path)
    else if (isMembers(was) && isMembers(now)) this.members(was, now, schema, path)
    else this.found.push({ path, was, now, kind: 'value' })
  }

  private members(
    was: Readonly<Record<string, unknown>>,
    now: Readonly<Record<string, unknown>>,
    schema: PartSchema,
    path: Difference['path'],
  ): void {
    const { kind } = namingOf(schema, now)
    const [old, next] = [Object.keys(was), Object.keys(now)]
    for (const name of new Set([...old, ...next])) {
      const at = [...path, name]
      const [before, after] = [memberOf(was, name), memberOf(now, name)]
      if (before !== undefined && after !== undefined) {
        const words = kind === 'free' && typeof before === 'string' && typeof after === 'string'
        if (!words) this.look(before, after, schemaUnder(schema, now, name), at)
        else if (before !== after) this.found.push({ path: at, was: before, now: after, kind: 'words' })
      } else if (before !== after) {
        this.found.push({ path: at, was: before, now: after, kind: kind === 'free' ? 'words' : 'value' })
      }
    }
    if (kind === 'ordered') this.order(old, next, path)
  }

  private order(old: Names, next: Names, path: Difference['path']): void {
    const [before, after] = [inOrderOf(old, new Set(next)), inOrderOf(next, new Set(old))]
    if (before !== after) this.found.push({ path, was: old, now: next, kind: 'order' })
  }

  private lists(
    was: readonly unknown[],
    now: readonly unknown[],
    schema: PartSchema,
    path: Difference['path'],
  ): void {
    const [old, next] = [keyed(was), keyed(now)]
    const under = (value: unknown[]) => schemaUnder(schema, value, 0)
    if (old && next) {
      for (const key of new Set([...old.keys(), ...next.keys()])) {
        const at = [...path, key]
        const [before, after] = [old.get(key), next.get(key)]
        if (before !== undefined && after !== undefined) this.look(before, after, under([after]), at)
        else this.found.push({ path: at, was: before, now: after, kind: 'value' })
      }
      this.order([...old.keys()], [...next.keys()], path)
      return
    }
    for (let i = 0; i < Math.max(was.length, now.length); i++) {
      if (i < was.length && i < now.length) this.look(was[i], now[i], under([now[i]]), [...path, i])
      else this.found.push({ path: [...path, i], was: was[i], now: now[i], kind: 'value' })
    }
  }
}

/**
 * Finds the places at which two documents differ. Places are paths of ids, which stay when a list is put in another
 * order.
 * @param schema the schema of both documents
 * @returns an empty list when both say the same, however they are laid out
 */
export function differences(before: unknown, after: unknown, schema: PartSchema): readonly Difference[] {
  const found = new Differences()
  found.look(before, after, schema, [])
  return found.found
}

/**
 * Lists what changed from one version of a document to another, in the terms of an author. Each change is a code with
 * values; its sentence is a text of the area `studio-changes`.
 * @param before the earlier version
 * @param after the later version
 * @param schema the schema of both versions
 * @returns an empty list exactly when both versions say the same
 */
export function compare(before: unknown, after: unknown, schema: PartSchema): Change[] {
  const renamed = scenesRenamed(before, after)
  let old = before
  for (const [was, name] of renamed) old = withSceneRenamed(old, rootScene(was), name)
  const renames = [...renamed].map(([was, scene]): Change => ({
    code: 'scene-renamed',
    params: { was, scene },
    place: { kind: 'scene', scene },
    path: ['machine', 'states', scene],
  }))
  return [
    ...renames,
    ...differences(old, after, schema).map((difference) => describeChange(difference, old, after)),
  ]
}

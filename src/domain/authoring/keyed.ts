import { valueAt } from '../scenario/json-path'
import { mapped, put, renamed, type Path } from './change'
import { equal } from './edit-between'
import { isMembers, membersOf, type Members } from '../scenario/members'

/**
 * Returns the value of a document under a name. Names that JavaScript objects inherit, such as `constructor`, give
 * `undefined`.
 */
export const memberOf = (members: Members, name: string): unknown =>
  Object.hasOwn(members, name) ? members[name] : undefined

/**
 * Returns the key by which an entry of a list is recognised whatever its index: its id, cue, name or title, or the type
 * of an action with what it acts on.
 */
function keyOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry
  if (!isMembers(entry)) return undefined
  const { id, cue, name, title, type, params } = entry
  for (const own of [id, cue, name, title]) if (typeof own === 'string') return own
  if (typeof type !== 'string' || !isMembers(params)) return undefined
  const { competency, flag, counter, customer, field } = params
  return [type, competency, flag, counter, customer, field].filter((own) => typeof own === 'string').join(' ')
}

/** Maps the entries of a list by their keys. Returns `undefined` where an entry has no key or two have the same one. */
export function keyed(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const found = new Map<string, unknown>()
  for (const entry of list) {
    const key = keyOf(entry)
    if (key === undefined || found.has(key)) return undefined
    found.set(key, entry)
  }
  return found
}

/**
 * Turns the path of a change into a path of the document: keys of list entries become indexes.
 * @param path names and ids from the root
 * @returns the path as far as the document has it
 */
export function placeOfChange(document: unknown, path: readonly (string | number)[]): (string | number)[] {
  const found: (string | number)[] = []
  let value = document
  for (const key of path) {
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value
      const at = list.findIndex((entry) => keyOf(entry) === key)
      const index = at === -1 ? Number(key) : at
      if (!(index in list)) break
      found.push(index)
      value = list[index]
    } else if (isMembers(value) && Object.hasOwn(value, key)) {
      found.push(key)
      value = value[key]
    } else break
  }
  return found
}

/** Returns the scenes at the root of a scenario by name; an empty object where the document is no scenario. */
export const scenesOf = (document: unknown): Members => {
  const states = valueAt(document, ['machine', 'states'])
  return isMembers(states) ? states : {}
}

interface Pointer {
  readonly path: Path
  readonly value: string
}

/**
 * Finds what names a scene: targets of choices that lead to it or to a scene in it, and the first scene of its group.
 * Targets are understood as `resolveTarget` does, but the document need not be a valid scenario.
 * @param path the path of the scene in the document
 * @param name the scene's next name
 * @returns the place of each, and how it names the scene by its next name
 */
function pointersTo(document: unknown, path: Path, name: string): Pointer[] {
  const found: Pointer[] = []
  const names = path.filter((_, i) => i > 0 && i % 2 === 0).map(String)
  const outer = names.slice(0, -1).join('.')
  const was = names.join('.')
  const id = memberOf(membersOf(document), 'id')
  /** Returns how a target begins, and the path of the scene from which its rest goes on. */
  const beginning = (from: string, around: string | undefined, target: string) => {
    if (target.startsWith('#')) {
      const mark = `#${String(id)}.`
      return target.startsWith(mark) ? ([mark, ''] as const) : undefined
    }
    if (target.startsWith('.')) return ['.', from] as const
    // The machine itself has no siblings.
    return around === undefined ? undefined : (['', around] as const)
  }
  const under = (own: string, key: string) => (own === '' ? key : `${own}.${key}`)
  const look = (from: string, around: string | undefined, target: unknown, at: Path) => {
    if (typeof target !== 'string') return
    const [mark, base] = beginning(from, around, target) ?? []
    if (mark === undefined || base === undefined) return
    // A target that goes on from the scene itself, or from one in it, does not say its name.
    if (base !== '' && outer !== base && !outer.startsWith(`${base}.`)) return
    const whole = under(base, target.slice(mark.length))
    if (whole !== was && !whole.startsWith(`${was}.`)) return
    const next = under(outer, name) + whole.slice(was.length)
    found.push({ path: at, value: mark + next.slice(base === '' ? 0 : base.length + 1) })
  }
  const visit = (node: unknown, from: string, around: string | undefined, at: Path) => {
    if (!isMembers(node)) return
    const move = (value: unknown, place: Path) => {
      if (Array.isArray(value)) value.forEach((branch, i) => move(branch, [...place, i]))
      else if (isMembers(value)) look(from, around, memberOf(value, 'target'), [...place, 'target'])
    }
    move(memberOf(node, 'always'), [...at, 'always'])
    for (const slot of ['on', 'after'])
      for (const [key, value] of Object.entries(membersOf(memberOf(node, slot))))
        move(value, [...at, slot, key])
    const states = Object.entries(membersOf(memberOf(node, 'states')))
    for (const [key, value] of states) visit(value, under(from, key), from, [...at, 'states', key])
  }
  visit(valueAt(document, ['machine']), '', undefined, ['machine'])
  const first = [...path.slice(0, -2), 'initial']
  if (valueAt(document, first) === path[path.length - 1]) found.push({ path: first, value: name })
  return found
}

/** Returns the scenario with a scene renamed, and with what names it. */
export function withSceneRenamed(document: unknown, path: Path, name: string): unknown {
  const pointed = pointersTo(document, path, name).reduce(
    (next, { path: at, value }) => put(next, at, value),
    document,
  )
  return renamed(pointed, path, name)
}

/** Returns the path of a scene at the root of a scenario. */
export const rootScene = (name: string): Path => ['machine', 'states', name]

/**
 * Finds scenes that only got another name: what they show and offer is the same, apart from the targets of their
 * choices.
 * @returns the new names by the old ones
 */
export function scenesRenamed(before: unknown, after: unknown): ReadonlyMap<string, string> {
  const [old, next] = [scenesOf(before), scenesOf(after)]
  const come = Object.keys(next).filter((name) => !Object.hasOwn(old, name))
  const found = new Map<string, string>()
  if (come.length === 0) return found
  const plain = (scene: unknown) =>
    mapped(scene, (value, path) => (path[path.length - 1] === 'target' ? '' : value))
  for (const was of Object.keys(old).filter((name) => !Object.hasOwn(next, name))) {
    const scene = plain(old[was])
    const name = come.find((own) => ![...found.values()].includes(own) && equal(plain(next[own]), scene))
    if (name !== undefined) found.set(was, name)
  }
  return found
}

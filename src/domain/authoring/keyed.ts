import { valueAt } from '../scenario/json-path'
import { put, mapped } from './change'
import { equal } from './edit-between'
import { isMembers, type Members } from '../scenario/members'

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

const isPointer = (path: readonly PropertyKey[]): boolean => {
  const key = path[path.length - 1]
  return key === 'target' || (key === 'initial' && path.length === 2)
}

/** Splits a target into its prefix (`.` or `#id.`), the name of the scene, and the rest. */
const targetParts = (target: string): readonly [string, string, string] => {
  const [, mark = '', name = '', rest = ''] = /^(#[^.]*\.|\.)?([^.]*)(.*)$/s.exec(target)!
  return [mark, name, rest]
}

/** Returns the scenario with one of its scenes renamed, and with the targets that lead there. */
export function withSceneRenamed(document: unknown, was: string, name: string): unknown {
  const states = Object.fromEntries(
    Object.entries(scenesOf(document)).map(([key, value]) => [key === was ? name : key, value]),
  )
  return mapped(put(document, ['machine', 'states'], states), (value, path) => {
    if (typeof value !== 'string' || !isPointer(path)) return value
    const [mark, own, rest] = targetParts(value)
    return own === was ? mark + name + rest : value
  })
}

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
